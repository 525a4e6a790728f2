import { regionSchema, type Region } from '../../data/region.js';

/** An invented region with everything a region file must have. */
export function aRegion(parts: Partial<Region> = {}): Region {
  return regionSchema.parse({ ...COMPLETE, ...parts });
}

/** As it would stand in a file. */
export const COMPLETE = {
  id: 'hollands-midden',
  name: 'Voorbeeldregio',
  codePrefix: 'HM',
  language: 'nl',
  startedIn: '2020-01',
  municipalities: [{ id: 'leiden', name: 'Leiden', participatesFrom: '2020-01' }],
  organisations: [
    { id: 'jgz-voorbeeld', name: 'JGZ Voorbeeld', type: 'youth-health', domain: 'social' },
  ],
  coordinators: [{ aadObjectId: '00000000-0000-4000-8000-000000000002', name: 'Meryem Kaya' }],
  projectLeaders: [{ aadObjectId: '00000000-0000-4000-8000-000000000004', name: 'Anneke Blom' }],
  controller: 'Voorbeeld',
  dataProtectionContact: 'Voorbeeld',
  complaintsRoute: 'Voorbeeld',
  retention: { draftDays: 7, caseMonths: 6, escalatedCaseMonths: 3 },
};

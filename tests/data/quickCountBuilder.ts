import type { QuickCount, QuickTally } from '../../data/quickCount.js';
import type { Organisation } from '../../data/region.js';
import { HOLLANDS_MIDDEN, SANNE, utc } from '../builders.js';

/** The organisation Sanne is attention officer of. */
export const JGZ: Organisation = organisation('jgz-voorbeeld');

function organisation(id: string): Organisation {
  const found = HOLLANDS_MIDDEN.organisations.find((row) => row.id === id);
  if (!found) throw new Error(`no organisation ${id}`);
  return found;
}

/** October in Leiden, counted by Sanne on 12 November; `talks` and others are those of its tally. */
export function aQuickCount(parts: Partial<QuickCount & QuickTally> = {}): QuickCount {
  const { talks = 3, realised = 1, by = SANNE, at = utc('2026-11-12T10:00'), ...rest } = parts;
  return {
    region: 'hollands-midden',
    organisation: 'jgz-voorbeeld',
    organisationType: 'youth-health',
    domain: 'social',
    municipality: 'leiden',
    month: '2026-10',
    version: 1,
    entered: [{ talks, realised, by, at }],
    ...rest,
  };
}

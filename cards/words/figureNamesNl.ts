import type { OrganisationType } from '../../data/region.js';

/** The programme's own words for kinds of organisations. */
const organisationTypes: Record<OrganisationType, string> = {
  midwives: 'verloskundigen',
  gp: 'huisarts',
  hospital: 'ziekenhuis',
  'maternity-care': 'kraamzorg',
  'abortion-clinic': 'abortuskliniek',
  'sexual-health': 'seksuele gezondheid',
  'youth-health': 'jeugdgezondheidszorg',
  'youth-care': 'jeugdhulp',
  'child-protection': 'jeugdbescherming',
  'supported-living': 'beschermd en begeleid wonen',
  'homeless-shelter': 'maatschappelijke opvang',
  'womens-shelter': 'vrouwenopvang',
  'addiction-care': 'verslavingszorg',
  'mental-health': 'ggz',
  'disability-care': 'gehandicaptenzorg',
  'social-work': 'welzijn en maatschappelijk werk',
  'neighbourhood-team': 'wijkteam',
  'outside-region': 'buiten de regio',
  other: 'overig',
};

const periods = {
  week: (week: number, year: number) => `Week ${week} van ${year}`,
  quarter: (quarter: number, year: number) => `Kwartaal ${quarter} van ${year}`,
  halfYear: (half: number, year: number) =>
    `${half === 1 ? 'Eerste' : 'Tweede'} halfjaar van ${year}`,
  sinceStart: 'Sinds de start',
  now: 'Op dit moment',
  days: (from: string, until: string) => `${from} tot en met ${until}`,
};

export const figureNamesNl = { organisationTypes, periods };

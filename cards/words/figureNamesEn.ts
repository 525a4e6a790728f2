import type { figureNamesNl } from './figureNamesNl.js';

export const figureNamesEn: typeof figureNamesNl = {
  organisationTypes: {
    midwives: 'midwives',
    gp: 'general practice',
    hospital: 'hospital',
    'maternity-care': 'maternity care',
    'abortion-clinic': 'abortion clinic',
    'sexual-health': 'sexual health',
    'youth-health': 'youth health care',
    'youth-care': 'youth care',
    'child-protection': 'child protection',
    'supported-living': 'supported living',
    'homeless-shelter': 'homeless shelter',
    'womens-shelter': 'women’s shelter',
    'addiction-care': 'addiction care',
    'mental-health': 'mental health care',
    'disability-care': 'disability care',
    'social-work': 'social work',
    'neighbourhood-team': 'neighbourhood team',
    'outside-region': 'outside the region',
    other: 'other',
  },
  periods: {
    week: (week, year) => `Week ${week} of ${year}`,
    quarter: (quarter, year) => `Quarter ${quarter} of ${year}`,
    halfYear: (half, year) => `${half === 1 ? 'First' : 'Second'} half of ${year}`,
    sinceStart: 'Since the start',
    now: 'At this moment',
    days: (from, until) => `${from} to ${until}`,
  },
};

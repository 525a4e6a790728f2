import type { BelowRow, Indicator } from '../../data/figureRows.js';

/** What each figure counts; the same sentences on every definitions sheet. */
const definitions: Record<Indicator | BelowRow, string> = {
  talks:
    'Casussen met minstens één gesprek door een netwerkpartner, in de week van het eerste gesprek; plus tellingen van aandachtsfunctionarissen.',
  'talks-escalated':
    'Casussen uit de regel erboven die op of na de dag van het eerste gesprek zijn opgeschaald.',
  'partner-contraception':
    'De eerste realisatie van een casus zonder getelde opschaling daarvoor; plus tellingen. Een maand zonder dag telt op de 15e, of op de dag van invoer als die maand dan nog loopt.',
  escalations:
    'Opschalingen in de week waarin is opgeschaald. Niet in behandeling genomen opschalingen en vergissingen tellen niet mee. Heropenen is dezelfde opschaling.',
  'escalations-again': 'Opschalingen van een casus die al eerder was opgeschaald.',
  'not-taken': 'Opschalingen die de coördinator heeft afgewezen.',
  'not-taken-not-participating':
    'Afgewezen opschalingen uit een gemeente die op die dag niet meedeed.',
  'escalated-contraception': 'De eerste realisatie van een casus na een getelde opschaling.',
  partners: 'Ketenpartners op de dag waarop zij zijn aangesloten.',
  trainings: 'Scholingen op de dag waarop zij zijn gegeven.',
  'attention-officers': 'Aandachtsfunctionarissen die op die scholingen zijn geschoold.',
  intervision: 'Intervisiebijeenkomsten op de dag waarop zij zijn gehouden.',
  'intervision-groups': 'Intervisiegroepen op de dag waarop zij zijn begonnen.',
  'offered-not-wanted':
    'Het gesprek of het vastleggen is aangeboden en niet gewenst. Alleen geteld.',
  consults: 'Vragen om overleg zonder cliëntgegevens.',
};

/** The workbook with figures, and the same as files of commas. */
export const workbookNl = {
  definitions,
  sheets: {
    indicators: 'Kerncijfers',
    weeks: 'Per week',
    reasons: 'Redenen',
    municipalities: 'Gemeenten',
    organisationTypes: 'Organisatietypen',
    domains: 'Domein',
    phases: 'Fase',
    outcomes: 'Uitkomsten',
    durations: 'Doorlooptijd',
    costs: 'Kosten en baten',
    definitions: 'Definities',
  },
  columns: {
    indicator: 'Cijfer',
    number: 'Aantal',
    week: 'Week',
    reason: 'Reden',
    municipality: 'Gemeente',
    participates: 'Doet mee',
    organisationType: 'Organisatietype',
    domain: 'Domein',
    phase: 'Fase',
    outcome: 'Uitkomst',
    talks: 'Gesprekken',
    escalations: 'Opschalingen',
    step: 'Stap',
    known: 'Aantal bekend',
    median: 'Mediaan in dagen',
    p90: '9 van de 10 binnen dagen',
    what: 'Wat',
    amount: 'Bedrag',
    definition: 'Definitie',
  },
  about: {
    region: 'Regio',
    period: 'Periode',
    days: 'Dagen',
    printed: 'Gemaakt op',
    unplaced: (row: string) => `Niet te plaatsen binnen de periode (gewist): ${row}`,
  },
  steps: { claim: 'Van opschalen tot oppakken', close: 'Van opschalen tot afronden' },
  results: 'Anticonceptie bij afronden',
  costs: {
    participant: 'Kosten per deelnemer, eerste vier jaar van een regio (MKBA)',
    postponing: 'Kosten per deelnemer die kiest voor uitstel, ongeveer 80% (MKBA)',
    low: 'Baten in deze periode, laagste schatting',
    high: 'Baten in deze periode, hoogste schatting',
    caveats: [
      'Dit is een schatting.',
      'Alleen het eerste levensjaar telt mee.',
      'Dit is een bovengrens: elke gerealiseerde anticonceptie telt als één voorkomen zwangerschap.',
    ],
  },
  file: (region: string, period: string) => `nnz-${region}-${period}`,
};

import type { RegisterRow } from '../../data/figureRows.js';
import type { Basis } from '../../data/register.js';
import { plural } from './plural.js';

const ORDINALS = ['eerste', 'tweede', 'derde', 'vierde'] as const;

/** The report for the steering group. */
export const steeringReportNl = {
  heading: 'Rapportage stuurgroep',
  summary: 'Rapportage stuurgroep',
  intro:
    'Deze rapportage mag buiten je regio komen. Aantallen onder de 10 staan er niet in. Soms ontbreekt ook een ander aantal: anders is een klein aantal uit te rekenen.',
  start: 'Rapportage stuurgroep maken',
  look: 'Rapportage bekijken',
  other: 'Andere rapportage maken',
  toExport: 'Naar cijfers als bestand',
  tooEarly: (day: string) =>
    `Er is nog geen kwartaal voorbij. Vanaf ${day} kun je een rapportage maken.`,
  notEnded: 'Deze periode is nog niet voorbij.',
  beforeStart: (region: string, month: string) =>
    `Toen was ${region} nog niet begonnen. De eerste maand is ${month}.`,
  fresh:
    'Zo komt de rapportage eruit te zien. Stel je hem vast, dan veranderen deze cijfers niet meer. Controleer dus eerst of alle gesprekken en tellingen over deze periode zijn ingevoerd.',
  changed: 'De cijfers zijn net veranderd. Bekijk de rapportage nog een keer en stel hem dan vast.',
  issued: (moment: string) => `Vastgesteld op ${moment}. De cijfers zijn nog precies zoals toen.`,
  issue: 'Vaststellen en bestand maken',
  notReported: (periods: string) =>
    `Nog geen rapportage over: ${periods}. Maak die eerst. Dan staat in deze rapportage ook wat daarvoor is gedaan.`,
  before: 'Gedaan vóór deze periode',
  done: 'Gedaan in deze periode',
  beforeShort: 'Daarvoor',
  doneShort: 'Gedaan',
  target: (year: number, basis: Basis, n: string) =>
    `Streefgetal ${year}, ${basis === 'since-start' ? 'sinds start' : 'dit jaar'}: ${n}`,
  targets: {
    'this-year': 'Streefgetal dit jaar',
    'since-start': 'Streefgetal sinds start',
  } satisfies Record<Basis, string>,
  cells: {
    'below-ten': 'minder dan 10',
    withheld: 'niet getoond',
    'not-given': 'niet te geven',
    unknown: 'niet bekend',
    atLeast: (n: string) => `ten minste ${n}`,
    total: 'Totaal',
  },
  small: (names: string) => `Minder dan 10: ${names}.`,
  withheld: (names: string) => `Niet getoond: ${names}.`,
  notGiven: 'Deze tabel kan er niet in: kleine aantallen zouden uit te rekenen zijn.',
  issuedOn: 'Vastgesteld op',
  /** Sheets have at most 31 characters. */
  sheets: {
    report: 'Rapportage',
    'escalations:municipality': 'Opschalingen per gemeente',
    'escalations:type': 'Opschalingen per type verwijzer',
    'talks:municipality': 'Gesprekken per gemeente',
    reason: 'Opschalingen per reden',
    outcome: 'Afgerond per uitkomst',
    newsletter: 'Tekst voor nieuwsbrief',
    notes: 'Toelichting',
  },
  columns: {
    'escalations:municipality': 'Gemeente waar de cliënt woont',
    'escalations:type': 'Type verwijzer',
    'talks:municipality': 'Gemeente waar de cliënt woont',
    reason: 'Reden',
    outcome: 'Uitkomst',
    text: 'Tekst',
    word: 'In het bestand',
    meaning: 'Wat dat betekent',
  },
  meanings: {
    'below-ten': 'Een aantal van 0 tot en met 9.',
    withheld:
      'Dit aantal is 10 of meer. Het staat er niet, omdat een klein aantal er anders uit is te rekenen.',
    'not-given': 'Hier staat niets: een klein aantal zou uit te rekenen zijn.',
    atLeast:
      'Wat eerdere rapportages lieten zien. Over een deel van de tijd ervoor is er geen rapportage, of stond het aantal er niet in.',
    unknown: 'Geen eerdere rapportage laat dit aantal zien.',
  },
  frozen:
    'De cijfers zijn zoals ze waren toen de rapportage werd vastgesteld. Wat later is ingevoerd, staat er niet in.',
  quarters: 'Kwartalen bestaan uit hele weken, van maandag tot en met zondag.',
  reasonsNote: 'Een opschaling kan meer dan één reden hebben.',
  outcomesNote:
    'Uitkomsten tellen in de periode van afronden, opschalingen in die van opschalen. Het totaal telt alleen wat een uitkomst heeft.',
  partnersNote: 'Zoals het was op de laatste dag van de periode.',

  newsletter: {
    heading: 'Tekst voor een nieuwsbrief',
    within: {
      quarter: (quarter: number, year: number) =>
        `het ${ORDINALS[quarter - 1] ?? quarter} kwartaal van ${year}`,
      halfYear: (half: number, year: number) =>
        `de ${half === 1 ? 'eerste' : 'tweede'} helft van ${year}`,
    },
    /** Never fewer than ten. */
    cases: (n: string) => `${n} casussen`,
    talks: (within: string, region: string, cases: string) =>
      `In ${within} spraken professionals in ${region} in ${cases} met cliënten over kinderwens, seksualiteit en anticonceptie.`,
    talksHidden: (region: string) =>
      `Professionals in ${region} praten met cliënten over kinderwens, seksualiteit en anticonceptie.`,
    voluntary: 'Zo’n gesprek is altijd vrijwillig. De cliënt kiest zelf.',
    escalations: (n: string) => `Er is ${n} keer opgeschaald naar de inhoudelijk coördinator.`,
    realised: (parts: string) => `Anticonceptie is gerealiseerd ${parts}.`,
    realisedIn: {
      'partner-contraception': (cases: string) => `in ${cases} via netwerkpartners`,
      'escalated-contraception': (cases: string) => `in ${cases} na opschaling`,
    },
    partners: (n: number) =>
      n === 1 ? 'Er is 1 ketenpartner aangesloten.' : `Er zijn ${n} ketenpartners aangesloten.`,
    programme: (parts: string) => `Het programma telde in deze periode ${parts}.`,
    parts: {
      trainings: (n: number) => plural(n, 'scholing', 'scholingen'),
      'attention-officers': (n: number) =>
        plural(n, 'geschoolde aandachtsfunctionaris', 'geschoolde aandachtsfunctionarissen'),
      intervision: (n: number) => plural(n, 'intervisiebijeenkomst', 'intervisiebijeenkomsten'),
    } satisfies Record<Exclude<RegisterRow, 'partners'>, (n: number) => string>,
  },
  file: (region: string, period: string) => `nnz-stuurgroep-${region}-${period}`,
  consent: (period: string) => `De rapportage voor de stuurgroep: ${period}`,
};

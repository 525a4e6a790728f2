import type { FigureKind } from '../../data/figurePeriods.js';
import type { Basis } from '../../data/register.js';
import type { Participation } from '../../data/region.js';
import type { Ages } from '../../data/statistics.js';

/** What stands on the card of figures around the programme's own rows. */
export const figuresNl = {
  /** Typed for a period; either language is understood. */
  typedSinceStart: ['sinds start', 'sinds de start'],
  unreadable:
    'Die periode ken ik niet. Je kunt typen: “cijfers 2026-W46” (week), “cijfers 2026-K3” (kwartaal), “cijfers 2026” (jaar) of “cijfers sinds start”. Met alleen “cijfers” zie je deze week.',
  outside: (month: string) =>
    `Over die periode zijn er geen cijfers. De cijfers lopen van ${month} tot en met vandaag.`,
  period: 'Periode',
  region: 'Regio',
  whichRegion: 'Van welke regio wil je de cijfers zien?',
  ofRegion: (region: string) => `Cijfers van ${region} bekijken`,
  kinds: {
    week: 'Week',
    quarter: 'Kwartaal',
    year: 'Jaar',
    'since-start': 'Sinds de start',
  } satisfies Record<FigureKind, string>,
  startedIn: (month: string) => `De regio is begonnen in ${month}.`,
  /** Of quarters and years, which begin and end on other days than those of the calendar. */
  wholeWeeks: (days: string) => `${days} (hele weken)`,
  running: (asOf: string) => `${asOf}. Deze periode loopt nog.`,
  nothing: 'In deze periode is niets geteld.',
  nothingYet: 'In deze periode is nog niets geteld.',
  pages: { overview: 'Overzicht', escalations: 'Opschalingen', origin: 'Herkomst' },
  show: 'Cijfers tonen',
  /** To the period before or after this one. */
  to: {
    week: (week: number) => `Naar week ${week}`,
    quarter: (quarter: number) => `Naar kwartaal ${quarter}`,
    year: (year: number) => `Naar ${year}`,
  },
  cases: 'Casuscodes',
  back: 'Terug naar de cijfers',
  /** What a digest printed, where it was something else. */
  printed: (column: string, now: string, then: string) =>
    `${column}: ${now} (weekbericht: ${then})`,
  target: (year: number, basis: Basis, done: string, of: string, share: string) =>
    `Streefgetal ${year}, ${basis === 'since-start' ? 'sinds start' : 'dit jaar'}: ${done} van ${of} (${share})`,
  targetZero: (year: number, basis: Basis, done: string) =>
    `Streefgetal ${year}, ${basis === 'since-start' ? 'sinds start' : 'dit jaar'}: ${done} van 0`,
  weekChart: 'Gesprekken en opschalingen per week',
  weekNumbers: 'De aantallen per week',
  weekLine: (week: string, talks: string, escalations: string) =>
    `${week}: gesprekken ${talks}, opschalingen ${escalations}`,
  reasons: 'Opschalingen per reden',
  durationColumns: { number: 'Aantal', half: 'Helft binnen', most: '90% binnen' },
  durationNote:
    'In hele dagen. “Helft binnen 3” betekent: de helft duurde 3 dagen of korter (de mediaan). Zo ook 90% (het 90e percentiel). Een opschaling telt in de periode van oppakken of afronden.',
  durationErased: 'Van gewiste en van geïmporteerde casussen is de tijd niet bekend.',
  noDurations:
    'Van geen opschaling in deze periode is bekend hoe lang oppakken of afronden duurde.',
  ages: 'Openstaand werk op dit moment',
  ageRows: {
    open: 'Open, nog niet opgepakt',
    claimed: 'Opgepakt, nog niet afgerond',
  } satisfies Record<keyof Ages, string>,
  standing: 'Stand',
  agesNote:
    'In hele dagen, vanaf het opschalen tot nu. “Helft binnen 3” betekent: de helft staat 3 dagen of korter open. Zo ook 90%.',
  noWork: 'Er staat nu niets open.',
  participating: 'Deelnemende gemeenten',
  notParticipating: 'Niet-deelnemende gemeenten',
  elsewhere: 'Overige woonplaatsen',
  home: 'Woonplaats',
  participatesOn: (day: string) => `Wie deelneemt, is bepaald op ${day}.`,
  participation: 'Deelname op de dag van opschalen',
  participations: {
    participating: 'Deelnemende gemeente',
    'not-participating': 'Niet-deelnemende gemeente',
    unknown: 'Niet bekend',
  } satisfies Record<Participation, string>,
  without: (names: string) => `Zonder gesprekken en opschalingen: ${names}.`,
  why: {
    outcomes:
      'Uitkomsten tellen in de periode van afronden, opschalingen in die van opschalen. Zo kan het aantal verschillen.',
    /** Each names what is missing, in the words of the table above it. */
    unknownTalks: (n: string) => `Gesprekken die niet in deze tabel staan: ${n}.`,
    unknownEscalations: (n: string) => `Opschalingen die niet in deze tabel staan: ${n}.`,
    unknownClosed: (n: string) => `Afgeronde opschalingen die niet in deze tabel staan: ${n}.`,
    erased: 'Van gewiste casussen blijft dit niet bewaard.',
    phase:
      'Tellingen en geïmporteerde casussen hebben geen fase. Van gewiste casussen blijft die niet bewaard.',
    result: 'Van gewiste en van geïmporteerde casussen is dit niet bekend.',
  },
  costs: {
    realised: (n: string) => `Gerealiseerde anticonceptie in deze periode: ${n}`,
    range: (low: string, high: string) => `Geschatte baten: ${low} tot ${high}`,
    none: 'Zonder gerealiseerde anticonceptie zijn er geen baten te schatten.',
    participant: (amount: string) =>
      `Kosten per deelnemer, in de eerste vier jaar van een regio: ${amount}`,
    postponing: (amount: string) =>
      `Kosten per deelnemer die kiest voor uitstel, ongeveer 80%: ${amount}`,
    benefit: (support: string, foster: string, living: string) =>
      `Baten per voorkomen onbedoelde zwangerschap: ${support} (opvoedondersteuning), ${foster} (pleegzorg) of ${living} (beschermd wonen)`,
  },
  sources: {
    heading: 'Casussen achter de cijfers',
    summary: 'Casussen achter de cijfers',
    which: 'Welk cijfer?',
    choose: 'Kies een cijfer en daarna Casussen tonen. Je ziet dan uit welke casussen het bestaat.',
    show: 'Casussen tonen',
    nothing: 'Hier is in deze periode niets geteld.',
    parts: {
      cases: (n: string) => `Uit casussen: ${n}`,
      quickCounts: (n: string) => `uit tellingen: ${n}`,
      register: (n: string) => `uit het programma: ${n}`,
      imported: (n: string) => `geïmporteerd: ${n}`,
      erased: (n: string) => `gewist: ${n}`,
      uncased: (n: string) => `zonder casus geteld: ${n}`,
    },
    range: (first: number, last: number, of: number) =>
      of === 1
        ? '1 casus.'
        : first === last
          ? `Casus ${first} van ${of}.`
          : `Casus ${first} tot en met ${last} van ${of}.`,
    tapToOpen: 'Kies een casus om die te openen.',
    notShared: (codes: string) =>
      `Niet met de coördinator gedeeld, daarom niet te openen: ${codes}.`,
    refused: 'Casuscodes zijn alleen voor de inhoudelijk coördinator. De cijfers zie je wel.',
  },
};

/** Another language has the same shape. */
export type FigureWords = typeof figuresNl;

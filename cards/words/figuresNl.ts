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
  nothing: 'In deze periode is niets geteld.',
  pages: { overview: 'Overzicht', escalations: 'Opschalingen', origin: 'Herkomst' },
  show: 'Toon',
  earlier: 'Eerder',
  later: 'Later',
  cases: 'Casuscodes',
  back: 'Terug naar de cijfers',
  /** What a digest printed, where it was something else. */
  printed: (column: string, now: string, then: string) =>
    `${column}: ${now} (weekbericht: ${then})`,
  target: (year: number, basis: Basis, done: string, of: string, share: string) =>
    `Streefgetal ${year} (${basis === 'since-start' ? 'sinds start' : 'dit jaar'}): ${done} van ${of}, dat is ${share}`,
  targetZero: (year: number, basis: Basis, done: string) =>
    `Streefgetal ${year} (${basis === 'since-start' ? 'sinds start' : 'dit jaar'}): ${done} van 0`,
  weekChart: 'Gesprekken en opschalingen per week',
  weekNumbers: 'De aantallen per week',
  weekLine: (week: string, talks: string, escalations: string) =>
    `${week}: gesprekken ${talks}, opschalingen ${escalations}`,
  reasons: 'Opschalingen per reden',
  durationColumns: { half: 'Helft', most: '90%', of: 'Van' },
  durationNote:
    'In hele dagen: de helft duurde hoogstens zo lang (mediaan), 90% hoogstens zo lang (90e percentiel). Tijd telt in de periode van oppakken of afronden.',
  durationErased: 'Van gewiste en van geïmporteerde casussen is de tijd niet bekend.',
  ages: 'Openstaand werk op dit moment',
  ageRows: {
    open: 'Open, nog niet opgepakt',
    claimed: 'Opgepakt, nog niet afgerond',
  } satisfies Record<keyof Ages, string>,
  agesNote:
    'In hele dagen, vanaf het opschalen tot nu: de helft wacht hoogstens zo lang, 90% hoogstens zo lang.',
  participating: 'Deelnemende gemeenten',
  notParticipating: 'Niet-deelnemende gemeenten',
  elsewhere: 'Overige woonplaatsen',
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
    unknownTalks: (n: string) => `Gesprekken waarvan dit niet bekend is: ${n}.`,
    unknownEscalations: (n: string) => `Opschalingen waarvan dit niet bekend is: ${n}.`,
    unknownClosed: (n: string) => `Afgeronde opschalingen waarvan dit niet bekend is: ${n}.`,
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
    choose: 'Kies een cijfer en daarna Toon. Je ziet dan uit welke casussen het bestaat.',
    nothing: 'Hier is in deze periode niets geteld.',
    parts: {
      cases: (n: string) => `uit casussen: ${n}`,
      quickCounts: (n: string) => `uit tellingen: ${n}`,
      register: (n: string) => `uit het programma: ${n}`,
      imported: (n: string) => `geïmporteerd: ${n}`,
      erased: (n: string) => `gewist: ${n}`,
      uncased: (n: string) => `zonder casus geteld: ${n}`,
    },
    range: (first: number, last: number, of: number) =>
      `Casus ${first} tot en met ${last} van ${of}. Kies een casus om die te openen.`,
    notShared: (codes: string) =>
      `Niet met de coördinator gedeeld, daarom niet te openen: ${codes}.`,
    refused: 'Casuscodes zijn alleen voor de inhoudelijk coördinator. De cijfers zie je wel.',
  },
};

/** Another language has the same shape. */
export type FigureWords = typeof figuresNl;

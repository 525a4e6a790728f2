import type { Basis, PartnerStatus, RegisterEvent, RegisterKind } from '../../data/register.js';
import type { DateProblem } from '../../data/registerContent.js';
import { plural } from './plural.js';

/** What one kind of entry is called: its list, one of them, and the buttons and texts about it. */
interface KindWords {
  list: string;
  one: string;
  add: string;
  correct: string;
  remove: string;
  empty: string;
}

const kinds: Record<RegisterKind, KindWords> = {
  partner: {
    list: 'Partners',
    one: 'Partner',
    add: 'Partner toevoegen',
    correct: 'Partner corrigeren',
    remove: 'Partner verwijderen',
    empty: 'Er staan nog geen partners in het programma.',
  },
  training: {
    list: 'Scholingen',
    one: 'Scholing',
    add: 'Scholing toevoegen',
    correct: 'Scholing corrigeren',
    remove: 'Scholing verwijderen',
    empty: 'Er staan nog geen scholingen in het programma.',
  },
  group: {
    list: 'Intervisiegroepen',
    one: 'Intervisiegroep',
    add: 'Intervisiegroep toevoegen',
    correct: 'Intervisiegroep corrigeren',
    remove: 'Intervisiegroep verwijderen',
    empty: 'Er staan nog geen intervisiegroepen in het programma.',
  },
  meeting: {
    list: 'Intervisiebijeenkomsten',
    one: 'Intervisiebijeenkomst',
    add: 'Bijeenkomst toevoegen',
    correct: 'Bijeenkomst corrigeren',
    remove: 'Bijeenkomst verwijderen',
    empty: 'Er staan nog geen intervisiebijeenkomsten in het programma.',
  },
  target: {
    list: 'Streefgetallen',
    one: 'Streefgetal',
    add: 'Streefgetal toevoegen',
    correct: 'Streefgetal corrigeren',
    remove: 'Streefgetal verwijderen',
    empty: 'Er staan nog geen streefgetallen in het programma.',
  },
  total: {
    list: 'Eerdere totalen',
    one: 'Eerder totaal',
    add: 'Eerder totaal toevoegen',
    correct: 'Eerder totaal corrigeren',
    remove: 'Eerder totaal verwijderen',
    empty: 'Er staan nog geen eerdere totalen in het programma.',
  },
};

/** `programma`: the register of everything that is no case. */
export const programmeNl = {
  heading: (region: string) => `Programma ${region}`,
  summary: 'Programma',
  refusal: 'Dit kan alleen de projectleider; scholingen en intervisie ook de coördinator.',
  whichRegion: 'Van welke regio wil je het programma zien?',
  ofRegion: (region: string) => `Programma van ${region} openen`,
  intro: 'Wat hier staat, telt mee in de cijfers op de dag die erbij staat.',
  introCoordinator:
    'Hier houd je scholingen en intervisie bij. Partners en streefgetallen houdt de projectleider bij.',
  kinds,
  toProgramme: 'Naar het programma',
  statuses: {
    joined: 'Aangesloten',
    pledged: 'Toegezegd',
    talking: 'In gesprek',
    declined: 'Doet niet mee',
  } satisfies Record<PartnerStatus, string>,
  bases: { 'since-start': 'sinds start', 'this-year': 'dit jaar' } satisfies Record<Basis, string>,
  trainingAndIntervision: 'Scholing en intervisie',
  attendedInAll: 'Aanwezigen bij de bijeenkomsten',
  /** Without what was reached before the bot. */
  registered: 'Dit zijn de aantallen uit de lijsten. Eerdere totalen staan apart.',
  targetLabel: (indicator: string, year: number, basis: string) =>
    `${indicator}, ${year} (${basis})`,
  progress: (done: string, of: string) => `${done} van ${of}`,
  ahead: (year: number) => `${year} moet nog beginnen`,
  over: (year: number) => `${year} is voorbij`,
  progressNow: 'Stand nu',
  totalUntil: (n: string, day: string) => `${n} (tot en met ${day})`,
  nothing: 'Nog niets.',
  more: (n: number) => `Nog ${n} tonen`,
  moreEvents: (n: number) => `Nog ${plural(n, 'wijziging', 'wijzigingen')}`,

  range: (first: number, last: number, of: number) =>
    of === 1
      ? '1 regel'
      : first === last
        ? `${first} van ${of}`
        : `${first} tot en met ${last} van ${of}`,
  tapToOpen: 'Kies een regel om die te openen.',
  openRow: (one: string, place: number) => `${one} ${place} in deze lijst openen`,
  previous: 'Vorige bladzijde',
  next: 'Volgende bladzijde',
  removedOnes: (n: number) => `Verwijderd (${n})`,
  removedHeading: (list: string) => `${list}: verwijderd`,
  noneRemoved: 'Hier is niets verwijderd.',
  toList: 'Naar de lijst',
  since: (day: string) => `sinds ${day}`,
  until: (day: string) => `tot en met ${day}`,
  officers: (n: number) =>
    plural(n, 'aandachtsfunctionaris geschoold', 'aandachtsfunctionarissen geschoold'),
  attended: (n: number, organisations: number) =>
    `${n} aanwezig, van ${plural(organisations, 'organisatie', 'organisaties')}`,

  fields: {
    name: 'Naam',
    partnerName: 'Naam van de organisatie',
    organisationType: 'Soort organisatie',
    status: 'Status',
    since: 'Sinds',
    sinceHint: 'De dag waarop deze status inging',
    earlier: 'Eerder',
    on: 'Datum',
    title: 'Titel',
    organisation: 'Organisatie',
    noOrganisation: 'Niet voor één organisatie',
    officers: 'Geschoolde aandachtsfunctionarissen',
    officersAsked: 'Hoeveel aandachtsfunctionarissen zijn hierbij geschoold?',
    groupSince: 'Begonnen op',
    group: 'Intervisiegroep',
    noGroup: 'Geen vaste groep',
    groupRemoved: (name: string) => `${name} (verwijderd)`,
    organisations: 'Welke organisaties waren erbij?',
    attendance: 'Aanwezig',
    attendanceOf: (list: string, n: number) => `${list} (samen ${n})`,
    attendedFrom: (organisation: string, n: number) => `${n} van ${organisation}`,
    howMany: 'Hoeveel mensen waren er?',
    nobody: 'niet ingevuld',
    indicator: 'Cijfer',
    year: 'Jaar',
    basis: 'Waarmee vergelijken?',
    basisShort: 'Basis',
    basisTitles: {
      'since-start': 'Alles sinds de start, tot en met dit jaar',
      'this-year': 'Alleen dit jaar',
    } satisfies Record<Basis, string>,
    basisHint: 'Het streefgetal wordt alleen vergeleken met wat op dezelfde manier is geteld.',
    target: 'Streefgetal',
    row: 'Cijfer',
    n: 'Aantal',
    totalHint:
      'Alleen wat nergens anders meetelt: van voor deze bot, zonder losse regels. Anders telt het dubbel.',
    until: 'Tot en met',
    untilHint: 'Het hele aantal telt mee op deze dag',
  },
  statusHint:
    'Een andere status met een latere dag komt erbij; de vorige blijft bewaard. Met dezelfde of een eerdere dag verbeter je de laatste.',
  standsNow: 'Dit staat er nu',
  yours: 'Dit vulde jij in',
  openExisting: 'Openen wat er al staat',

  errors: {
    dates: {
      future: 'De datum ligt in de toekomst. Kies vandaag of een eerdere dag.',
      'before-start': 'Dit ligt voor de start van het programma. Controleer het jaar.',
    } satisfies Record<DateProblem, string>,
    beforeEarlier: (day: string) =>
      `Op ${day} ging de status hiervoor in. Kies een dag die later is.`,
    unknownOrganisation: 'Deze organisatie staat niet meer bij de regio. Kies opnieuw.',
    unknownGroup: 'Deze groep is intussen verwijderd. Kies opnieuw.',
    duplicate: {
      partner: 'Deze partner staat er al. Corrigeer die in plaats van een tweede toe te voegen.',
      group: 'Deze groep staat er al. Corrigeer die in plaats van een tweede toe te voegen.',
      target: 'Voor dit cijfer, dit jaar en deze basis staat er al een streefgetal. Corrigeer dat.',
      total: 'Voor dit cijfer staat er al een eerder totaal. Corrigeer dat.',
    },
    /** Of what is there already. */
    addedBy: (name: string, when: string) => `Toegevoegd door ${name} op ${when}.`,
    plainName: 'Gebruik geen tekens als * _ # [ ] { } < >.',
    noOrganisations: 'Kies minstens één organisatie.',
    manyOrganisations: (most: number) => `Kies hoogstens ${most} organisaties.`,
  },

  added: 'Toegevoegd.',
  saved: 'Opgeslagen.',
  unchanged: 'Er is niets veranderd: dit stond er al zo.',
  counts: (week: number, year: number) => `Dit telt mee in week ${week} van ${year}.`,
  otherYear: (day: string, week: number, year: number) =>
    `Let op: ${day} valt in week ${week} van ${year}. Hoort dit bij een ander jaar? Kies dan een andere dag.`,
  removedDone: 'Verwijderd. Dit telt nergens meer mee.',
  removedNote: (when: string, name: string) =>
    `Verwijderd op ${when} door ${name}. Dit telt niet meer mee.`,
  changedMeanwhile: (when: string, name: string) =>
    `${name} heeft dit intussen gewijzigd (${when}). Kijk wat er nu staat, en sla daarna op wat moet blijven.`,
  changedBeforeRemoval: (when: string, name: string) =>
    `${name} heeft dit intussen gewijzigd (${when}). Kijk eerst wat er nu staat.`,
  history: 'Verloop',
  events: {
    added: 'toegevoegd',
    corrected: 'gecorrigeerd',
    removed: 'verwijderd',
  } satisfies Record<RegisterEvent['kind'], string>,
  eventBy: (what: string, name: string) => `${what} door ${name}`,
  before: (label: string) => `${label}, eerst`,
  after: (label: string) => `${label}, daarna`,
  noValue: 'leeg',
  askRemove: 'Wil je dit verwijderen?',
  whatRemoving:
    'Het telt dan nergens meer mee. In het verloop blijft staan wat het was en wie het verwijderde.',
  buttons: {
    correct: 'Corrigeren',
    remove: 'Verwijderen',
    keep: 'Niet verwijderen',
  },
};

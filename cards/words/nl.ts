import type { BelowRow, Indicator } from '../../data/figureRows.js';
import type { EscalationStatus } from '../../data/case.js';
import type { IdentifierKind } from '../../data/identifiers.js';
import type { CommandName, HelpGroup } from '../commandNames.js';
import type { ParticipationNow } from '../participation.js';
import { checklistNl, screensNl } from './checklistNl.js';
import { bulletinsNl } from './bulletinsNl.js';
import { exportNl } from './exportNl.js';
import { digestNl } from './digestNl.js';
import { followUpNl } from './followUpNl.js';
import { lanesNl } from './lanesNl.js';
import { organisationNl, quickCountNl, takeOverNl } from './officerNl.js';
import { handOverNl } from './handOverNl.js';
import { noticesNl } from './noticesNl.js';
import { figureNamesNl } from './figureNamesNl.js';
import { figuresNl } from './figuresNl.js';
import { ownCasesNl } from './ownCasesNl.js';
import { permissionNl } from './permissionNl.js';
import { prepareNl } from './prepareNl.js';
import { programmeNl } from './programmeNl.js';
import { queueNl } from './queueNl.js';
import { troubleNl } from './troubleNl.js';
import { steeringReportNl } from './steeringReportNl.js';
import { workbookNl } from './workbookNl.js';
import { privacyNl } from './privacyNl.js';
import { regionNl } from './regionNl.js';
import { absenceNl, reminderSettingsNl } from './settingsNl.js';
import { plural } from './plural.js';

/** The first of `typed` is the one that help shows; all of them work, in any case. */
interface CommandWords {
  typed: readonly [string, ...string[]];
  description: string;
}

/** Every Dutch word a person can read. Another language has the same shape, or does not compile. */
export const nl = {
  checklist: checklistNl,
  yes: 'Ja',
  no: 'Nee',
  required: '(verplicht)',
  optional: '(mag leeg blijven)',
  choose: 'Kies',
  /** What a title does that hides what is below it. */
  fold: (title: string) => `${title}, tonen of verbergen`,

  buttons: {
    record: 'Gesprek vastleggen',
    prepare: 'Voorbereiden',
    figures: 'Cijfers',
    programme: 'Programma',
    region: 'Mijn regio',
    profile: 'Profiel',
    privacy: 'Wat ik bewaar',
    count: 'Tellen',
    queue: 'Werkvoorraad',
    help: 'Hulp',
    next: 'Volgende',
    back: 'Terug',
    later: 'Later verdergaan',
    discard: 'Concept weggooien',
    save: 'Opslaan',
    escalate: 'Opschalen',
    doNotEscalate: 'Niet opschalen',
    consult: 'Overleg zonder cliëntgegevens',
    resume: 'Verdergaan',
    claim: 'Oppakken',
    giveBack: 'Teruggeven',
    open: 'Openen',
    openOwn: 'Openen als professional',
    decline: 'Afwijzen',
    close: 'Afronden',
    confirm: 'Bevestigen',
    myCases: 'Mijn casussen',
    furtherTalk: 'Vervolggesprek',
    another: 'Nog een gesprek vastleggen',
    escalateAnother: 'Nog een casus opschalen',
    confirmChannel: 'Ja, koppel dit kanaal',
    ...handOverNl.buttons,
    cancelLink: 'Nee, niet koppelen',
  },

  commands: {
    start: { typed: ['start', 'hi', 'hallo'], description: 'Begin en menu' },
    prepare: { typed: ['voorbereiden'], description: 'Vragen voor een gesprek bekijken' },
    record: { typed: ['vastleggen', 'registreren'], description: 'Een gesprek vastleggen' },
    escalate: { typed: ['opschalen'], description: 'Opschalen zonder gesprek, of voor een beller' },
    resume: { typed: ['verder'], description: 'Verdergaan met je concept' },
    discard: { typed: ['weggooien'], description: 'Je concept weggooien' },
    'my-cases': {
      typed: ['mijn casussen', 'casussen'],
      description: 'Je eigen casussen bekijken en bijwerken',
    },
    count: {
      typed: ['tellen'],
      description: 'Gesprekken tellen, totalen van je organisatie, casussen overnemen',
    },
    queue: {
      typed: ['werkvoorraad', 'wachtrij'],
      description: 'Wat er op coördinatoren wacht',
    },
    link: {
      typed: ['koppelen', 'koppel'],
      description: 'Dit kanaal koppelen (in het kanaal van de coördinatoren)',
    },
    figures: { typed: ['cijfers', 'weekcijfers'], description: 'De cijfers van je regio' },
    export: { typed: ['export'], description: 'De cijfers als bestand' },
    programme: {
      typed: ['programma'],
      description: 'Partners, scholingen, intervisie en streefgetallen bijhouden',
    },
    region: {
      typed: ['regio', 'mijn regio'],
      description: 'Je coördinator, de volgende intervisie en materialen',
    },
    profile: { typed: ['profiel'], description: 'Je organisatie, domein en taal kiezen' },
    language: { typed: ['taal'], description: 'Nederlands of Engels kiezen' },
    privacy: { typed: ['privacy'], description: 'Wat ik bewaar, waarom en hoe lang' },
    help: { typed: ['help', 'hulp'], description: 'Wat je kunt typen' },
  } satisfies Record<CommandName, CommandWords>,

  menu: {
    heading: (name: string) => (name === '' ? 'Hallo' : `Hallo ${name}`),
    summary: 'Menu van Nu Niet Zwanger',
    purpose:
      'Ik help je een gesprek over kinderwens, seksualiteit en anticonceptie voor te bereiden en vast te leggen. Is er meer nodig? Dan vraag je via mij de coördinator erbij.',
    voluntary:
      'Praten is altijd vrijwillig. “Ik wil nu een kind” en “nee” zijn ook volledige antwoorden.',
    noFile:
      'Deze bot is geen dossier. Schrijf nooit een naam, geboortedatum, adres, telefoonnummer of BSN van een cliënt op.',
    begin:
      'Kies een knop of typ een woord. Met “help” zie je alle woorden, met “privacy” wat ik bewaar.',
    notLinked: (region: string) => `Er is nog geen kanaal gekoppeld voor ${region}.`,
    waiting: (escalations: number) =>
      `${plural(escalations, 'opgeschaalde casus wacht', 'opgeschaalde casussen wachten')}.`,
    howToLink: 'Typ in het kanaal van de coördinatoren: @Nu Niet Zwanger koppelen.',
    draftWaiting: 'Je hebt nog een concept openstaan.',
    channel: (region: string) =>
      `Dit kanaal is van de coördinatoren van ${region}. Opgeschaalde casussen verschijnen hier.`,
    channelUnlinked:
      'Typ in dit kanaal “@Nu Niet Zwanger koppelen” om hier opgeschaalde casussen te krijgen. Dat kan alleen een inhoudelijk coördinator.',
  },

  profile: {
    heading: 'Je profiel',
    summary: 'Je profiel',
    intro:
      'Voor welke organisatie werk je? Je regio hoort bij je organisatie. Zo komt een opschaling bij de coördinator van jouw regio.',
    introOptional: 'Organisatie en domein zijn alleen nodig als je zelf ook gesprekken vastlegt.',
    organisation: 'Organisatie',
    domain: 'Domein',
    language: 'Taal',
    languages: { nl: 'Nederlands', en: 'Engels' },
    saved: 'Je profiel is opgeslagen.',
    savedAs: (organisation: string, region: string) => `${organisation}, regio ${region}`,
    neededFirst: 'Kies eerst je organisatie. Daarna kun je verder.',
  },

  language: {
    heading: 'Taal',
    question: 'In welke taal wil je de bot lezen?',
    saved: 'Vanaf nu lees je de bot in het Nederlands.',
  },

  form: {
    progress: (step: number, of: number) => `Stap ${step} van ${of}`,
    concept: 'Checklist: concept 2 (nog niet goedgekeurd)',
    summary: 'Gesprek vastleggen',
    freeTextHint:
      'Ik heb je bericht niet bewaard. Vul het scherm hieronder in, of kies Later verdergaan.',
    staleHint: 'Die kaart was oud. Dit is het scherm waar je nu bent.',
    resumed: 'Welkom terug. Je gaat verder waar je was.',
    fix: 'Er is iets niet ingevuld of het klopt niet. Kijk hieronder bij ⚠.',
    fixAbove: 'Dit is nog niet gelukt. Kijk hierboven bij ⚠.',
    noClientData: 'Geen naam, geboortedatum, adres, telefoonnummer of BSN van de cliënt.',
  },

  ...screensNl,

  errors: {
    required: 'Kies een antwoord.',
    requiredText: 'Vul dit in.',
    invalid: 'Dit antwoord ken ik niet. Kies opnieuw.',
    date: 'Vul een geldige datum in.',
    futureDate: 'De datum ligt in de toekomst. Kies vandaag of een eerdere dag.',
    tooOld: 'De datum ligt meer dan een jaar terug. Controleer het jaar.',
    beforeStart: (month: string) =>
      `Dit ligt voor de start van het programma (${month}). Controleer het jaar.`,
    monthOrDay: 'Schrijf een maand als 11-2026 of een dag als 16-11-2026.',
    noHelpAlone: '“Geen hulp” kan niet samen met een ander antwoord.',
    tooLong: (max: number) => `Dit is te lang. Gebruik hoogstens ${max} tekens.`,
    chooseReason: 'Kies minstens één reden, of kies Niet opschalen.',
    recordPermission: 'Opschalen kan alleen als de cliënt het goed vindt dat je dit vastlegt.',
    sharePermission:
      'Opschalen kan alleen als de cliënt het goed vindt dat je deelt met de coördinator. Anders kun je kiezen voor Overleg zonder cliëntgegevens.',
    networkPermission:
      'Het somatisch netwerk kan alleen als de cliënt het goed vindt dat je deelt met het medisch netwerk.',
    followUpPermission:
      'Follow-up kan alleen als de cliënt het goed vindt dat later aan de professional wordt gevraagd hoe het gaat.',
    identifier: (found: string) =>
      `Ik vond iets dat vaak een persoon herkenbaar maakt (${found}). Ik heb het niet opgeslagen.`,
    identifierHints: {
      mayConfirm: 'Haal weg wat tussen [ ] staat, of geef aan dat het niemand herkenbaar maakt.',
      neverBsn: 'Haal weg wat tussen [ ] staat. Een BSN mag hier nooit staan.',
      confirmed: 'Je hebt aangegeven dat wat tussen [ ] staat niemand herkenbaar maakt.',
    },
    recognisable: 'Dit kan iemand herkenbaar maken',
    identifiesNobody: 'Dit maakt niemand herkenbaar',
    identifiers: {
      bsn: 'BSN',
      email: 'e-mailadres',
      iban: 'rekeningnummer',
      phone: 'telefoonnummer',
      address: 'adres',
      'birth-date': 'datum',
      name: 'naam',
    } satisfies Record<IdentifierKind, string>,
  },

  done: {
    summary: 'Vastgelegd',
    code: 'Casuscode',
    keepCode:
      'Schrijf deze code in je eigen dossier. Alleen jij weet bij wie de code hoort. Je vindt de casus terug bij Mijn casussen.',
    notEscalated: 'Je hebt niet opgeschaald. De coördinator ziet deze casus niet.',
    escalated: (reasons: string) => `Opgeschaald naar de coördinator: ${reasons}.`,
    escalatedNext: 'Je hoort van mij wanneer een coördinator de casus oppakt.',
    noChannel:
      'De coördinatoren van je regio hebben nog geen kanaal gekoppeld. Alles wacht tot er een kanaal is. Heb je haast? Bel de coördinator dan zelf.',
    notWanted: 'Aangeboden, niet gewenst',
    notWantedText:
      'Dit is een volledig antwoord. Ik heb alleen geteld dat het gesprek is aangeboden. Over de cliënt is niets bewaard.',
    consult: 'Overleg aangevraagd',
    consultText: 'Een coördinator belt je. Er is niets over de cliënt meegestuurd.',
    discarded: 'Concept weggegooid',
    discardedText: 'Er is niets bewaard.',
    parked: 'Je concept is bewaard',
    parkedText: (until: string) =>
      `Typ “verder” om verder te gaan. Het concept wordt op ${until} vanzelf weggegooid.`,
    noDraft: 'Er staat geen concept open. Typ “vastleggen” om te beginnen.',
    noDraftHeading: 'Er staat geen concept open',
    noDraftText:
      'Je kunt een nieuw gesprek vastleggen of er een voorbereiden. Wat je al had vastgelegd, staat bij Mijn casussen.',
    gone: 'Dit scherm is al afgerond',
  },

  escalation: {
    summary: (code: string) => `Casus ${code}`,
    heading: (code: string) => `Casus ${code}`,
    priority: 'Met voorrang',
    reasons: 'Redenen',
    endedReason: (reason: string) => `${reason} (gestopt)`,
    domain: 'Domein',
    participation: 'Gemeente doet mee',
    participates: {
      participating: 'ja',
      'not-participating': 'nee, uitzondering nodig',
      'as-exception': 'nee, als uitzondering opgepakt',
      ended: 'nee',
      unknown: 'niet bekend',
    } satisfies Record<ParticipationNow, string>,
    participations: {
      participating: 'doet mee',
      'not-participating': 'doet niet mee: uitzondering nodig',
      'as-exception': 'doet niet mee, als uitzondering opgepakt',
      ended: 'doet niet mee',
      unknown: 'niet bekend of die meedoet',
    } satisfies Record<ParticipationNow, string>,
    age: 'Opgeschaald op',
    holder: 'Opgepakt door',
    closedBy: 'Afgerond door',
    declinedBy: 'Afgewezen door',
    statuses: {
      open: 'Open',
      claimed: 'Opgepakt',
      declined: 'Afgewezen',
      closed: 'Afgerond',
      withdrawn: 'Ingetrokken',
    } satisfies Record<EscalationStatus, string>,
    notShared: 'Toestemming ingetrokken',
    talliesHeading: (region: string) => `Tellingen van ${region}`,
    sinceStart: 'Sinds start',
    row: 'Telling',
    reasonsThisYear: (year: number) => `Opschalingen per reden in ${year}`,
    stock: (open: string, claimed: string, closed: string) =>
      `Nu: ${open} open, ${claimed} opgepakt, ${closed} afgerond`,
  },
  consult: {
    heading: 'Consultvraag',
    summary: 'Consultvraag zonder cliëntgegevens',
    text: 'Een professional wil overleggen. Er zijn geen cliëntgegevens bij.',
    open: 'Nog niet opgepakt',
    taken: (name: string) => `Opgepakt door ${name}`,
    callBack: (name: string, organisation: string) => `${name} (${organisation}) wil overleggen`,
    reachable: 'Bereikbaar',
    alreadyTaken: (name: string) => `${name} heeft deze consultvraag al opgepakt.`,
  },

  caseCard: {
    summary: (code: string) => `Casus ${code}`,
    client: 'Over de casus',
    municipality: 'Gemeente',
    organisation: 'Organisatie',
    professional: 'Professional',
    reachable: 'Bereikbaar',
    otherSituations: 'Situatie bij andere redenen',
    wish: 'Kinderwens',
    wants: 'Wat de cliënt wil',
    arrangement: 'Anticonceptie',
    permissions: 'Toestemming',
    declared: (name: string, day: string) => `Verklaard door ${name} op ${day}`,
    notAsked: 'Niet gevraagd',
    note: 'Toelichting',
    noNote: 'geen',
    history: 'Verloop',
    earlier: (n: number) => `Hiervoor: nog ${plural(n, 'regel', 'regels')}`,
    exception: 'Uitzondering',
    exceptionMissing:
      'De gemeente doet niet mee; er is nog geen reden voor een uitzondering genoteerd. Geef de casus terug en pak die weer op om een reden te noteren. Of wijs de casus af.',
    declineReason: 'Reden van afwijzen',
    outcome: 'Uitkomst',
    contraception: 'Anticonceptie bij afronden',
    talkOn: 'Gesprek op',
    noTalk: 'geen gesprek vastgelegd',
  },
  close: {
    heading: (code: string) => `Casus ${code} afronden`,
    outcome: 'Uitkomst',
    contraception: 'Anticonceptie',
    whenRealised: '(verplicht als je Gerealiseerd kiest)',
  },
  declineForm: {
    heading: (code: string) => `Casus ${code} afwijzen`,
    intro: 'De professional leest deze reden.',
    reason: 'Waarom neem je de casus niet in behandeling?',
  },
  exceptionForm: {
    heading: (code: string) => `Casus ${code} oppakken als uitzondering`,
    intro: 'De gemeente doet op dit moment niet mee.',
    reason: 'Waarom pak je de casus toch op?',
  },

  events: {
    'talk-recorded': 'gesprek vastgelegd',
    realised: 'realisatie van anticonceptie gemeld',
    corrected: 'gecorrigeerd',
    progress: 'voortgang gemeld',
    'permission-withdrawn': 'toestemming ingetrokken',
    'taken-over': 'voortgezet',
    escalated: 'opgeschaald',
    claimed: 'opgepakt',
    'given-back': 'teruggegeven',
    lapsed: 'weer vrij',
    offered: 'overdracht aangeboden',
    'offer-accepted': 'overgenomen',
    'offer-refused': 'overname geweigerd',
    'offer-cancelled': 'aanbod ingetrokken',
    declined: 'afgewezen',
    'lane-updated': 'spoor bijgewerkt',
    'lane-settled': 'spoor klaar gemeld',
    'follow-up-asked': 'gevraagd hoe het gaat',
    'follow-up-snoozed': 'gevraagd om later te vragen',
    'follow-up-answered': 'verteld hoe het gaat',
    asked: 'vraag gesteld',
    answered: 'vraag beantwoord',
    closed: 'afgerond',
    reopened: 'heropend',
    withdrawn: 'opschaling ingetrokken',
  },
  /** With content, so only on a card of the case itself. */
  eventsInFull: {
    offered: (name: string) => `overdracht aan ${name} aangeboden`,
    'lane-updated': (lane: string) => `spoor “${lane}” bijgewerkt`,
    'lane-settled': (lane: string) => `spoor “${lane}” klaar gemeld`,
  },
  eventLine: (when: string, what: string, who: string) => `${when}: ${what}${who}`,
  by: (name: string) => ` door ${name}`,

  notices: noticesNl,

  ...ownCasesNl,
  ...lanesNl,
  digest: digestNl,
  ...figureNamesNl,
  bulletins: bulletinsNl,
  followUp: followUpNl,
  queue: queueNl,
  trouble: troubleNl,
  workbook: workbookNl,
  exportFile: exportNl,
  steeringReport: steeringReportNl,
  handOver: { ...handOverNl.card, ...handOverNl.form },
  absence: absenceNl,
  reminderSettings: reminderSettingsNl,

  permission: permissionNl,
  prepare: prepareNl,
  programme: programmeNl,
  privacy: privacyNl,
  regionInfo: regionNl,
  quickCount: quickCountNl,
  organisation: organisationNl,
  takeOver: takeOverNl,

  wiped: {
    heading: 'Niet meer te lezen',
    summary: 'Een bericht is gewist',
    gone: 'Wat hier stond, is gewist. De cliënt heeft de toestemming ingetrokken, of de bewaartermijn is voorbij.',
    'not-shared':
      'De cliënt vindt het niet meer goed dat deze casus met de coördinator wordt gedeeld.',
  },

  figures: {
    ...figuresNl,
    heading: (region: string) => `Cijfers ${region}`,
    summary: 'Cijfers',
    asOf: (when: string) => `Stand van ${when}`,
    week: (week: number) => `Week ${week}`,
    abbreviation: 'IC: inhoudelijk coördinator.',
    reasonsNote: 'Een opschaling met twee redenen telt bij beide redenen mee.',
    empty: 'Er is nog niets geteld.',
    rows: {
      talks: 'NNZ-casuïstieken door netwerkpartners',
      'partner-contraception': 'Gerealiseerde anticonceptie via netwerkpartners',
      escalations: 'Opgeschaalde casuïstiek naar IC',
      'escalated-contraception': 'Gerealiseerde anticonceptie opgeschaald',
      partners: 'Aangesloten ketenpartners',
      trainings: 'Scholingen',
      'attention-officers': 'Geschoolde aandachtsfunctionarissen',
      intervision: 'Intervisiebijeenkomsten',
    } satisfies Record<Indicator, string>,
    subRows: {
      'talks-escalated': 'waarvan later opgeschaald',
      'escalations-again': 'waarvan opnieuw opgeschaald',
      'not-taken': 'niet in behandeling genomen',
      'not-taken-not-participating': 'waarvan uit niet-deelnemende gemeenten',
      'offered-not-wanted': 'Aangeboden, niet gewenst',
      consults: 'Consultvragen',
      'intervision-groups': 'intervisiegroepen',
    } satisfies Record<BelowRow, string>,
  },

  help: {
    heading: 'Hulp',
    summary: 'Hulp',
    intro: 'Typ een woord of een casuscode, of kies een knop.',
    unknown: (nearest: string) => `Dat woord ken ik niet. Bedoel je misschien: ${nearest}?`,
    looksLikeNote:
      'Dit lijkt op een notitie over een cliënt. Het bericht staat nog in Teams: verwijder het daar.',
    nothingStored: 'Ik heb je bericht niet bewaard.',
    groups: {
      professional: 'Gesprekken en casussen',
      officer: 'Als aandachtsfunctionaris',
      coordinator: 'Als inhoudelijk coördinator',
      figures: 'Als coördinator of projectleider',
      everybody: 'Altijd',
    } satisfies Record<HelpGroup, string>,
  },

  link: {
    heading: 'Kanaal koppelen',
    summary: 'Kanaal koppelen',
    question: (region: string) =>
      `Opgeschaalde casussen van ${region} komen dan in dit kanaal. Dit zijn de leden van het team. Zijn zij allemaal inhoudelijk coördinator?`,
    notListed: 'niet in de lijst van coördinatoren',
    counted: (members: number, notListed: number) =>
      notListed === 0
        ? `${plural(members, 'lid', 'leden')}, allemaal in de lijst van coördinatoren`
        : `${plural(members, 'lid', 'leden')}, van wie ${notListed} niet in de lijst van coördinatoren`,
    more: (n: number) => `En nog ${plural(n, 'lid', 'leden')}`,
    linked: (region: string) => `Dit kanaal is nu gekoppeld aan ${region}.`,
    whichRegion: 'Voor welke regio is dit kanaal?',
    linkRegion: (region: string) => `Dit kanaal koppelen aan ${region}`,
    taken: (region: string) =>
      `Dit kanaal is al van ${region}. Elke regio heeft een eigen kanaal, zodat de ene de casussen van de andere niet ziet. Typ koppelen in een ander kanaal.`,
    cancelled: (region: string) =>
      `Er is niets gekoppeld. Zorg dat alleen de coördinatoren van ${region} in het team zitten, of maak een nieuw team. Typ daar in een kanaal: @Nu Niet Zwanger koppelen.`,
    keptAsItWas: (region: string) =>
      `Er is niets veranderd. Casussen van ${region} komen in het kanaal dat al gekoppeld was.`,
    inChannelOnly: 'Typ dit in het teamkanaal van de coördinatoren: @Nu Niet Zwanger koppelen.',
  },

  refusals: {
    heading: 'Dat kan nu niet',
    professional: 'Kies eerst je organisatie in je profiel. Daarna kun je een gesprek vastleggen.',
    otherRegion:
      'Je organisatie hoort nu bij een andere regio dan dit concept. Gooi het concept weg en begin opnieuw.',
    coordinator: 'Dit kan alleen een inhoudelijk coördinator van deze regio.',
    coordinatorLeft: 'Je staat niet in het team van de coördinatoren. Vraag toegang tot het team.',
    leader: 'De bestanden met cijfers zijn voor de projectleider.',
    figures: 'De cijfers zijn voor de inhoudelijk coördinator en de projectleider.',
    unknownCase: (code: string) => `Casus ${code} ken ik niet. Controleer de code.`,
    guest:
      'Deze bot werkt alleen met een account van de eigen organisatie. Met een gastaccount kan het niet.',
    personalOnly: 'Dit doe je in de persoonlijke chat met mij, niet in een kanaal.',
    movedToChat: 'Dit doe je in onze persoonlijke chat. Ik heb het daar voor je klaargezet.',
    heldBy: (name: string) => `${name} heeft deze casus al opgepakt.`,
    alreadyYours: 'Je hebt deze casus al opgepakt.',
    notHolder: (name: string) => `Dit kan alleen ${name}, die deze casus heeft opgepakt.`,
    wrongStatus: (status: string) => `Dit kan niet meer. De casus is nu: ${status}.`,
    exceptionNeeded:
      'De gemeente doet niet mee. Geef in onze chat aan waarom je de casus toch oppakt.',
    reasonsEnded:
      'De cliënt heeft de toestemming ingetrokken die hiervoor nodig is. Deze reden is gestopt.',
    notShared:
      'De cliënt vindt het niet meer goed dat deze casus wordt gedeeld. Je kunt de casus niet meer openen.',
    attachment:
      'Bestanden en afbeeldingen open en bewaar ik niet, en de tekst erbij lees ik niet. Gaat het over een cliënt? Verwijder het bericht dan in Teams.',
    busy: 'Iemand was je net voor. Probeer het nog een keer.',
    noChat:
      'Ik kan je geen bericht sturen. Zoek Nu Niet Zwanger bij Apps in Teams, voeg de app toe en probeer het opnieuw.',
    regionGone:
      'Je regio staat niet meer in de instellingen. Vraag het aan de beheerder. Je concept blijft bewaard; met “weggooien” haal je het weg.',
    oldCard:
      'Deze kaart is vervangen. Gebruik de nieuwste kaart in het kanaal van de coördinatoren.',
    other: 'Dit kan op dit moment niet.',
    ...handOverNl.refusals,
  },

  failure: {
    heading: 'Er ging iets mis',
    text: (reference: string) =>
      `Probeer het nog een keer. Lukt het niet? Geef dan dit nummer door aan de beheerder: ${reference}.`,
    readOnly:
      'Ik kan op dit moment niets bewaren. Wat je invulde is niet opgeslagen. Probeer het later opnieuw.',
    unavailable:
      'Ik kan nu niet bij de gegevens. Probeer het over een minuut nog een keer. Kijk dan eerst of wat je deed er al staat.',
    slow: 'Het duurt langer dan anders. Kijk over een minuut of wat je deed er staat. Zo niet, probeer het dan nog een keer.',
  },
};

export type Words = Omit<typeof nl, 'commands'> & {
  commands: Record<CommandName, CommandWords>;
};

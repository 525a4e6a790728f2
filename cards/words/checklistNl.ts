import type {
  Arrangement,
  ContraceptionResult,
  Departure,
  Determinant,
  Elsewhere,
  Outcome,
  Phase,
  Reason,
  Situation,
  Topic,
  Want,
  Wish,
} from '../../data/checklist.js';
import type { DraftKind } from '../../data/draft.js';
import type { Permission } from '../../data/case.js';
import type { Domain } from '../../data/region.js';

/**
 * Every sentence of the checklist that a professional reads stands in this file, for review by the
 * coordinators. CONCEPT 2: shown as concept until a coordinator has approved it.
 */
export const checklistNl = {
  topics: {
    'child-wish': 'Kinderwens',
    sexuality: 'Seksualiteit',
    contraception: 'Anticonceptie',
  } satisfies Record<Topic, string>,
  determinants: {
    knowledge: 'Kennis',
    responsibility: 'Verantwoordelijkheid',
    'living-environment': 'Leefomgeving',
    emotion: 'Emotie',
    money: 'Geld',
  } satisfies Record<Determinant, string>,
  phases: {
    before: 'Voor een zwangerschap',
    during: 'Tijdens een zwangerschap',
    after: 'Na een zwangerschap',
    unknown: 'Onbekend',
  } satisfies Record<Phase, string>,
  wishes: {
    now: 'Ja, nu',
    later: 'Ja, later',
    none: 'Nee, geen kinderwens',
    undecided: 'Weet het nog niet',
    'not-discussed': 'Niet besproken',
  } satisfies Record<Wish, string>,
  wants: {
    information: 'Informatie',
    'contraception-help': 'Hulp bij anticonceptie',
    'wish-support': 'Ondersteuning bij een kinderwens',
    'talk-later': 'Later nog eens praten',
    'no-help': 'Geen hulp',
  } satisfies Record<Want, string>,
  arrangements: {
    self: 'Regelt het zelf',
    realised: 'Anticonceptie is gerealiseerd',
    regular: 'Loopt via de reguliere zorg',
    'regular-fails': 'Lukt niet via de reguliere zorg',
    'no-choice': 'Heeft nog geen keuze gemaakt',
    'not-applicable': 'Niet van toepassing',
  } satisfies Record<Arrangement, string>,
  elsewhere: {
    'no-fixed-abode': 'Geen vaste woonplaats',
    'outside-region': 'Buiten de regio',
    unknown: 'Onbekend',
  } satisfies Record<Elsewhere, string>,
  reasons: {
    complex: 'Overname van complexe casuïstiek',
    finance: 'Regelen van financiën',
    'somatic-network': 'Gebruik van somatisch netwerk',
    'follow-up': 'Aanmelding voor follow-up',
  } satisfies Record<Reason, string>,
  situations: {
    expertise: 'Ik mis kennis of ervaring hiervoor',
    stuck: 'Het gesprek loopt vast',
    coercion: 'Zorgen over dwang, drang of geweld, ook door hulpverleners',
    capacity: 'Twijfel of de cliënt deze keuze kan overzien (overleg over wilsbekwaamheid)',
    cost: 'Kosten zijn een drempel',
    uninsured: 'Cliënt is onverzekerd',
    'no-gp': 'Geen huisarts',
    'gp-cannot': 'Huisarts of verloskundige kan niet voorschrijven, leveren of plaatsen',
    'step-too-big': 'De stap naar reguliere zorg is nu te groot',
    'place-or-time': 'Het moet sneller of ergens anders dan regulier kan',
    'support-ends': 'Mijn begeleiding stopt',
    appointment: 'Het lukt nog niet om op de afspraak te komen',
    renewal: 'Cliënt wil een herinnering voor herhaling of vervanging',
    later: 'Cliënt wil er later op terugkomen',
  } satisfies Record<Situation, string>,
  departures: {
    'client-declines': 'Cliënt wil dit niet',
    'already-arranged': 'Al geregeld',
    'continue-self-first': 'Eerst zelf verder',
    other: 'Anders',
  } satisfies Record<Departure, string>,
  outcomes: {
    postponed: 'Kinderwens bewust uitgesteld',
    'wish-now': 'Heeft nu een kinderwens',
    undecided: 'Nog geen keuze',
    pregnant: 'Zwanger',
    'no-help': 'Wil geen hulp',
    'contact-lost': 'Geen contact meer',
    other: 'Anders',
  } satisfies Record<Outcome, string>,
  contraceptionResults: {
    realised: 'Gerealiseerd',
    planned: 'Gepland',
    none: 'Geen',
    'not-applicable': 'Niet van toepassing',
  } satisfies Record<ContraceptionResult, string>,
  permissions: {
    record: 'Vastleggen in deze bot',
    share: 'Delen met de coördinator',
    network: 'Delen met het medisch netwerk',
    followUp: 'Later aan de professional vragen hoe het gaat',
  } satisfies Record<Permission, string>,
  domains: {
    social: 'Sociaal domein',
    medical: 'Medisch domein',
  } satisfies Record<Domain, string>,
};

/** What stands on the five screens around the answers. */
export const screensNl = {
  talk: {
    heading: 'Gesprek',
    talked: 'Wilde de cliënt hierover praten?',
    record: 'Vindt de cliënt het goed dat je dit vastlegt?',
    on: 'Datum van het gesprek',
    municipality: 'Gemeente waar de cliënt woont',
    whenYes: '(verplicht bij twee keer ja)',
    ends: 'Er zijn eerst twee vragen met Ja of Nee. Kies je een keer Nee? Dan stopt het hier en bewaar ik niets over de cliënt.',
    endsFurther:
      'Er zijn eerst twee vragen met Ja of Nee. Kies je een keer Nee? Dan stopt het hier. De casus blijft zoals die is. Van dit gesprek bewaar ik niets.',
    readAlong: 'Deze casus is opgeschaald. De coördinator ziet dit gesprek ook.',
  },
  referral: {
    heading: 'Opschaling',
    intro: 'Er is geen gesprek om vast te leggen. Je vraagt de coördinator er meteen bij.',
    introCaller:
      'Je legt dit vast voor een professional die belt. Naam en nummer zijn van die professional, nooit van de cliënt.',
    phase: 'Fase',
    callerName: 'Naam van de professional',
    callerPhone: 'Telefoonnummer van de professional',
    callerPhoneInvalid: 'Vul een telefoonnummer in van minstens tien cijfers.',
    organisation: 'Organisatie van de professional',
    phone: 'Telefoon',
    recordedBy: 'Vastgelegd door',
    byPhone: (name: string) => `${name} (telefonisch)`,
  },
  discussed: {
    heading: 'Besproken',
    intro: 'Alles op dit scherm mag leeg blijven.',
    topics: 'Waarover ging het gesprek?',
    determinants: 'Wat speelt er mee?',
    phase: 'Was het gesprek voor, tijdens of na een zwangerschap?',
  },
  wish: {
    heading: 'Wens',
    wish: 'Is er een kinderwens?',
    wants: 'Wat wil de cliënt zelf?',
    arrangement: 'Hoe staat het met anticonceptie?',
    realisedOn: 'Wanneer gerealiseerd? Een maand of dag',
    realisedOnHint: 'Bijvoorbeeld 11-2026 of 16-11-2026.',
    whenRealised: '(verplicht bij gerealiseerd)',
    realisedOnPlaceholder: 'mm-jjjj of dd-mm-jjjj',
    saveOrNext: 'Klaar? Kies Opslaan. Is er iets dat hulp lastig maakt? Kies Volgende.',
  },
  situation: {
    heading: 'Situatie',
    intro: 'Wat staat er in de weg? Kies wat klopt. Niets kiezen mag ook.',
  },
  decision: {
    heading: 'Besluit',
    intro: 'Dit is een voorstel. Jij beslist, samen met de cliënt.',
    introWithoutTalk:
      'De redenen die passen bij wat je koos, zijn aangekruist. Jij beslist, samen met de cliënt.',
    nothing: 'Regulier kan; opschalen is niet nodig.',
    verdicts: { proposed: 'Voorstel', consider: 'Te overwegen', no: 'Niet nodig' },
    grounds: {
      situation: (text: string) => `“${text}”`,
      wish: 'de cliënt vraagt niet om hulp bij anticonceptie',
      arrangement: (text: string) => `anticonceptie: “${text}”`,
      careFirst: 'eerst aandacht voor dwang of voor het overzien van de keuze',
    },
    because: (grounds: string) => `Omdat: ${grounds}.`,
    but: (grounds: string) => `Maar: ${grounds}.`,
    urgent:
      'Volg de meldcode. Acuut gevaar: 112. Veilig Thuis: 0800-2000. Deze bot is geen spoedlijn.',
    notParticipating: (municipality: string) =>
      `De gemeente van de cliënt (${municipality}) doet nu niet mee aan het programma. De coördinator beslist of het als uitzondering kan.`,
    chosen: 'Voor welke redenen wil je opschalen?',
    permissionsText:
      'Ik heb de cliënt verteld wat ik deel, met wie en waarvoor, en de cliënt vindt dit goed. Nee zeggen heeft geen gevolgen voor de hulp.',
    permissionsBefore:
      'Kruis aan wat de cliënt nu goed vindt. Wat de cliënt eerder goed vond, blijft staan.',
    permissionsHeading: 'Toestemming van de cliënt',
    permissions: 'Wat vindt de cliënt goed?',
    chooseAnyReason: 'Kies minstens één reden.',
    urgency: 'Voorrang',
    priority: 'Met voorrang',
    reachable: 'Wanneer en op welk nummer kan de coördinator jou bellen?',
    whenCalled: '(verplicht bij Opschalen en bij Overleg)',
    note: 'Toelichting, hoogstens 500 tekens',
    departure: 'Kies je anders dan het voorstel? Dan mag je zeggen waarom',
    consultHint:
      'Geen toestemming om te delen? Met “Overleg zonder cliëntgegevens” vraag je de coördinator je te bellen. Er gaat dan niets over de cliënt mee.',
    /** The same, filled in for a professional who called. */
    ofCaller: {
      introWithoutTalk:
        'De redenen die passen bij wat je koos, zijn aangekruist. De professional beslist, samen met de cliënt.',
      permissionsText:
        'De professional verklaart: de cliënt weet wat er gedeeld wordt, met wie en waarvoor, en vindt dit goed. Nee zeggen heeft geen gevolgen voor de hulp.',
      reachable: 'Wanneer kan de coördinator de professional bellen?',
      consultHint:
        'Geen toestemming om te delen? Met “Overleg zonder cliëntgegevens” vraag je een coördinator de professional te bellen. Er gaat dan niets over de cliënt mee.',
    },
  },
  /** A coordinator can escalate for a caller, and for a client of their own. */
  forWhom: {
    heading: 'Voor wie is deze opschaling?',
    summary: 'Opschalen',
    intro:
      'Belt een professional om op te schalen? Kies Telefonische aanmelding. Gaat het om een cliënt van jezelf? Kies Mijn eigen cliënt.',
    introByPhone: 'Uit welke regio is de professional die belt?',
    byPhone: 'Telefonische aanmelding',
    byPhoneIn: (region: string) => `Telefonische aanmelding, ${region}`,
    ownClient: 'Mijn eigen cliënt',
  },
  /** What became of a checklist. */
  result: {
    headings: {
      talk: (code: string) => `Vastgelegd: ${code}`,
      'further-talk': (code: string) => `Gesprek toegevoegd aan ${code}`,
      'further-talk-escalated': (code: string) => `Gesprek toegevoegd aan ${code}`,
      referral: (code: string) => `Opgeschaald: ${code}`,
      phone: (code: string) => `Opgeschaald: ${code}`,
      escalation: (code: string) => `Opgeschaald: ${code}`,
    } satisfies Record<DraftKind, (code: string) => string>,
    sameCode: 'Deze code staat al in je eigen dossier.',
    passCodeOn: 'Geef deze code aan de professional. Alleen die weet bij wie de code hoort.',
    readAlong: 'De coördinator ziet dit gesprek ook.',
    notAgain: 'Je hebt niet opnieuw opgeschaald.',
    notWantedFurther:
      'Dit is een volledig antwoord. Ik heb alleen geteld dat het gesprek is aangeboden. De casus blijft zoals die was.',
    consultOfCaller:
      'Een coördinator belt de professional. Er is niets over de cliënt meegestuurd.',
  },
  /** When a checklist cannot begin or cannot be stored. */
  hindered: {
    heading: 'Niet bewaard',
    finishFirst:
      'Je hebt nog een concept openstaan. Maak het af of gooi het weg. Begin daarna opnieuw.',
    gone: (code: string) =>
      `Casus ${code} is er voor jou niet meer. Die is gewist of overgenomen. Wat je invulde, is niet bewaard.`,
    takenOver: (code: string) =>
      `Een collega gaat nu verder met casus ${code}. Wat je invulde, is er niet bij gekomen. Geef door wat nodig is en gooi het concept weg.`,
    talkOnly: (code: string) =>
      `Casus ${code} is intussen al opgeschaald. Kies Niet opschalen. Het gesprek komt dan bij de casus en de coördinator ziet het.`,
    alreadyEscalated: (code: string) =>
      `Casus ${code} is al opgeschaald. Een tweede keer is niet nodig.`,
    organisationGone:
      'Deze organisatie staat niet meer in de lijst. Ga terug naar het eerste scherm en kies een andere.',
  },
};

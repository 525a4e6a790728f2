import type { Permission } from '../../data/case.js';
import type { Correctable } from '../../data/caseEvents.js';
import type { Progress } from '../../data/checklist.js';
import type { Part } from '../../data/correctionParts.js';
import { plural } from './plural.js';

/** The professional's own cases: the list, one case, and the forms about it. */
export const ownCasesNl = {
  ownCases: {
    heading: 'Mijn casussen',
    summary: 'Mijn casussen',
    shown: { open: 'Open casussen', closed: 'Afgesloten casussen' },
    range: (shown: string, first: number, last: number, of: number) =>
      of === 1
        ? `${shown}: 1 casus`
        : first === last
          ? `${shown}: ${first} van ${of}`
          : `${shown}: ${first} tot en met ${last} van ${of}`,
    tapToOpen: 'Kies een casus om die te openen.',
    empty: {
      open: 'Je hebt nu geen open casussen. Kies Gesprek vastleggen voor een nieuwe casus. Of kies Afgesloten casussen voor eerdere.',
      closed: 'Je hebt geen afgesloten casussen. Kies Open casussen voor wat nog loopt.',
    },
    openRow: (code: string) => `Casus ${code} openen`,
    claimedBy: (name: string) => `Opgepakt door ${name}`,
    notEscalated: 'Niet opgeschaald',
    changed: (day: string) => `Laatst gewijzigd op ${day}`,
    talks: (n: number, day: string) => `${plural(n, 'gesprek', 'gesprekken')}, laatste op ${day}`,
    noTalk: 'Opschaling zonder gesprek',
    previous: 'Vorige',
    next: 'Volgende',
  },

  ownCase: {
    since: (name: string, day: string) => `${name}, sinds ${day}`,
    escalatedOn: 'Opgeschaald op',
    withdrawnBecause: 'Reden van intrekken',
    withdrawals: { mistake: 'vergissing of dubbel', 'client-stops': 'cliënt wil niet verder' },
    openQuestion: 'De coördinator heeft een vraag gesteld. Die staat nog open.',
    talks: 'Gesprekken',
    talkLine: (day: string, wish: string, arrangement: string) =>
      `${day}. Kinderwens: ${wish}. Anticonceptie: ${arrangement}.`,
    earlierTalks: (n: number) => `Hiervoor: nog ${plural(n, 'gesprek', 'gesprekken')}`,
    realised: 'Anticonceptie gerealiseerd',
    progress: 'Voortgang',
    progressNote: 'Toelichting',
    report: 'Voortgang melden',
    recordRealised: 'Anticonceptie gerealiseerd',
    adjust: 'Corrigeren of intrekken',
    adjustHeading: (code: string) => `Casus ${code}: wat wil je aanpassen?`,
    correctTalk: 'Gesprek corrigeren',
    correctTalkText: 'Zet een antwoord recht. Wat er stond, blijft in het verloop te lezen.',
    correctRealisation: 'Anticonceptie corrigeren',
    correctRealisationText: 'Wijzig de maand waarin die is gerealiseerd, of maak die leeg.',
    correctProgress: 'Voortgang corrigeren',
    correctProgressText: 'Wijzig de toelichting bij wat je het laatst liet weten, of haal die weg.',
    correctEscalation: 'Opschaling corrigeren',
    correctEscalationText: 'Wijzig redenen, voorrang, bereikbaarheid of toelichting.',
    withdraw: 'Opschaling intrekken',
    withdrawText: 'De coördinator hoeft niets meer te doen. De casus blijft van jou.',
    withdrawPermission: 'Toestemming intrekken',
    withdrawPermissionText:
      'De cliënt vindt iets niet meer goed. Je leest eerst wat er dan gebeurt.',
    nothingChanged: 'Er is niets gewijzigd.',
    alreadyRealised: (when: string) =>
      `Er staat al dat anticonceptie is gerealiseerd (${when}). Klopt dat niet? Kies Corrigeren of intrekken.`,
    notActive: 'De opschaling loopt niet meer. Die kun je nu niet corrigeren.',
    noTalkToCorrect: 'Er is geen gesprek om te corrigeren.',
    nothingToCorrect: 'Dit staat niet meer bij de casus.',
  },

  ownForms: {
    progress: {
      heading: (code: string) => `Casus ${code}: hoe gaat het?`,
      intro:
        'De coördinatoren kunnen dit lezen. Wie de casus heeft opgepakt, krijgt er bericht van.',
      introAlone:
        'Er loopt geen opschaling. De coördinator leest dit niet, ook niet als je later opschaalt.',
      answer: 'Hoe gaat het?',
      answers: {
        'going-well': 'Gaat goed',
        'appointment-made': 'Afspraak gemaakt',
        'appointment-kept': 'Afspraak geweest',
        'appointment-missed': 'Afspraak niet doorgegaan',
        'wants-otherwise': 'Cliënt wil het anders',
        'contact-lost': 'Geen contact meer',
        other: 'Anders',
      } satisfies Record<Progress, string>,
      note: 'Toelichting, hoogstens 300 tekens',
      confirm: 'Voortgang melden',
      done: 'De voortgang is gemeld.',
    },
    realised: {
      heading: (code: string) => `Casus ${code}: anticonceptie gerealiseerd`,
      intro: 'Dit telt één keer mee. Herhalen of vervangen telt niet opnieuw.',
      confirm: 'Vastleggen',
      done: 'Vastgelegd dat anticonceptie is gerealiseerd.',
    },
    withdraw: {
      heading: (code: string) => `Casus ${code}: opschaling intrekken`,
      intros: {
        active:
          'De coördinator stopt met deze opschaling. Dat kun je niet terugdraaien. Opnieuw opschalen kan wel.',
        closed:
          'De coördinator heeft deze opschaling al afgerond. Trek je die in? Dat kun je niet terugdraaien. Opnieuw opschalen kan wel.',
        declined:
          'De coördinator heeft deze opschaling al afgewezen. Trek je die in? Dat kun je niet terugdraaien. Opnieuw opschalen kan wel.',
      },
      why: 'Waarom trek je de opschaling in?',
      reasons: { mistake: 'Vergissing of dubbel', 'client-stops': 'Cliënt wil niet verder' },
      effects: {
        mistake: 'De opschaling had er niet moeten zijn. Die telt niet mee in de cijfers.',
        'client-stops': 'De opschaling was er wel. Die blijft meetellen in de cijfers.',
        'client-stops-declined': 'De opschaling was al afgewezen en telde niet mee. Dat blijft zo.',
      },
      confirm: 'Intrekken',
      done: 'De opschaling is ingetrokken.',
    },
    correction: {
      talkHeading: (code: string, day: string) => `Casus ${code}: gesprek van ${day} corrigeren`,
      escalationHeading: (code: string) => `Casus ${code}: opschaling corrigeren`,
      realisationHeading: (code: string) => `Casus ${code}: anticonceptie corrigeren`,
      progressHeading: (code: string) => `Casus ${code}: laatste voortgang corrigeren`,
      intro: 'Wat er nu staat, is ingevuld. Wijzig alleen wat niet klopt.',
      part: (part: string) => `Onderdeel: ${part}`,
      parts: {
        talk: 'Datum en onderwerpen',
        wish: 'Wens en anticonceptie',
        situation: 'Situatie',
        escalation: 'Redenen en bereikbaarheid',
        realisation: 'Maand van anticonceptie',
        progress: 'Toelichting bij voortgang',
      } satisfies Record<Part, string>,
      month:
        'De maand hoort bij de hele casus. Is anticonceptie niet gerealiseerd? Maak de maand dan leeg; het telt dan niet mee.',
      reasons: 'Voor welke redenen schaal je op?',
      reachable: 'Wanneer en op welk nummer kan de coördinator jou bellen?',
      elsewhere: 'Iets anders corrigeren',
      earlier: 'Eerder gesprek',
      later: 'Later gesprek',
      saveFirst:
        'Dit onderdeel heb je gewijzigd. Kies eerst Corrigeren. Wil je het niet bewaren? Kies dan Terug.',
    },
    correct: 'Corrigeren',
    corrected: 'Gecorrigeerd. In het verloop staat wat er is gewijzigd.',
    outdated: 'Dit formulier was oud. Hieronder staat wat er nu is vastgelegd.',
    chooseReason: 'Kies minstens één reden. Of trek de opschaling in.',
    reasonsEnded:
      'Alle gekozen redenen zijn gestopt, omdat de cliënt toestemming introk. Kruis hieronder aan wat de cliënt weer goed vindt, kies een andere reden of trek de opschaling in.',
    permissionNeeded: {
      record: 'Hiervoor is toestemming nodig om vast te leggen. Kies een andere reden.',
      share:
        'Dit kan alleen als de cliënt goed vindt dat je deelt met de coördinator. Kruis dat aan, of kies anders.',
      network:
        'Het somatisch netwerk kan alleen als de cliënt goed vindt dat je deelt met het medisch netwerk. Kruis dat aan, of kies een andere reden.',
      followUp:
        'Follow-up kan alleen als de cliënt goed vindt dat later wordt gevraagd hoe het gaat. Kruis dat aan, of kies een andere reden.',
    } satisfies Record<Permission, string>,
    realisedInTalk: (day: string) =>
      `In het gesprek van ${day} staat dat anticonceptie is gerealiseerd. Corrigeer eerst dat antwoord.`,
    realisedAtClosing:
      'De coördinator heeft dit bij het afronden vastgelegd. Overleg met de coördinator.',
    realisedNeedsAnswer:
      'Kies hierboven dat anticonceptie is gerealiseerd, of laat de maand leeg. Is het later gerealiseerd? Kies dan bij de casus Anticonceptie gerealiseerd.',
  },

  corrections: {
    was: (field: string, from: string, to: string) => `${field}: was “${from}”, is nu “${to}”`,
    changed: (field: string) => `${field}: gewijzigd`,
    ofTalk: (n: number) => `Gesprek ${n}`,
    nothing: 'niets',
    fields: {
      on: 'Datum van het gesprek',
      municipality: 'Gemeente',
      topics: 'Onderwerpen',
      determinants: 'Wat er meespeelt',
      phase: 'Fase',
      wish: 'Kinderwens',
      wants: 'Wat de cliënt wil',
      arrangement: 'Anticonceptie',
      situations: 'Situatie',
      realisedOn: 'Anticonceptie gerealiseerd in',
      reasons: 'Redenen',
      priority: 'Met voorrang',
      reachable: 'Bereikbaar',
      note: 'Toelichting',
      permissions: 'Toestemming',
      progressNote: 'Toelichting bij voortgang',
    } satisfies Record<Correctable, string>,
  },
};

import type { Determinant, Topic } from '../../data/checklist.js';
import type { MaterialKind } from '../../data/region.js';

/**
 * Everything that helps to prepare a talk, for review by the coordinators. CONCEPT 2: shown as
 * concept until a coordinator has approved it; only the first opening question and the four signs are
 * the programme's own. The questions are put to the client, whoever that is; none of them leads to an
 * outcome or a method, and every one can stay unanswered.
 */
export const prepareNl = {
  concept: 'Concept 2: een coördinator moet deze vragen nog goedkeuren',
  heading: 'Een gesprek voorbereiden',
  summary: 'Een gesprek voorbereiden',
  notAScript:
    'Professionals zeggen: “Ik ga nooit een lijstje af.” Dit zijn ideeën, geen script. Kies wat past en laat de rest.',
  voluntary:
    'Praten is altijd vrijwillig. “Ik wil nu een kind” en “nee” zijn ook volledige antwoorden.',
  openingHeading: 'Om mee te beginnen',
  opening: [
    'Wat zou een zwangerschap op dit moment voor jou betekenen?',
    'Vind je het goed als ik iets vraag over kinderen, seks en anticonceptie? Nee zeggen mag altijd.',
    'Wat is op dit moment belangrijk in jouw leven?',
    'Hoe denk jij over kinderen krijgen: nu, later of niet?',
  ],
  about: 'Waarover wil je vragen zien?',
  show: 'Toon gespreksvragen',
  nothingChosen: 'Kies hierboven één of meer onderwerpen.',
  prompts: {
    'child-wish': [
      'Hoe ziet jouw leven er over een paar jaar uit, als jij het mag kiezen?',
      'Wat zou er veranderen als er een kind komt? En wat als er geen kind komt?',
      'Ik hoor twee kanten in wat je vertelt. Hoe zie jij dat?',
      'Met wie wil jij hierover praten, en met wie juist niet?',
    ],
    sexuality: [
      'Mag ik iets vragen over seks en relaties? Je hoeft geen antwoord te geven.',
      'Wat vind jij belangrijk in seks en relaties, en waar ligt jouw grens?',
      'Bij wie kun jij terecht als je hier vragen over hebt?',
    ],
    contraception: [
      'Wat weet je al over anticonceptie, en wat wil je nog weten?',
      'Wat zijn jouw ervaringen ermee, goede en minder goede?',
      'Wat is voor jou belangrijk als je kiest? Niets gebruiken is ook een keuze.',
    ],
    knowledge: [
      'Wat heb je hierover gehoord, en wat denk je daar zelf van?',
      'Ik weet hier iets over. Wil je dat ik het vertel?',
      'Wat zou je zelf willen uitzoeken?',
    ],
    responsibility: [
      'Wie heeft er bij jou invloed op deze keuze? Wat vind je daarvan?',
      'Wat wil je zelf doen, en waar wil je hulp bij?',
      'Hoe praat je hierover met een partner, als je die hebt?',
    ],
    'living-environment': [
      'Hoe ziet een gewone dag er voor jou uit?',
      'Wie is er voor je als het moeilijk is?',
      'Wat vinden de mensen om je heen belangrijk? En wat vind jij?',
    ],
    emotion: [
      'Wat gebeurt er bij jou als we het hierover hebben?',
      'Ik merk dat dit je raakt. Wil je verder praten of liever stoppen?',
      'Wat heb je eerder meegemaakt dat nu meespeelt? Je hoeft het niet te vertellen.',
    ],
    money: [
      'Hoe speelt geld mee in wat jij wilt?',
      'Wat zou je kiezen als geld niet meespeelde?',
      'Wil je dat ik uitzoek wat iets kost en wat er wordt vergoed?',
    ],
  } satisfies Record<Topic | Determinant, readonly [string, string, ...string[]]>,
  signsHeading: 'Voor wie is het programma?',
  signs: [
    'Opeenstapeling van problemen',
    'Gebrek aan zelfredzaamheid',
    'Onvoldoende hulp, zorg en steun uit de omgeving',
    'In beeld bij diverse organisaties',
  ],
  signsMeaning:
    'Deze vier kenmerken gaan over omstandigheden, niet over wie iemand is. Het programma is er voor iedereen bij wie dit speelt, ook voor mannen.',
  materialsHeading: 'Materialen van je regio',
  materials: {
    'conversation-cards': 'Praatplaten',
    'e-learning': 'E-learning',
    'client-information': 'Voor de cliënt',
    other: 'Ook handig',
  } satisfies Record<MaterialKind, string>,
  nothingStored: 'Ik bewaar niet wat je hier kiest.',
};

import type { OrganisationRow } from '../../data/organisationTotals.js';
import { plural } from './plural.js';

/** For attention officers: the quick count. */
export const quickCountNl = {
  refusal: 'Dit kan alleen de aandachtsfunctionaris van een organisatie.',
  refusalAt: (organisation: string, names: string) =>
    `Dit kan alleen de aandachtsfunctionaris van een organisatie. Bij ${organisation} is dat ${names}.`,
  which: 'Voor welke organisatie?',
  organisation: 'Organisatie',
  heading: (organisation: string) => `Gesprekken tellen: ${organisation}`,
  summary: 'Gesprekken tellen',
  onlyLoose:
    'Tel hier alleen gesprekken die niet ook één voor één zijn vastgelegd. Anders tellen ze dubbel.',
  agreed: 'Het gaat om gesprekken die de cliënt wilde voeren. Over cliënten bewaar ik niets.',
  month: 'In welke maand waren de gesprekken?',
  municipality: 'In welke gemeente wonen de cliënten?',
  talks: 'Aantal gesprekken',
  realised: 'Bij hoeveel daarvan is anticonceptie gerealiseerd?',
  wholeNumber: (most: number) => `Vul een heel getal in, van 0 tot en met ${most}.`,
  moreThanTalks: 'Dit zijn er meer dan het aantal gesprekken.',
  nothingYet: 'Voor deze maand en gemeente is nog niets geteld. Vul 1 of meer in.',
  replaceHeading: (month: string, municipality: string) => `Telling van ${month}, ${municipality}`,
  before: (numbers: string, when: string, name: string) =>
    `Eerder geteld: ${numbers} (op ${when} door ${name}).`,
  replace: 'Wat hieronder staat, komt daarvoor in de plaats. Met 0 en 0 haal je de telling weg.',
  numbers: (talks: number, realised: number) =>
    `${plural(talks, 'gesprek', 'gesprekken')}, ${realised} gerealiseerd`,
  counted: 'Geteld',
  takenBack: 'Telling weggehaald',
  forMonth: 'Maand',
  forMunicipality: 'Gemeente',
  number: 'Aantal',
  week: (week: number, year: number) => `Dit telt mee in week ${week} van ${year}.`,
  takenBackText: 'Voor deze maand en gemeente telt nu niets mee.',
  lately: 'Laatst geteld',
  none: 'weggehaald',
  line: (month: string, municipality: string, numbers: string) =>
    `${month}, ${municipality}: ${numbers}`,
  tooOld: 'Deze telling kan niet meer worden gewijzigd.',
  buttons: {
    correct: 'Corrigeren',
    replace: 'Vervangen',
    another: 'Nog een telling',
    count: 'Tellen',
    totals: 'Totalen van mijn organisatie',
    takeOver: 'Casussen van vertrokken collega',
  },
};

/** The totals of one's own organisation. */
export const organisationNl = {
  heading: (name: string) => `Totalen van ${name}`,
  summary: 'Totalen van je organisatie',
  row: 'Telling',
  sinceStart: 'Sinds start',
  rows: {
    'recorded-talks': 'Gesprekken, één voor één vastgelegd',
    'counted-talks': 'Gesprekken, per maand geteld',
    escalations: 'Opschalingen',
    'partner-contraception': 'Gerealiseerde anticonceptie via jullie gesprekken',
    'escalated-contraception': 'Gerealiseerde anticonceptie na opschalen',
  } satisfies Record<OrganisationRow, string>,
  stored:
    'Dit is berekend uit wat er nu is bewaard. Een gewiste casus telt hier niet meer mee, wel in de cijfers van de regio.',
};

/** Going on with the cases of a colleague who left. */
export const takeOverNl = {
  heading: 'Casussen van een vertrokken collega',
  summary: 'Casussen overnemen',
  intro: (organisation: string) =>
    `Je ziet collega’s van ${organisation} met casussen. Wie het langst niets invulde, staat bovenaan.`,
  colleague: 'Wiens casussen neem je over?',
  choice: (name: string, n: number, when: string) =>
    `${name}: ${plural(n, 'casus', 'casussen')}, laatst actief op ${when}`,
  more: (n: number) => `Niet in deze lijst: nog ${plural(n, 'collega', 'collega’s')} met casussen.`,
  nobody: 'Er zijn geen casussen van collega’s om over te nemen.',
  askHeading: (name: string) => `Casussen van ${name} overnemen`,
  activeLately: (when: string) =>
    `Deze collega was op ${when} nog actief. Vraag eerst na of het klopt.`,
  changed: 'Er is intussen iets veranderd. Kijk nog een keer.',
  cases: 'Casussen',
  escalated: 'Waarvan opgeschaald',
  activeAt: 'Laatst actief',
  what: [
    'Je ziet de casussen daarna bij je eigen casussen en je gaat ermee verder.',
    'Een code zegt niets over wie de cliënt is. Dat staat alleen in het dossier van je organisatie.',
    'Je collega krijgt één bericht. Een coördinator die een casus heeft opgepakt, krijgt dat ook.',
    'Een concept van je collega blijft van je collega.',
    'Er is geen knop om dit terug te draaien. Een andere aandachtsfunctionaris van je organisatie kan de casussen wel van jou overnemen.',
  ],
  atOnce: (n: number) => `Per keer neem je hoogstens ${n} casussen over. Daarna kun je verdergaan.`,
  confirm: (n: number) => `${plural(n, 'casus', 'casussen')} overnemen`,
  done: (n: number, name: string) =>
    `Je hebt ${plural(n, 'casus', 'casussen')} van ${name} overgenomen.`,
  left: (n: number, name: string) => `${name} heeft nog ${plural(n, 'casus', 'casussen')}.`,
  nothingLeft: (name: string) => `${name} heeft nu geen casussen meer bij deze organisatie.`,
  reachable:
    'Bij opgeschaalde casussen staat nog hoe je collega te bereiken was. Corrigeer dat per casus.',
  told: (name: string, n: number, organisation: string) =>
    `${name} gaat verder met ${plural(n, 'casus', 'casussen')} die jij voor ${organisation} vastlegde.`,
  toldNext:
    'Werk je daar nog? Neem dan contact op met deze collega. De casussen staan niet meer bij jou.',
  goOn: 'Verder met de rest',
};

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
import type { Permission } from '../../data/case.js';
import type { Domain } from '../../data/region.js';

/**
 * Every sentence of the checklist that a professional reads, for review by the coordinators.
 * CONCEPT 2: shown as concept until a coordinator has approved it.
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
    record: 'dit gesprek vastleggen',
    share: 'delen met de coördinator',
    network: 'delen met het medisch netwerk',
    followUp: 'later vragen hoe het gaat',
  } satisfies Record<Permission, string>,
  domains: {
    social: 'Sociaal domein',
    medical: 'Medisch domein',
  } satisfies Record<Domain, string>,
};

/**
 * The structure of the checklist: which answers exist and how they hang together. The sentences
 * people read stand in `cards/words/checklistNl.ts`; a missing one there does not compile.
 */
export const CHECKLIST_VERSION = 'concept 2';

/** Every screen there is; which of them a draft goes through depends on its kind. */
export const STEPS = ['talk', 'discussed', 'wish', 'referral', 'situation', 'decision'] as const;
export type Step = (typeof STEPS)[number];

export const TOPICS = ['child-wish', 'sexuality', 'contraception'] as const;
export const DETERMINANTS = [
  'knowledge',
  'responsibility',
  'living-environment',
  'emotion',
  'money',
] as const;
export const PHASES = ['before', 'during', 'after', 'unknown'] as const;
export const WISHES = ['now', 'later', 'none', 'undecided', 'not-discussed'] as const;
export const WANTS = [
  'information',
  'contraception-help',
  'wish-support',
  'talk-later',
  'no-help',
] as const;
export const ARRANGEMENTS = [
  'self',
  'realised',
  'regular',
  'regular-fails',
  'no-choice',
  'not-applicable',
] as const;

/** Where the client lives when it is not a municipality of the region. */
export const ELSEWHERE = ['no-fixed-abode', 'outside-region', 'unknown'] as const;

export const REASONS = ['complex', 'finance', 'somatic-network', 'follow-up'] as const;
/** Every situation belongs to the one reason it can propose. */
export const SITUATIONS_OF = {
  complex: ['expertise', 'stuck', 'coercion', 'capacity'],
  finance: ['cost', 'uninsured'],
  'somatic-network': ['no-gp', 'gp-cannot', 'step-too-big', 'place-or-time'],
  'follow-up': ['support-ends', 'appointment', 'renewal', 'later'],
} as const satisfies Record<(typeof REASONS)[number], readonly string[]>;
export const SITUATIONS = REASONS.flatMap((reason): readonly Situation[] => SITUATIONS_OF[reason]);

/** What the professional may give as ground for choosing otherwise than proposed (R6). */
export const DEPARTURES = [
  'client-declines',
  'already-arranged',
  'continue-self-first',
  'other',
] as const;

/** What the professional can say of how it goes on. */
export const PROGRESS = [
  'going-well',
  'appointment-made',
  'appointment-kept',
  'appointment-missed',
  'wants-otherwise',
  'contact-lost',
  'other',
] as const;

export const OUTCOMES = [
  'postponed',
  'wish-now',
  'undecided',
  'pregnant',
  'no-help',
  'contact-lost',
  'other',
] as const;
export const CONTRACEPTION_RESULTS = ['realised', 'planned', 'none', 'not-applicable'] as const;

export type Topic = (typeof TOPICS)[number];
export type Determinant = (typeof DETERMINANTS)[number];
export type Phase = (typeof PHASES)[number];
export type Wish = (typeof WISHES)[number];
export type Want = (typeof WANTS)[number];
export type Arrangement = (typeof ARRANGEMENTS)[number];
export type Elsewhere = (typeof ELSEWHERE)[number];
export type Reason = (typeof REASONS)[number];
export type Situation = (typeof SITUATIONS_OF)[Reason][number];
export type Departure = (typeof DEPARTURES)[number];
export type Progress = (typeof PROGRESS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type ContraceptionResult = (typeof CONTRACEPTION_RESULTS)[number];

import type { CardContext } from '../cards/context.js';
import { SCREENS, verbsOn } from '../cards/checklistCard.js';
import { missingAnswers, readFields, type FieldsRead } from '../cards/fields/field.js';
import type { ScreenVerb } from '../cards/screens/screen.js';
import type { Words } from '../cards/words/words.js';
import type { Permission } from '../data/case.js';
import { REASONS, SITUATIONS_OF, type Step } from '../data/checklist.js';
import {
  adviceOn,
  answersSchema,
  DRAFT_RULES,
  type Answers,
  type Draft,
  type DraftKind,
} from '../data/draft.js';
import { missingPermissions } from '../data/rules.js';
import { instantOf, type DateTime } from '../data/weeks.js';
import { finish, type Finished } from './finishChecklist.js';

/** A click on one of the screens. `inputs` is whatever the client sent: not trusted. */
export interface ScreenReply {
  verb: ScreenVerb;
  step: Step;
  code: string;
  version: number;
  inputs: Record<string, unknown>;
}

/** The screen to show now. */
export interface Screened extends FieldsRead {
  kind: 'screen';
  draft: Draft;
  /** Whether the draft changed and is to be stored. */
  changed: boolean;
  /** Whether the reply came from an older screen. */
  stale: boolean;
}

export type Turn =
  | Screened
  | { kind: 'parked'; draft: Draft }
  | { kind: 'discarded' }
  /** Aangeboden, niet gewenst: one count, no case, no draft. */
  | { kind: 'not-wanted' }
  | { kind: 'finished'; finished: Finished };

/**
 * One click on the checklist. Pure: the draft as it is stored and the reply go in, the next draft
 * and what to show come out. A reply to an older screen changes nothing and shows the present one.
 */
export function replyToScreen(context: CardContext, draft: Draft, reply: ScreenReply): Turn {
  if (!isFromThisScreen(draft, reply)) return present(draft, true);
  if (reply.verb === 'discard') return { kind: 'discarded' };
  const fields = SCREENS[draft.step].fields(context, draft);
  const read = readFields(fields, reply.inputs);
  if (endsHere(draft.step, read)) return { kind: 'not-wanted' };
  const answered = withAnswers(draft, read, context.now);
  const leaves = reply.verb === 'back' || reply.verb === 'later';
  const asked = leaves
    ? {}
    : {
        ...missingAnswers(fields, read, NEEDED_TO_GO_ON[draft.step]),
        ...screenErrors(context, answered, reply.verb),
      };
  const errors = { ...asked, ...read.errors };
  if (Object.keys(errors).length > 0) return sameScreen(draft, reply, read, errors);
  switch (reply.verb) {
    case 'back':
      return moveTo(answered, stepsFrom(draft, -1));
    case 'later':
      return { kind: 'parked', draft: answered };
    case 'next':
      return moveTo(answered, stepsFrom(draft, 1));
    case 'save':
    case 'escalate':
    case 'do-not-escalate':
    case 'consult':
      return { kind: 'finished', finished: finish(answered, reply.verb, context.now) };
  }
}

/** The screen that many further; the same one at either end. */
function stepsFrom({ kind, step }: Draft, by: number): Step {
  const { steps } = DRAFT_RULES[kind];
  return steps[steps.indexOf(step) + by] ?? step;
}

/** Another checklist's card, an older screen or a button this screen does not have: not from here. */
function isFromThisScreen(draft: Draft, { code, version, step, verb }: ScreenReply): boolean {
  const isPresent = code === draft.code && version === draft.version && step === draft.step;
  return isPresent && verbsOn(draft).includes(verb);
}

/** Asked of everybody who gets past the screen, though a "nee" on it makes them needless. */
const NEEDED_TO_GO_ON: Partial<Record<Step, readonly string[]>> = { talk: ['on', 'municipality'] };

/** The same screen with the errors at their fields, and what was typed still in its place. */
function sameScreen(
  draft: Draft,
  { inputs }: ScreenReply,
  { values }: FieldsRead,
  errors: FieldsRead['errors'],
): Screened {
  const shown = present(draft);
  return { ...shown, values: { ...shown.values, ...inputs, ...values }, errors };
}

/** Either "nee" is a full answer, whichever button follows it: nothing more is asked or kept. */
function endsHere(step: Step, { values }: FieldsRead): boolean {
  return step === 'talk' && (values.talked === false || values.record === false);
}

/** Shows the screen a draft stands at, for resuming and for stale cards. */
export function present(draft: Draft, stale = false): Screened {
  return { kind: 'screen', draft, changed: false, values: shownValues(draft), errors: {}, stale };
}

function moveTo(draft: Draft, step: Step): Screened {
  return { ...present({ ...draft, step }), changed: true };
}

/**
 * The draft with the answers of its screen. That the client agreed is kept apart from them, and
 * until both answers on the first screen are "ja" nothing is kept at all.
 */
function withAnswers(draft: Draft, { values }: FieldsRead, now: DateTime): Draft {
  const { talked, record, ...rest } = values;
  const agreed = talked === true && record === true;
  if (draft.step === 'talk' && !agreed) return draft;
  const given = answersSchema.parse(draft.step === 'situation' ? situationsIn(rest) : rest);
  const answers = { ...draft.answers, ...given };
  return {
    ...draft,
    answers: draft.step === 'decision' ? answers : withoutOldChoice(draft.answers, answers),
    ...(agreed ? { recordPermissionAt: instantOf(now) } : {}),
  };
}

export function situationsIn(groups: Record<string, unknown>): { situations: unknown } {
  return { situations: REASONS.flatMap((reason) => groups[reason] ?? []) };
}

/** Other answers make another proposal: a choice made on the old one is asked again. */
function withoutOldChoice(before: Answers, after: Answers): Answers {
  if (JSON.stringify(adviceOn(before)) === JSON.stringify(adviceOn(after))) return after;
  return { ...after, chosen: undefined, priority: undefined, departure: undefined };
}

/** What a screen needs besides its single fields. */
function screenErrors(
  { words }: CardContext,
  draft: Draft,
  verb: ScreenVerb,
): FieldsRead['errors'] {
  switch (draft.step) {
    case 'wish':
      return wishErrors(words, draft.answers);
    case 'decision':
      return decisionErrors(words, draft, verb);
    case 'talk':
    case 'referral':
    case 'discussed':
    case 'situation':
      return {};
  }
}

export function wishErrors(words: Words, answers: Answers): FieldsRead['errors'] {
  const { wants = [], arrangement, realisedOn } = answers;
  const mixed = wants.includes('no-help') && wants.length > 1;
  const undated = arrangement === 'realised' && realisedOn === undefined;
  return {
    ...(mixed ? { wants: words.errors.noHelpAlone } : {}),
    // Without a month it could not be counted.
    ...(undated ? { realisedOn: words.errors.monthOrDay } : {}),
  };
}

const PERMISSION_ERRORS = {
  record: 'recordPermission',
  share: 'sharePermission',
  network: 'networkPermission',
  followUp: 'followUpPermission',
} as const satisfies Record<Permission, string>;

function decisionErrors(
  words: Words,
  { kind, answers }: Draft,
  verb: ScreenVerb,
): FieldsRead['errors'] {
  const { chosen = [], reachable } = answers;
  if (verb === 'consult' && !reachable) return { reachable: words.errors.requiredText };
  if (verb !== 'escalate') return {};
  const errors: Record<string, string> = {};
  if (chosen.length === 0) errors.chosen = noReason(words, kind);
  const missing = missingToEscalate(kind, answers);
  const sentences = missing.map((permission) => words.errors[PERMISSION_ERRORS[permission]]);
  if (sentences.length > 0) errors.permissions = sentences.join(' ');
  if (!reachable) errors.reachable = words.errors.requiredText;
  return errors;
}

function noReason({ errors, decision }: Words, kind: DraftKind): string {
  return DRAFT_RULES[kind].recordsTalk ? errors.chooseReason : decision.chooseAnyReason;
}

/** What is ticked now counts; permission to record only where it is asked here and not before. */
function missingToEscalate(kind: DraftKind, { chosen = [], permissions = [] }: Answers) {
  const asked = DRAFT_RULES[kind].asks.includes('record');
  const record: Permission[] = asked && !permissions.includes('record') ? ['record'] : [];
  return [...record, ...missingPermissions(chosen, permissions)];
}

/** What stands in the inputs of a screen: the answers, and on the last one the proposals. */
function shownValues({ step, answers, recordPermissionAt }: Draft): Record<string, unknown> {
  switch (step) {
    case 'talk': {
      const agreed = recordPermissionAt === undefined ? undefined : true;
      return { ...answers, talked: agreed, record: agreed };
    }
    case 'situation':
      return situationGroups(answers);
    case 'decision':
      return { ...answers, ...choiceSoFar(answers) };
    case 'discussed':
    case 'wish':
    case 'referral':
      return answers;
  }
}

export function situationGroups({
  situations = [],
}: Pick<Answers, 'situations'>): Record<string, unknown> {
  const ticked = (id: (typeof situations)[number]) => situations.includes(id);
  return Object.fromEntries(REASONS.map((id) => [id, SITUATIONS_OF[id].filter(ticked)]));
}

/** The professional's own choice, or the proposal as long as there is none. */
function choiceSoFar({ chosen, priority, ...answers }: Answers): Answers {
  const advice = adviceOn(answers);
  const proposed = advice.proposals.filter(({ verdict }) => verdict === 'proposed');
  return {
    chosen: chosen ?? proposed.map(({ reason }) => reason),
    priority: priority ?? advice.urgent,
  };
}

import type { CardContext } from '../cards/context.js';
import {
  followUpAnswers,
  followUpFields,
  snoozeAnswers,
  snoozeFields,
} from '../cards/followUpCard.js';
import { readFields, readForm, type Fields, type FieldsRead } from '../cards/fields/field.js';
import { longDate, longDay } from '../cards/phrases.js';
import { currentEscalation, type Case } from '../data/case.js';
import { agreedFollowUp, snoozedUntil } from '../data/followUp.js';
import { decide, type Command } from '../data/lifeCycle.js';
import { isAmong, type Person } from '../data/person.js';
import { parseInstant } from '../data/weeks.js';
import type { OwnTurn } from './ownCaseForm.js';

/** Who answers, and the absent colleagues for whom they stand in. */
export interface Answering {
  by: Person;
  covers: readonly Person[];
}

/** Why this person has nothing to answer; nothing as long as the question is theirs. */
export function whyNotAsked(
  context: CardContext,
  subject: Case,
  { by, covers }: Answering,
): string | undefined {
  const { words, language } = context;
  const { late } = words.followUp;
  const agreed = agreedFollowUp(subject);
  if (!('lane' in agreed)) return whyNone(context, subject);
  const { lane, to } = agreed;
  if (lane.askedAt === undefined) return late.later(longDay(lane.on, language));
  return isAmong([by, ...covers], to) ? undefined : late.somebodyElse(to.name);
}

function whyNone({ words, language }: CardContext, subject: Case): string {
  const { late } = words.followUp;
  const current = currentEscalation(subject);
  const answered = current?.lanes['follow-up']?.answered;
  if (answered) {
    return late.answered(answered.by.name, longDate(parseInstant(answered.at), language));
  }
  return current?.ended.includes('follow-up') ? late.ended : late.over;
}

/** Antwoord opslaan. */
export function answerFollowUp(
  context: CardContext,
  subject: Case,
  answering: Answering,
  inputs: Record<string, unknown>,
): OwnTurn {
  const fields = followUpFields(context, subject);
  return replied(context, subject, answering, { fields, inputs }, (values) => {
    const { answer, realisedOn } = followUpAnswers.parse(values);
    const command = { kind: 'answer-follow-up', by: answering.by, answer, realisedOn } as const;
    return { command, hint: context.words.followUp.answered };
  });
}

/** Herinner me later: what else was filled in is left for later as well. */
export function snoozeFollowUp(
  context: CardContext,
  subject: Case,
  answering: Answering,
  inputs: Record<string, unknown>,
): OwnTurn {
  const { words, language, now } = context;
  const fields = snoozeFields(context);
  return replied(context, subject, answering, { fields, inputs }, (values) => {
    const until = snoozedUntil(snoozeAnswers.parse(values).snooze, now);
    const command = { kind: 'snooze-follow-up', by: answering.by, until } as const;
    return { command, hint: words.followUp.snoozed(longDay(until, language)) };
  });
}

function replied(
  context: CardContext,
  subject: Case,
  answering: Answering,
  { fields, inputs }: { fields: Fields; inputs: Record<string, unknown> },
  meant: (values: FieldsRead['values']) => { command: Command; hint: string },
): OwnTurn {
  const late = whyNotAsked(context, subject, answering);
  if (late !== undefined) return { kind: 'unchanged', hint: late };
  const answered = readForm(fields, inputs);
  if (answered.kind === 'again') return answered;
  const { command, hint } = meant(answered.values);
  const decision = decide(subject, command, context.now, answering.covers);
  // `whyNotAsked` has looked at everything that can be refused.
  if (!decision.ok) throw new Error(`refused after all: ${decision.refusal.kind}`);
  return { kind: 'changed', case: decision.case, hint };
}

/** What was filled in so far, to be shown again as it is: nothing is checked yet. */
export function filledIn(
  context: CardContext,
  subject: Case,
  inputs: Record<string, unknown>,
): FieldsRead {
  const fields = { ...followUpFields(context, subject), ...snoozeFields(context) };
  return { values: readFields(fields, inputs).values, errors: {} };
}

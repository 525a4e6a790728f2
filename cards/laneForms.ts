import { z } from 'zod/v4';
import type { Case, Escalation } from '../data/case.js';
import type { Budget } from '../data/budget.js';
import { REASONS, type Reason } from '../data/checklist.js';
import { lastChangeOf, laneState } from '../data/lanes.js';
import { button } from './button.js';
import { municipalityName, type CardContext } from './context.js';
import { caseReplySchema } from './escalationCard.js';
import { showFields, type FieldsRead } from './fields/field.js';
import { formCard, note, type Note } from './formCard.js';
import { budgetNotes } from './laneContent.js';
import { laneFields, presentLane, providersFor } from './laneFields.js';
import { listCard, type ListRow } from './listCard.js';
import type { Card } from './render.js';

/** Without a reason: which lane is asked for. */
export const laneReplySchema = caseReplySchema.extend({
  reason: z.enum(REASONS).optional(),
  /** Number of the last event of the lane when the form was shown. */
  seen: z.int().nonnegative().optional(),
});

/** A filled-in form says of which lane it is. */
export const confirmLaneReplySchema = laneReplySchema.required({ reason: true, seen: true });

/** Every lane of the escalation with its state; choosing one opens its form. */
export function lanesCard(context: CardContext, subject: Case, current: Escalation): Card {
  const { words, language } = context;
  const data = { code: subject.code, version: subject.version };
  return listCard({
    lang: language,
    heading: words.lanes.heading(subject.code),
    notes: [],
    rows: current.reasons.map((reason) => laneRow(context, current, reason, data)),
    buttons: [button(words.buttons.back, 'open', data)],
  });
}

function laneRow(
  { words }: CardContext,
  current: Escalation,
  reason: Reason,
  data: { code: string; version: number },
): ListRow {
  const title = words.checklist.reasons[reason];
  const status = words.lanes.states[laneState(current, reason)];
  const opens = words.lanes.openRow(title, status);
  return { title, status, lines: [], button: button(opens, 'ask-lane', { ...data, reason }) };
}

interface LaneFormView {
  /** Of the municipality that pays, or would. */
  budget?: Budget | undefined;
  /** Somebody else changed the lane meanwhile. */
  isOutdated?: boolean;
  read?: FieldsRead | undefined;
}

/** What a coordinator records of one reason. */
export function laneFormCard(
  context: CardContext,
  subject: Case,
  current: Escalation,
  reason: Reason,
  { budget, isOutdated = false, read }: LaneFormView = {},
): Card {
  const { words } = context;
  const { lanes, checklist, buttons } = words;
  const data = { code: subject.code, version: subject.version };
  const seen = lastChangeOf(reason, subject.history);
  const shown = read ?? { values: presentLane(context, subject, current, reason), errors: {} };
  return formCard(context, {
    heading: lanes.formHeading(subject.code, checklist.reasons[reason]),
    notes: [
      ...(isOutdated ? [note(lanes.outdated, 'emphasis')] : []),
      ...NOTES[reason](context, subject, current, budget),
    ],
    fields: showFields(laneFields(context, subject, current, reason), shown),
    buttons: [
      button(
        buttons.updateLane,
        'confirm-lane',
        { ...data, reason, seen },
        { style: 'positive', inputs: 'auto' },
      ),
      ...(current.reasons.length > 1
        ? [button(buttons.back, 'ask-lane', data)]
        : [button(buttons.back, 'open', data)]),
    ],
  });
}

type LaneNotes = (
  context: CardContext,
  subject: Case,
  current: Escalation,
  budget: Budget | undefined,
) => Note[];

const NOTES: Record<Reason, LaneNotes> = {
  complex: () => [],
  finance: (context, _subject, _current, budget) => budgetNotes(context, budget),
  'somatic-network': (context, subject, { lanes }) =>
    providersFor(context.region, subject, lanes).length > 0
      ? []
      : [note(context.words.lanes.network.none(municipalityName(context, subject.municipality)))],
  'follow-up': ({ words }) => [note(words.lanes.followUp.intro)],
};

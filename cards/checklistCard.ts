import { codeSchema } from '../data/case.js';
import { STEPS, type Step } from '../data/checklist.js';
import { DRAFT_KINDS, DRAFT_RULES, isEndOf, type Draft } from '../data/draft.js';
import { z } from 'zod/v4';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { showFields, type FieldsRead } from './fields/field.js';
import { formCard } from './formCard.js';
import type { Card } from './render.js';
import { decisionScreen } from './screens/decision.js';
import { discussedScreen } from './screens/discussed.js';
import { referralScreen } from './screens/referral.js';
import type { Screen, ScreenVerb } from './screens/screen.js';
import { situationScreen } from './screens/situation.js';
import { talkScreen } from './screens/talk.js';
import { wishScreen } from './screens/wish.js';
import type { Words } from './words/words.js';

export const SCREENS: Record<Step, Screen> = {
  talk: talkScreen,
  discussed: discussedScreen,
  wish: wishScreen,
  referral: referralScreen,
  situation: situationScreen,
  decision: decisionScreen,
};

/** What a button of the checklist sends besides the inputs. */
export const checklistReplySchema = z.looseObject({
  step: z.enum(STEPS),
  /** The code that tells the draft from another, and its version when the card was shown. */
  code: codeSchema,
  version: z.int().positive(),
  kind: z.enum(DRAFT_KINDS).default('talk'),
  /** The case it adds to, to be found when the draft is finished. */
  subject: codeSchema.optional(),
});

export interface ChecklistView extends FieldsRead {
  draft: Draft;
  /** One line on top: why this screen is shown again. */
  hint?: string | undefined;
}

export function checklistCard(context: CardContext, view: ChecklistView): Card {
  const { words } = context;
  const { draft, hint } = view;
  const screen = SCREENS[draft.step];
  return formCard(context, {
    progress: progressOf(words, draft),
    heading: screen.heading(words),
    hint,
    notes: screen.notes(context, draft),
    fields: showFields(screen.fields(context, draft), {
      ...view,
      values: { ...screen.prefilled?.(context), ...view.values },
    }),
    footer: words.form.concept,
    buttons: verbsOn(draft).map((verb) => screenButton(words, draft, verb)),
  });
}

function progressOf({ form, escalation }: Words, { kind, step, subject }: Draft): string {
  const { steps } = DRAFT_RULES[kind];
  const progress = form.progress(steps.indexOf(step) + 1, steps.length);
  return subject === undefined ? progress : `${escalation.heading(subject)} · ${progress}`;
}

/** The buttons of the screen a draft stands at. */
export function verbsOn(draft: Draft): ScreenVerb[] {
  const without: (ScreenVerb | false)[] = [
    isEndOf(draft, 'first') && 'back',
    isEndOf(draft, 'last') && 'next',
    // Then nothing would come of it at all: that is what throwing it away is for.
    !DRAFT_RULES[draft.kind].recordsTalk && 'do-not-escalate',
  ];
  return SCREENS[draft.step].verbs.filter((verb) => !without.includes(verb));
}

const TITLES: Record<ScreenVerb, (words: Words) => string> = {
  next: ({ buttons }) => buttons.next,
  save: ({ buttons }) => buttons.save,
  escalate: ({ buttons }) => buttons.escalate,
  'do-not-escalate': ({ buttons }) => buttons.doNotEscalate,
  consult: ({ buttons }) => buttons.consult,
  back: ({ buttons }) => buttons.back,
  later: ({ buttons }) => buttons.later,
  discard: ({ buttons }) => buttons.discard,
};

function screenButton(words: Words, draft: Draft, verb: ScreenVerb) {
  const { step, code, version, kind, subject } = draft;
  return button(
    TITLES[verb](words),
    verb,
    { step, code, version, kind, ...(subject !== undefined && { subject }) },
    {
      style: verb === SCREENS[step].primary(draft) ? 'positive' : 'default',
      inputs: verb === 'discard' ? 'none' : 'auto',
    },
  );
}

import { codeSchema } from '../data/case.js';
import { STEPS, type Step } from '../data/checklist.js';
import { STEPS_OF, type Draft } from '../data/draft.js';
import { z } from 'zod/v4';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { showFields, type FieldsRead } from './fields.js';
import { formCard, note } from './formCard.js';
import type { Card } from './render.js';
import { decisionScreen } from './screens/decision.js';
import { discussedScreen } from './screens/discussed.js';
import { referralScreen } from './screens/referral.js';
import { type Screen, type ScreenVerb } from './screens/screen.js';
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
  /** The draft's reserved code, and its version when the card was shown. */
  code: codeSchema,
  version: z.int().positive(),
});

export interface ChecklistView extends FieldsRead {
  draft: Draft;
  /** One line on top: why this screen is shown again. */
  hint?: string | undefined;
}

export function checklistCard(context: CardContext, view: ChecklistView): Card {
  const { words, language } = context;
  const screen = SCREENS[view.draft.step];
  const hasErrors = Object.keys(view.errors).length > 0;
  const hint = hasErrors ? words.form.fix : view.hint;
  const steps = STEPS_OF[view.draft.kind];
  return formCard({
    lang: language,
    progress: words.form.progress(steps.indexOf(view.draft.step) + 1, steps.length),
    heading: screen.heading(words),
    notes: [
      ...(hint === undefined ? [] : [note(hint, hasErrors ? 'attention' : 'emphasis')]),
      ...screen.notes(context, view.draft.answers),
    ],
    fields: showFields(screen.fields(context, view.draft.answers), view),
    footer: words.form.concept,
    buttons: screen.verbs.map((verb) => screenButton(words, view, verb, screen)),
  });
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

function screenButton(words: Words, view: ChecklistView, verb: ScreenVerb, screen: Screen) {
  return button(
    TITLES[verb](words),
    verb,
    { step: view.draft.step, code: view.draft.code, version: view.draft.version },
    {
      style: verb === screen.primary(view.draft.answers) ? 'positive' : 'default',
      inputs: verb === 'discard' ? 'none' : 'auto',
    },
  );
}

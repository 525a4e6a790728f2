import type { Draft } from '../../data/draft.js';
import type { CardContext } from '../context.js';
import type { Fields } from '../fields/field.js';
import type { Note } from '../formCard.js';
import type { Words } from '../words/words.js';

/** The buttons a screen can have; what each does is decided by the checklist flow. */
export const SCREEN_VERBS = [
  'next',
  'save',
  'escalate',
  'do-not-escalate',
  'consult',
  'back',
  'later',
  'discard',
] as const;
export type ScreenVerb = (typeof SCREEN_VERBS)[number];

/** One screen of the checklist: its questions and what stands around them. */
export interface Screen {
  heading: (words: Words) => string;
  notes: (context: CardContext, draft: Draft) => Note[];
  fields: (context: CardContext, draft: Draft) => Fields;
  /** What stands in the fields before anybody answered. */
  prefilled?: (context: CardContext) => Record<string, unknown>;
  /** Its buttons in their order; those that make no sense for a draft are left out of its card. */
  verbs: readonly ScreenVerb[];
  /** The one button that stands out. */
  primary: (draft: Draft) => ScreenVerb;
}

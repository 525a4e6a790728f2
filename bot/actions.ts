import { z } from 'zod/v4';
import { checklistReplySchema } from '../cards/checklistCard.js';
import { consultReplySchema } from '../cards/consultCard.js';
import { caseReplySchema } from '../cards/escalationCard.js';
import { SCREEN_VERBS } from '../cards/screens/screen.js';
import { ask, claim, confirm, giveBack, open } from './actions/case.js';
import { answerScreen } from './actions/checklist.js';
import { takeConsult } from './actions/consult.js';
import { languageReplySchema, setLanguage } from './actions/language.js';
import { confirmLink, linkReplySchema } from './actions/link.js';
import { profileReplySchema, saveProfile } from './actions/profile.js';
import { record, resume } from './commands/checklist.js';
import { showFigures } from './commands/figures.js';
import { showHelp } from './commands/help.js';
import { showProfile } from './commands/profile.js';
import type { Deps } from './deps.js';
import type { Outcome } from './outcome.js';
import type { Clicked } from './turnContext.js';

/** One button of a card. */
export interface Action {
  verb: string;
  /** Where its card stands; a click from elsewhere has been tampered with. */
  place: 'personal' | 'channel' | 'anywhere';
  /** Whether its data tells one click from another, so that a repeated one has no second effect. */
  once: boolean;
  /** Nothing when the data is not what this button sends. */
  run: (deps: Deps, turn: Clicked) => Promise<Outcome> | undefined;
}

function action<S extends z.ZodType>(
  verb: string,
  schema: S,
  run: (deps: Deps, turn: Clicked, reply: z.infer<S>) => Promise<Outcome>,
  { once = true, place = 'personal' }: Partial<Pick<Action, 'once' | 'place'>> = {},
): Action {
  return {
    verb,
    once,
    place,
    run: (deps, turn) => {
      const reply = schema.safeParse(turn.incoming.data);
      return reply.success ? run(deps, turn, reply.data) : undefined;
    },
  };
}

const noData = z.looseObject({});
/** Doing it twice changes nothing more, and its data cannot tell today's click from yesterday's. */
const repeatable = { once: false };
const anywhere = { place: 'anywhere' } as const;
const inChannel = { place: 'channel' } as const;

export const ACTIONS: readonly Action[] = [
  ...SCREEN_VERBS.map((verb) => action(verb, checklistReplySchema, answerScreen(verb))),
  action('record', noData, record, repeatable),
  action('resume', noData, resume, repeatable),
  action('figures', noData, showFigures, repeatable),
  action('profile', noData, showProfile, repeatable),
  action('help', noData, showHelp, repeatable),
  action('save-profile', profileReplySchema, saveProfile, repeatable),
  action('set-language', languageReplySchema, setLanguage, repeatable),
  action('claim', caseReplySchema, claim, anywhere),
  action('give-back', caseReplySchema, giveBack, anywhere),
  action('open', caseReplySchema, open, { ...repeatable, ...anywhere }),
  action('close', caseReplySchema, ask('close'), { ...repeatable, ...anywhere }),
  action('decline', caseReplySchema, ask('decline'), { ...repeatable, ...anywhere }),
  action('confirm-claim', caseReplySchema, confirm('claim')),
  action('confirm-close', caseReplySchema, confirm('close')),
  action('confirm-decline', caseReplySchema, confirm('decline')),
  action('take-consult', consultReplySchema, takeConsult, inChannel),
  action('confirm-link', linkReplySchema, confirmLink, { ...repeatable, ...inChannel }),
];

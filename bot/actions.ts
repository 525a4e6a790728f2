import { z } from 'zod/v4';
import { checklistReplySchema } from '../cards/checklistCard.js';
import { consultReplySchema } from '../cards/consultCard.js';
import {
  correctionReplySchema,
  correctReplySchema,
  turnReplySchema,
} from '../cards/correctionCard.js';
import { caseReplySchema } from '../cards/escalationCard.js';
import { byPhoneReplySchema } from '../cards/forWhomCard.js';
import { OWN_FORMS } from '../cards/ownCaseForms.js';
import { ownCasesReplySchema } from '../cards/ownCasesCard.js';
import { permissionReplySchema } from '../cards/permissionCard.js';
import {
  confirmCountReplySchema,
  countReplySchema,
  officerReplySchema,
} from '../cards/countFields.js';
import { SCREEN_VERBS } from '../cards/screens/screen.js';
import { takeOverReplySchema } from '../cards/takeOverCard.js';
import { ask, claim, confirm, giveBack, open } from './actions/case.js';
import { answerScreen } from './actions/checklist.js';
import { takeConsult } from './actions/consult.js';
import { escalateByPhone, escalateCase, furtherTalk } from './actions/escalate.js';
import { languageReplySchema, setLanguage } from './actions/language.js';
import { cancelLink, cancelReplySchema, confirmLink, linkReplySchema } from './actions/link.js';
import {
  adjustOwn,
  askOwn,
  confirmCorrection,
  confirmOwn,
  correct,
  openOwn,
  turnCorrection,
} from './actions/ownCase.js';
import { confirmCount, correctCount, saveCount, showCount } from './actions/officer.js';
import { chooseOrganisation, showTotals } from './actions/organisation.js';
import {
  askWithdrawPermission,
  choosePermission,
  confirmWithdrawal,
} from './actions/permission.js';
import { profileReplySchema, saveProfile } from './actions/profile.js';
import { askTakeOver, confirmTakeOver, showColleagues } from './actions/takeOver.js';
import { record, resume } from './commands/checklist.js';
import { count } from './commands/count.js';
import { escalate, escalateOwn } from './commands/escalate.js';
import { showFigures } from './commands/figures.js';
import { showHelp } from './commands/help.js';
import { listOwnCases } from './commands/ownCases.js';
import { prepare, prompt, promptsReplySchema } from './commands/prepare.js';
import { showPrivacy } from './commands/privacy.js';
import { showProfile } from './commands/profile.js';
import { showRegion } from './commands/region.js';
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
  action('start-escalation', noData, escalate, repeatable),
  action('escalate-own', noData, escalateOwn, repeatable),
  action('escalate-by-phone', byPhoneReplySchema, escalateByPhone, repeatable),
  action('further-talk', caseReplySchema, furtherTalk, repeatable),
  action('escalate-case', caseReplySchema, escalateCase, repeatable),
  action('figures', noData, showFigures, repeatable),
  action('prepare', noData, prepare, repeatable),
  action('show-prompts', promptsReplySchema, prompt, repeatable),
  action('region', noData, showRegion, repeatable),
  action('privacy', noData, showPrivacy, repeatable),
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
  action('my-cases', ownCasesReplySchema, listOwnCases, repeatable),
  action('open-own', caseReplySchema, openOwn, repeatable),
  action('adjust-own', caseReplySchema, adjustOwn, repeatable),
  ...OWN_FORMS.flatMap((form) => [
    action(`ask-${form}`, caseReplySchema, askOwn(form), repeatable),
    action(`confirm-${form}`, caseReplySchema, confirmOwn(form)),
  ]),
  action('correct', correctReplySchema, correct, repeatable),
  action('turn-correction', turnReplySchema, turnCorrection, repeatable),
  action('confirm-correction', correctionReplySchema, confirmCorrection),
  action('ask-withdraw-permission', caseReplySchema, askWithdrawPermission, repeatable),
  action('choose-permission', caseReplySchema, choosePermission, repeatable),
  action('withdraw-permission', permissionReplySchema, confirmWithdrawal),
  action('choose-organisation', noData, chooseOrganisation, repeatable),
  action('start-count', noData, count, repeatable),
  action('count', officerReplySchema, showCount, repeatable),
  action('save-count', officerReplySchema, saveCount),
  action('correct-count', countReplySchema, correctCount, repeatable),
  action('confirm-count', confirmCountReplySchema, confirmCount),
  action('organisation-totals', officerReplySchema, showTotals, repeatable),
  action('colleagues', officerReplySchema, showColleagues, repeatable),
  action('ask-take-over', officerReplySchema, askTakeOver, repeatable),
  action('confirm-take-over', takeOverReplySchema, confirmTakeOver),
  action('take-consult', consultReplySchema, takeConsult, inChannel),
  action('confirm-link', linkReplySchema, confirmLink, { ...repeatable, ...inChannel }),
  action('cancel-link', cancelReplySchema, cancelLink, { ...repeatable, ...inChannel }),
];

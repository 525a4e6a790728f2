import { z } from 'zod/v4';
import { answerReplySchema } from '../cards/answerForm.js';
import { checklistReplySchema } from '../cards/checklistCard.js';
import { consultReplySchema } from '../cards/consultCard.js';
import {
  correctionReplySchema,
  correctReplySchema,
  turnReplySchema,
} from '../cards/correctionCard.js';
import { caseReplySchema } from '../cards/escalationCard.js';
import { figuresReplySchema } from '../cards/figuresButtons.js';
import { figureCasesReplySchema } from '../cards/figuresCasesCard.js';
import { byPhoneReplySchema } from '../cards/forWhomCard.js';
import { confirmLaneReplySchema, laneReplySchema } from '../cards/laneForms.js';
import { linkRegionReplySchema } from '../cards/linkRegionCard.js';
import { OWN_FORMS } from '../cards/ownCaseForms.js';
import { ownCasesReplySchema } from '../cards/ownCasesCard.js';
import { permissionReplySchema } from '../cards/permissionCard.js';
import {
  confirmCountReplySchema,
  countReplySchema,
  officerReplySchema,
} from '../cards/countFields.js';
import { openConsultReplySchema, queueReplySchema, retryReplySchema } from '../cards/queueCard.js';
import {
  entryReplySchema,
  newEntryReplySchema,
  programmeListReplySchema,
  programmeReplySchema,
  removeEntryReplySchema,
  saveEntryReplySchema,
} from '../cards/programmeReplies.js';
import { SCREEN_VERBS } from '../cards/screens/screen.js';
import { issueReplySchema } from '../cards/steeringReport/reportCard.js';
import { takeOverReplySchema } from '../cards/takeOverCard.js';
import { askAnswer, confirmAnswer } from './actions/answer.js';
import { askAbsence, endAbsence, saveAbsence } from './actions/absence.js';
import { ask, claim, confirm, giveBack, open } from './actions/case.js';
import { answerScreen } from './actions/checklist.js';
import { openConsult, takeConsult } from './actions/consult.js';
import { escalateByPhone, escalateCase, furtherTalk } from './actions/escalate.js';
import { askOffer, atOnce, cancelOffer, confirmOffer } from './actions/handOver.js';
import { makeExport } from './actions/export.js';
import { showFigureCases } from './actions/figures.js';
import * as followUp from './actions/followUp.js';
import { askLane, confirmLane } from './actions/lane.js';
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
import * as programme from './actions/programme.js';
import * as programmeForms from './actions/programmeForms.js';
import { retryDelivery } from './actions/queue.js';
import { askReminders, saveReminders } from './actions/reminders.js';
import { askReport, issueReport, lookAtReport } from './actions/steeringReport.js';
import { askTakeOver, confirmTakeOver, showColleagues } from './actions/takeOver.js';
import { record, resume } from './commands/checklist.js';
import { count } from './commands/count.js';
import { escalate, escalateOwn } from './commands/escalate.js';
import { showExport } from './commands/export.js';
import { showFigures } from './commands/figures.js';
import { showHelp } from './commands/help.js';
import { askLinkFor } from './commands/link.js';
import { listOwnCases } from './commands/ownCases.js';
import { prepare, prompt, promptsReplySchema } from './commands/prepare.js';
import { showPrivacy } from './commands/privacy.js';
import { showProfile } from './commands/profile.js';
import { showProgrammeOf } from './commands/programme.js';
import { listQueue } from './commands/queue.js';
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
  action('figures', figuresReplySchema, showFigures, repeatable),
  action('figure-cases', figureCasesReplySchema, showFigureCases, repeatable),
  action('export', noData, showExport, repeatable),
  action('make-export', noData, makeExport, repeatable),
  action('ask-report', noData, askReport, repeatable),
  action('look-at-report', noData, lookAtReport, repeatable),
  action('issue-report', issueReplySchema, issueReport, repeatable),
  action('queue', queueReplySchema, listQueue, repeatable),
  action('retry-delivery', retryReplySchema, retryDelivery),
  action('open-consult', openConsultReplySchema, openConsult, repeatable),
  action('prepare', noData, prepare, repeatable),
  action('show-prompts', promptsReplySchema, prompt, repeatable),
  action('region', noData, showRegion, repeatable),
  action('privacy', noData, showPrivacy, repeatable),
  action('profile', noData, showProfile, repeatable),
  action('help', noData, showHelp, repeatable),
  action('save-profile', profileReplySchema, saveProfile, repeatable),
  action('ask-absence', noData, askAbsence, repeatable),
  action('save-absence', noData, saveAbsence, repeatable),
  action('end-absence', noData, endAbsence, repeatable),
  action('ask-reminders', noData, askReminders, repeatable),
  action('save-reminders', noData, saveReminders, repeatable),
  action('set-language', languageReplySchema, setLanguage, repeatable),
  action('claim', caseReplySchema, claim, anywhere),
  action('give-back', caseReplySchema, giveBack, anywhere),
  action('open', caseReplySchema, open, { ...repeatable, ...anywhere }),
  action('close', caseReplySchema, ask('close'), { ...repeatable, ...anywhere }),
  action('decline', caseReplySchema, ask('decline'), { ...repeatable, ...anywhere }),
  action('confirm-claim', caseReplySchema, confirm('claim')),
  action('confirm-close', caseReplySchema, confirm('close')),
  action('confirm-decline', caseReplySchema, confirm('decline')),
  action('ask-question', caseReplySchema, ask('question'), repeatable),
  action('confirm-question', caseReplySchema, confirm('question')),
  action('ask-answer', answerReplySchema, askAnswer, repeatable),
  action('confirm-answer', answerReplySchema, confirmAnswer),
  action('ask-lane', laneReplySchema, askLane, repeatable),
  action('confirm-lane', confirmLaneReplySchema, confirmLane),
  action('ask-offer', caseReplySchema, askOffer, repeatable),
  action('confirm-offer', caseReplySchema, confirmOffer),
  action('cancel-offer', caseReplySchema, cancelOffer),
  action('accept', caseReplySchema, atOnce('accept')),
  action('refuse', caseReplySchema, atOnce('refuse')),
  action('reopen', caseReplySchema, atOnce('reopen')),
  action('my-cases', ownCasesReplySchema, listOwnCases, repeatable),
  action('open-own', caseReplySchema, openOwn, repeatable),
  action('adjust-own', caseReplySchema, adjustOwn, repeatable),
  ...OWN_FORMS.flatMap((form) => [
    action(`ask-${form}`, caseReplySchema, askOwn(form), repeatable),
    action(`confirm-${form}`, caseReplySchema, confirmOwn(form)),
  ]),
  action('ask-follow-up', caseReplySchema, followUp.ask, repeatable),
  action('open-follow-up', caseReplySchema, followUp.open, repeatable),
  action('answer-follow-up', caseReplySchema, followUp.answer),
  action('snooze-follow-up', caseReplySchema, followUp.snooze),
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
  action('programme', programmeReplySchema, showProgrammeOf, repeatable),
  action('programme-list', programmeListReplySchema, programme.listEntries, repeatable),
  action('open-entry', entryReplySchema, programme.openEntry, repeatable),
  action('add-entry', newEntryReplySchema, programmeForms.askNewEntry, repeatable),
  action('correct-entry', entryReplySchema, programmeForms.correctEntryForm, repeatable),
  action('count-attendance', saveEntryReplySchema, programmeForms.countAttendance, repeatable),
  action('choose-attendance', saveEntryReplySchema, programmeForms.chooseAttendance, repeatable),
  action('save-entry', saveEntryReplySchema, programmeForms.saveEntry),
  action('ask-remove-entry', removeEntryReplySchema, programme.askRemoveEntry, repeatable),
  action('remove-entry', removeEntryReplySchema, programme.confirmRemoveEntry),
  action('take-consult', consultReplySchema, takeConsult, anywhere),
  action('ask-link', linkRegionReplySchema, askLinkFor, { ...repeatable, ...inChannel }),
  action('confirm-link', linkReplySchema, confirmLink, { ...repeatable, ...inChannel }),
  action('cancel-link', cancelReplySchema, cancelLink, { ...repeatable, ...inChannel }),
];

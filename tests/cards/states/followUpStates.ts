import type { CardContext } from '../../../cards/context.js';
import { followUpCard, followUpFields, snoozeFields } from '../../../cards/followUpCard.js';
import { ownCaseCard } from '../../../cards/ownCaseCard.js';
import type { Case, Escalation } from '../../../data/case.js';
import type { FollowUp } from '../../../data/lanes.js';
import { anEscalatedCase, JOOST, MERYEM, SANNE, utc } from '../../builders.js';
import { aFullCase, everythingMissing, STATES } from './caseStates.js';

const askedAt = utc('2026-11-16T08:30');
const ASKED: FollowUp = { on: '2026-11-14', asks: 'professional', askedAt, settled: false };
const ANSWERED = { at: askedAt, by: SANNE, answer: 'appointment-kept' } as const;

const QUESTION = { id: 1, by: MERYEM, at: askedAt, text: 'Is er al een afspraak?' };

function followed(lane: FollowUp, parts: Partial<Escalation> = {}, whole: Partial<Case> = {}) {
  const lanes = { 'follow-up': lane };
  return anEscalatedCase({ reasons: ['follow-up'], state: STATES.closed, lanes, ...parts }, whole);
}

/** Asking later how it goes, and what the professional sees of it in their own case. */
export function followUpStates(context: CardContext) {
  const { words } = context;
  const ofCoordinator = followed({ ...ASKED, asks: 'coordinator' }, { state: STATES.claimed });
  const realised = { on: '2026-11', recordedAt: askedAt, route: 'escalated' } as const;
  const subject = followed(ASKED);
  const errors = everythingMissing({
    ...followUpFields(context, subject),
    ...snoozeFields(context),
  });
  return {
    followUpCard: {
      'for the professional': followUpCard(context, subject, SANNE),
      'for the coordinator': followUpCard(context, ofCoordinator, MERYEM),
      'for who stands in': followUpCard(context, ofCoordinator, JOOST),
      'when realised before': followUpCard(
        context,
        followed(ASKED, {}, { realisation: realised }),
        SANNE,
      ),
      'with errors': followUpCard(context, subject, SANNE, {
        values: { realisedOn: '2026-99' },
        errors,
      }),
    },
    ownCaseCard: {
      'asked how it goes': ownCaseCard(context, subject),
      'asked how it goes, and a question': ownCaseCard(
        context,
        followed(ASKED, { state: STATES.claimed, questions: [QUESTION] }),
      ),
      'to be asked later': ownCaseCard(context, followed({ ...ASKED, askedAt: undefined })),
      'told how it goes': ownCaseCard(
        context,
        followed({ ...ASKED, answered: ANSWERED, settled: true }),
        words.followUp.answered,
      ),
      'asked of the coordinator': ownCaseCard(context, ofCoordinator),
      'asked, with everything else': ownCaseCard(
        context,
        aFullCase({ state: STATES.closed, lanes: { 'follow-up': ASKED } }),
      ),
    },
  };
}

import { answerFields, answerFormCard } from '../../../cards/answerForm.js';
import { caseCard } from '../../../cards/caseCard.js';
import { caseFormCard } from '../../../cards/caseForms.js';
import type { CardContext } from '../../../cards/context.js';
import { laneFields } from '../../../cards/laneFields.js';
import { laneFormCard, lanesCard } from '../../../cards/laneForms.js';
import { noticeCard } from '../../../cards/noticeCard.js';
import { ownCaseCard } from '../../../cards/ownCaseCard.js';
import type { Card } from '../../../cards/render.js';
import type { Budget } from '../../../data/budget.js';
import type { Case, Escalation } from '../../../data/case.js';
import { withEvents, type NewEvent } from '../../../data/caseEvents.js';
import { REASONS, type Reason } from '../../../data/checklist.js';
import type { Lanes } from '../../../data/lanes.js';
import type { Question } from '../../../data/questions.js';
import { aDelivery, anEscalation, JOOST, MERYEM, SANNE, utc } from '../../builders.js';
import { aFullCase, everythingMissing, STATES } from './caseStates.js';
import { CORRECTIONS } from './oldAndNew.js';
import { ANSWER, PROGRESS_NOTE, QUESTION } from './typedTexts.js';

const moment = utc('2026-11-16T09:30');

/** Everything that can be recorded of a lane. */
const LANES: Required<Lanes> = {
  complex: { result: 'advised', settled: false },
  finance: {
    askedCents: 15_000,
    grantedCents: 12_550,
    chargedTo: 'leiden',
    year: 2026,
    declaration: 'submitted',
    settled: false,
  },
  'somatic-network': {
    provider: 'verloskundigen-leiden-voorbeeld',
    appointmentOn: '2026-12-03',
    happened: 'moved',
    settled: false,
  },
  'follow-up': {
    on: '2026-11-16',
    asks: 'professional',
    askedAt: moment,
    answered: { at: moment, by: SANNE, answer: 'going-well' },
    settled: false,
  },
};

const SETTLED: Lanes = {
  complex: { ...LANES.complex, settled: true },
  finance: { ...LANES.finance, settled: true },
  'somatic-network': { ...LANES['somatic-network'], settled: true },
  'follow-up': { ...LANES['follow-up'], settled: true },
};

export const BUDGET: Budget = {
  municipality: 'leiden',
  year: 2026,
  budget: 500_000,
  asked: 123_456,
  granted: 100_050,
  left: 399_950,
};
const OVER: Budget = { ...BUDGET, granted: 530_000, left: -30_000 };

function aQuestion(id: number, isAnswered: boolean): Question {
  const asked = { id, by: MERYEM, at: moment, text: QUESTION };
  return isAnswered ? { ...asked, answer: { by: SANNE, at: moment, text: ANSWER } } : asked;
}
const MANY = [1, 2, 3, 4, 5].map((id) => aQuestion(id, id < 4));

const wrong = { attempts: 3, retryAt: utc('2026-11-16T09:45'), why: 'HTTP 502 BadGateway' };
const TROUBLE = { ...wrong, since: moment };
const STUCK = aDelivery({ trouble: { channel: TROUBLE, notices: TROUBLE } });
const missed = { why: 'HTTP 403 BotNotInConversationRoster', since: moment, again: false };
const MISSED = aDelivery({ unreached: [{ ...missed, to: SANNE, number: 3 }] });
const ALL_WRONG = { ...STUCK, unreached: MISSED.unreached };

const CORRECTED: NewEvent = {
  kind: 'corrected',
  at: moment,
  by: SANNE,
  talk: 1,
  corrections: CORRECTIONS,
};
const REPORTED = { kind: 'progress', at: moment, by: SANNE, answer: 'appointment-missed' } as const;

/** As much as can have happened to one case, with every text as long as it may be. */
function aCaseFullOfEvents(subject: Case): Case {
  const events = Array.from({ length: 30 }, () => [...COURSE, CORRECTED, REPORTED]).flat();
  const history = withEvents(subject.history, events);
  const progressNotes = history.map(({ number }) => ({ event: number, text: PROGRESS_NOTE }));
  return { ...subject, history, progressNotes };
}

/** Lanes and offers name what they are about. */
const COURSE: NewEvent[] = REASONS.flatMap((reason) => [
  { kind: 'lane-updated', at: moment, by: MERYEM, reason },
  { kind: 'lane-settled', at: moment, by: MERYEM, reason },
  { kind: 'offered', at: moment, by: MERYEM, to: JOOST },
]);

const claimed = (parts: Partial<Escalation> = {}, whole: Partial<Case> = {}): Case =>
  aFullCase({ state: STATES.claimed, ...parts }, { municipality: 'leiden', ...whole });
const currentOf = ({ escalations }: Case) => escalations.at(-1) ?? anEscalation();

/** Lanes, questions and what does not get through, on every card that shows them. */
export function laneStates(context: CardContext) {
  const { words } = context;
  const opened = (subject: Case, around = {}, reader = MERYEM): Card =>
    caseCard(context, subject, currentOf(subject), reader, around);

  function forms(reason: Reason): [string, Card][] {
    const view = (subject: Case, parts: Parameters<typeof laneFormCard>[4] = {}) =>
      laneFormCard(context, subject, currentOf(subject), reason, parts);
    const fresh = claimed();
    const errors = everythingMissing(laneFields(context, fresh, currentOf(fresh), reason));
    const values = { asked: '12,345', granted: '-5', on: '2026-99', settled: true };
    const outside = aFullCase({ state: STATES.claimed }, { municipality: 'no-fixed-abode' });
    return [
      [`${reason}, fresh`, view(fresh, { budget: BUDGET })],
      [`${reason}, recorded`, view(claimed({ lanes: LANES }), { budget: OVER })],
      [`${reason}, with errors`, view(fresh, { read: { values, errors } })],
      [`${reason}, changed by another`, view(claimed({ lanes: SETTLED }), { isOutdated: true })],
      [`${reason}, alone`, view(claimed({ reasons: [reason] }))],
      [`${reason}, nobody in this municipality`, view(aFullCase({ state: STATES.claimed }))],
      [`${reason}, no fixed abode`, view(outside)],
    ];
  }

  const [first] = MANY;
  const missing = everythingMissing(first ? answerFields(context, first) : {});
  const asked = { ...{ number: 3, at: moment, by: MERYEM }, kind: 'asked', question: 4 } as const;
  const busy = claimed({ lanes: LANES, questions: MANY });

  return {
    caseCard: {
      'with lanes under way': opened(claimed({ lanes: LANES }), { budget: BUDGET }),
      'with lanes and offers in its course': opened(
        claimed({}, { history: withEvents(aFullCase().history, COURSE) }),
      ),
      'with lanes settled': opened(claimed({ lanes: SETTLED }), { budget: OVER }),
      'with some lanes settled': opened(
        claimed({ lanes: { finance: SETTLED.finance }, ended: ['follow-up'] }),
        { budget: BUDGET },
      ),
      'with questions': opened(claimed({ questions: MANY })),
      'with an answer': opened(claimed({ questions: [aQuestion(1, true)] })),
      'with what does not get through': opened(claimed(), {
        delivery: STUCK,
      }),
      'with somebody who cannot be told': opened(claimed(), { delivery: MISSED }),
      'with all of it': opened(aCaseFullOfEvents(busy), {
        hint: words.refusals.alreadyYours,
        budget: OVER,
        delivery: ALL_WRONG,
      }),
      'with all of it, for another coordinator': opened(busy, { budget: OVER }, JOOST),
    },
    lanesCard: {
      'not begun': lanesCard(context, claimed(), currentOf(claimed())),
      'in every state': lanesCard(
        context,
        claimed(),
        anEscalation({
          reasons: [...REASONS],
          lanes: { complex: LANES.complex, finance: { ...LANES.finance, settled: true } },
          ended: ['follow-up'],
        }),
      ),
    },
    laneFormCard: Object.fromEntries(REASONS.flatMap(forms)),
    caseFormCard: {
      'close, with lanes settled': caseFormCard(context, claimed({ lanes: SETTLED }), 'close'),
    },
    answerFormCard: {
      fresh: answerFormCard(context, busy, aQuestion(4, false)),
      'with errors': answerFormCard(context, busy, aQuestion(4, false), {
        values: { text: ANSWER },
        errors: missing,
      }),
    },
    ownCaseCard: {
      'with questions and answers': ownCaseCard(context, busy),
      'with all of it and questions': ownCaseCard(context, aCaseFullOfEvents(busy)),
    },
    noticeCard: {
      'a question': noticeCard(context, busy, asked, { canOpen: true }),
      'a question answered meanwhile': noticeCard(
        context,
        claimed({ questions: [aQuestion(4, true)] }),
        asked,
        { canOpen: true },
      ),
    },
  };
}

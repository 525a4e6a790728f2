import { callBackCard, consultCard } from '../../../cards/consultCard.js';
import type { CardContext } from '../../../cards/context.js';
import { escalationCard } from '../../../cards/escalationCard.js';
import { noticeCard, type ToldEvent } from '../../../cards/noticeCard.js';
import type { Card } from '../../../cards/render.js';
import type { Case } from '../../../data/case.js';
import { escalationSchema } from '../../../data/case.js';
import {
  aConsult,
  anEscalatedCase,
  anEscalation,
  JOOST,
  MERYEM,
  SANNE,
  utc,
  countsOf,
} from '../../builders.js';
import { aFullCase, STATES } from './caseStates.js';
import { FIGURES } from './personalStates.js';
import { DECLINE_REASON, EXCEPTION, REACHABLE } from './typedTexts.js';

const base = { number: 3, at: utc('2026-11-16T09:30'), by: MERYEM };

const EVENTS: { [K in ToldEvent['kind']]: Extract<ToldEvent, { kind: K }> } = {
  'talk-recorded': { ...base, by: SANNE, kind: 'talk-recorded' },
  realised: { ...base, by: SANNE, kind: 'realised' },
  corrected: {
    ...base,
    by: SANNE,
    kind: 'corrected',
    talk: 1,
    corrections: [{ field: 'wish', from: 'later', to: 'now' }],
  },
  progress: { ...base, by: SANNE, kind: 'progress', answer: 'going-well', note: '' },
  'permission-withdrawn': { ...base, by: SANNE, kind: 'permission-withdrawn', permission: 'share' },
  'taken-over': { ...base, kind: 'taken-over', from: SANNE },
  claimed: { ...base, kind: 'claimed', exception: EXCEPTION },
  'given-back': { ...base, kind: 'given-back' },
  lapsed: { kind: 'lapsed', number: 3, at: base.at, holder: MERYEM },
  offered: { ...base, kind: 'offered', to: JOOST },
  'offer-accepted': { ...base, kind: 'offer-accepted', from: JOOST },
  'offer-refused': { ...base, kind: 'offer-refused', from: JOOST },
  'offer-cancelled': { ...base, kind: 'offer-cancelled', to: JOOST },
  declined: { ...base, kind: 'declined', reason: DECLINE_REASON },
  asked: { ...base, kind: 'asked', question: 1 },
  answered: { ...base, kind: 'answered', question: 1 },
  'follow-up-answered': { ...base, by: SANNE, kind: 'follow-up-answered', answer: 'going-well' },
  closed: { ...base, kind: 'closed', outcome: 'postponed', contraception: 'realised' },
  reopened: { ...base, kind: 'reopened' },
  withdrawn: { ...base, by: SANNE, kind: 'withdrawn', why: 'client-stops', holder: MERYEM },
};

const consult = aConsult({ reachable: REACHABLE });
const taken = { status: 'taken', by: MERYEM, at: utc('2026-11-16T09:30') } as const;

/** What all coordinators see in their channel. */
export function channelStates(context: CardContext) {
  function inChannel(subject: Case, counts = FIGURES): Card {
    return escalationCard(context, subject, subject.escalations.at(-1) ?? anEscalation(), counts);
  }

  const { permissions } = aFullCase();
  const share = { ...permissions.record, given: false };
  const notShared = aFullCase(
    { state: STATES.claimed },
    { permissions: { ...permissions, share } },
  );

  const escalationCards: Record<string, Card> = Object.fromEntries([
    ...Object.entries(STATES).map(([status, state]) => [status, inChannel(aFullCase({ state }))]),
    ...escalationSchema.shape.participation.options.map((participation) => [
      participation,
      inChannel(anEscalatedCase({ participation })),
    ]),
    ['no longer shared', inChannel(notShared)],
    ['before anything was counted', inChannel(anEscalatedCase(), countsOf([]))],
  ] as [string, Card][]);

  return {
    escalationCard: escalationCards,
    consultCard: {
      open: consultCard(context, consult),
      taken: consultCard(context, { ...consult, state: taken }),
    },
  };
}

export function noticeStates(context: CardContext) {
  const notice = (event: ToldEvent, canOpen: boolean) =>
    noticeCard(context, aFullCase(), event, { canOpen });

  return {
    noticeCard: Object.fromEntries(
      Object.values(EVENTS).flatMap((event) => [
        [event.kind, notice(event, true)],
        [`${event.kind}, not to be opened`, notice(event, false)],
      ]),
    ) as Record<string, Card>,
    callBackCard: { taken: callBackCard(context, { ...consult, state: taken }) },
  };
}

import type { CardContext } from '../../../cards/context.js';
import { caseCard } from '../../../cards/caseCard.js';
import {
  CASE_FORMS,
  caseFormCard,
  caseFormFields,
  type CaseForm,
} from '../../../cards/caseForms.js';
import type { Fields } from '../../../cards/fields/field.js';
import type { Card } from '../../../cards/render.js';
import {
  discardedCard,
  finishedCard,
  noDraftCard,
  notWantedCard,
  parkedCard,
  recordedCard,
} from '../../../cards/resultCards.js';
import type { Case, Escalation, EscalationStatus } from '../../../data/case.js';
import { withEvents } from '../../../data/caseEvents.js';
import { REASONS, SITUATIONS, WANTS } from '../../../data/checklist.js';
import { aCase, anEscalatedCase, anEscalation, aTalk, JOOST, MERYEM, utc } from '../../builders.js';
import { DECLINE_REASON, EXCEPTION, NOTE, REACHABLE } from './typedTexts.js';

const moment = utc('2026-11-16T09:30');

export const STATES: Record<EscalationStatus, Escalation['state']> = {
  open: { status: 'open' },
  claimed: { status: 'claimed', holder: MERYEM, claimedAt: moment, exception: EXCEPTION },
  declined: { status: 'declined', by: MERYEM, at: moment, reason: DECLINE_REASON },
  closed: {
    status: 'closed',
    by: MERYEM,
    at: moment,
    outcome: 'postponed',
    contraception: 'realised',
  },
  withdrawn: { status: 'withdrawn', at: moment, why: 'client-stops' },
};

/** With everything a case can carry: the largest cards there are. */
export function aFullCase(parts: Partial<Escalation> = {}, whole: Partial<Case> = {}): Case {
  return anEscalatedCase(
    {
      reasons: [...REASONS],
      situations: [...SITUATIONS],
      priority: true,
      participation: 'not-participating',
      reachable: REACHABLE,
      note: NOTE,
      ...parts,
    },
    {
      municipality: 'bodegraven-reeuwijk',
      talks: [
        aTalk({ situations: [...SITUATIONS], wants: WANTS.filter((want) => want !== 'no-help') }),
      ],
      ...whole,
    },
  );
}

/** Every question with what is said when it had to be answered. */
export function everythingMissing(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([id, { missing }]) => [id, missing]));
}

const restless = Array.from(
  { length: 50 },
  () =>
    [
      { kind: 'claimed', at: moment, by: MERYEM, exception: EXCEPTION },
      { kind: 'given-back', at: moment, by: MERYEM },
    ] as const,
).flat();

export function caseStates(context: CardContext) {
  const { words } = context;
  function opened(subject: Case, reader = MERYEM, hint?: string): Card {
    const current = subject.escalations.at(-1) ?? anEscalation();
    return caseCard(context, subject, current, reader, { hint });
  }

  const fullCases = Object.entries(STATES).map(
    ([status, state]) => [status, aFullCase({ state })] as const,
  );

  const CASE_CARDS = Object.fromEntries([
    ...fullCases.map(
      ([status, subject]) => [`${status}, for its holder`, opened(subject)] as const,
    ),
    ...fullCases.map(
      ([status, subject]) =>
        [`${status}, for another coordinator`, opened(subject, JOOST)] as const,
    ),
    ['with little in it', opened(anEscalatedCase({ situations: [] }))],
    [
      'without the reason for an exception',
      opened(aFullCase({ state: { status: 'claimed', holder: MERYEM, claimedAt: moment } })),
    ],
    ['with a reason that ended', opened(aFullCase({ ended: ['finance'] }))],
    ['without a talk', opened(anEscalatedCase({}, { talks: [] }))],
    [
      'just lost in a race',
      opened(aFullCase({ state: STATES.claimed }), JOOST, words.refusals.heldBy('Meryem Kaya')),
    ],
    [
      'with a long history',
      opened(
        aFullCase(
          { state: STATES.claimed },
          { history: withEvents(anEscalatedCase().history, restless) },
        ),
        MERYEM,
        words.refusals.alreadyYours,
      ),
    ],
  ] as [string, Card][]);

  function formCards(form: CaseForm): [string, Card][] {
    const subject = aFullCase();
    const errors = everythingMissing(caseFormFields(context, form));
    const typed = { reason: DECLINE_REASON, outcome: 'postponed', realisedOn: '2026-99' };
    return [
      [`${form}, fresh`, caseFormCard(context, subject, form)],
      [`${form}, with errors`, caseFormCard(context, subject, form, { values: typed, errors })],
    ];
  }

  const linked = { isConsult: false, channelLinked: true };
  const notLinked = { ...linked, channelLinked: false };

  return {
    caseCard: CASE_CARDS,
    caseFormCard: Object.fromEntries(CASE_FORMS.flatMap(formCards)),
    recordedCard: {
      escalated: recordedCard(context, aFullCase(), linked),
      'not escalated': recordedCard(context, aCase(), linked),
      'with a consult': recordedCard(context, aCase(), { ...linked, isConsult: true }),
      'escalated before a channel is linked': recordedCard(context, aFullCase(), notLinked),
      'a consult before a channel is linked': recordedCard(context, aCase(), {
        ...notLinked,
        isConsult: true,
      }),
    },
    notWantedCard: { ended: notWantedCard(context) },
    discardedCard: { discarded: discardedCard(context) },
    noDraftCard: { asked: noDraftCard(context) },
    finishedCard: { finished: finishedCard(context) },
    parkedCard: { parked: parkedCard(context, utc('2026-11-23T09:00')) },
  };
}

import { caseCard } from '../../../cards/caseCard.js';
import { callBackCard } from '../../../cards/consultCard.js';
import type { CardContext } from '../../../cards/context.js';
import type { Card } from '../../../cards/render.js';
import { consultedCard, notWantedCard, recordedCard } from '../../../cards/resultCards.js';
import type { Escalation } from '../../../data/case.js';
import { REASONS } from '../../../data/checklist.js';
import { DRAFT_KINDS } from '../../../data/draft.js';
import { aCase, aConsult, anEscalatedCase, anEscalation, MERYEM, utc } from '../../builders.js';
import { REACHABLE } from './typedTexts.js';

const CALLER = { name: REACHABLE, phone: '071 512 34 56' };

const CLOSED: Escalation['state'] = {
  status: 'closed',
  by: MERYEM,
  at: utc('2026-11-16T09:00'),
  outcome: 'other',
  contraception: 'none',
};

const CASES = {
  'not escalated': aCase(),
  escalated: anEscalatedCase({ reasons: [...REASONS] }),
  'escalated before': anEscalatedCase({ state: CLOSED }),
};

/** How each kind of checklist ends, and where a caller is named. */
export function endingStates(context: CardContext) {
  function recordedCards(): [string, Card][] {
    return DRAFT_KINDS.flatMap((kind) =>
      Object.entries(CASES).flatMap(([name, subject]): [string, Card][] => {
        const shown = { isConsult: false, channelLinked: true, kind };
        const waiting = { isConsult: true, channelLinked: false, kind };
        return [
          [`${kind}, ${name}`, recordedCard(context, subject, shown)],
          [`${kind}, ${name}, a consult waits`, recordedCard(context, subject, waiting)],
        ];
      }),
    );
  }

  function consultedCards(): [string, Card][] {
    return DRAFT_KINDS.flatMap((kind) =>
      [true, false].map((channelLinked): [string, Card] => [
        `${kind}, ${channelLinked ? 'linked' : 'not linked'}`,
        consultedCard(context, { kind, channelLinked }),
      ]),
    );
  }

  const current = anEscalation({ phase: 'during' });
  const ofCaller = anEscalatedCase(current, { talks: [], caller: CALLER });

  return {
    recordedCard: Object.fromEntries(recordedCards()),
    consultedCard: Object.fromEntries(consultedCards()),
    notWantedCard: { 'after a further talk': notWantedCard(context, 'further-talk') },
    caseCard: { 'of a caller': caseCard(context, ofCaller, current, MERYEM) },
    callBackCard: { 'for a caller': callBackCard(context, aConsult({ caller: CALLER })) },
  };
}

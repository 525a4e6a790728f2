import { describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { escalationCard } from '../../cards/escalationCard.js';
import { wordsIn } from '../../cards/words/words.js';
import type { Escalation, EscalationState, EscalationStatus } from '../../data/case.js';
import { LANGUAGES } from '../../data/region.js';
import {
  aContext,
  anAbsence,
  anEscalatedCase,
  anEscalation,
  JOOST,
  MERYEM,
  TOM,
  utc,
  countsOf,
} from '../builders.js';
import { everyText, literalTexts } from './cardContent.js';

const context = aContext();
const { words } = context;
const at = utc('2026-11-16T09:30');

const CLAIMED = { status: 'claimed', holder: MERYEM, claimedAt: at } as const;
const ENDED = {
  declined: { status: 'declined', by: MERYEM, at, reason: 'Dubbel.' },
  closed: { status: 'closed', by: MERYEM, at, outcome: 'postponed', contraception: 'none' },
  withdrawn: { status: 'withdrawn', at, why: 'mistake' },
} satisfies Partial<Record<EscalationStatus, EscalationState>>;

function cards(parts: Partial<Escalation>, reader = MERYEM, absences = [anAbsence()].slice(1)) {
  const subject = anEscalatedCase({ participation: 'not-participating', ...parts });
  const current = subject.escalations[0] ?? anEscalation();
  return {
    own: caseCard(context, subject, current, reader, { absences }),
    channel: escalationCard(context, subject, current, countsOf([])),
  };
}
const says = (card: unknown) => everyText(card).join('\n');

describe('the reason for an exception that is still to be noted', () => {
  const { exceptionMissing } = words.caseCard;
  const offered = { ...CLAIMED, offer: { to: JOOST, at } };

  test.each([
    ['its holder', CLAIMED, MERYEM, [], true],
    ['who stands in for its holder', CLAIMED, JOOST, [anAbsence()], true],
    ['another coordinator', CLAIMED, TOM, [anAbsence()], false],
    ['who is asked to take the case over', offered, JOOST, [], false],
    ['somebody else meanwhile', offered, TOM, [], false],
  ])('is asked of %s: %#', (_, state, reader, absences, asked) => {
    const card = says(cards({ state }, reader, absences).own);
    expect(card.includes(exceptionMissing)).toBe(asked);
  });
});

describe('a municipality that does not take part', () => {
  const exception = { ...CLAIMED, exception: 'Spoed.' };

  test.each<[string, EscalationState, string, string]>([
    ['is open', { status: 'open' }, 'doet niet mee: uitzondering nodig', 'nee, uitzondering nodig'],
    ['lacks an exception', CLAIMED, 'doet niet mee: uitzondering nodig', 'nee, uitzondering nodig'],
    [
      'is an exception',
      exception,
      'doet niet mee, als uitzondering opgepakt',
      'nee, als uitzondering opgepakt',
    ],
    ['was declined', ENDED.declined, 'doet niet mee', 'nee'],
    ['is closed', ENDED.closed, 'doet niet mee', 'nee'],
    ['is withdrawn', ENDED.withdrawn, 'doet niet mee', 'nee'],
  ])('of a case that %s', (_, state, own, channel) => {
    const drawn = cards({ state });
    expect(literalTexts(drawn.own)).toContain(`Leiden (${own})`);
    expect(everyText(drawn.channel)).toContain(channel);
  });
});

describe('priority', () => {
  test.each<[EscalationState, boolean]>([
    [{ status: 'open' }, true],
    [CLAIMED, true],
    [ENDED.declined, false],
    [ENDED.closed, false],
    [ENDED.withdrawn, false],
  ])('of %j is shown: %s', (state, shown) => {
    const drawn = cards({ state, priority: true });
    for (const card of Object.values(drawn)) {
      expect(says(card).includes(words.escalation.priority)).toBe(shown);
    }
  });
});

describe.each(LANGUAGES)('at the top of an ended case, in %s', (language) => {
  const { escalation } = wordsIn(language);
  test.each([
    ['closed', ENDED.closed, escalation.closedBy],
    ['declined', ENDED.declined, escalation.declinedBy],
  ] as const)('%s stands who did it', (_, state, label) => {
    const subject = anEscalatedCase({ state });
    const current = subject.escalations[0] ?? anEscalation();
    const reader = { ...context, language, words: wordsIn(language) };
    const texts = literalTexts(caseCard(reader, subject, current, JOOST));
    expect(texts[texts.indexOf(`${label}: `) + 1]).toBe('Meryem Kaya');
    expect(texts.indexOf(`${label}: `)).toBeLessThan(8);
  });
});

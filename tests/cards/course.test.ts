import { describe, expect, test } from 'vitest';
import { caseCard, eventLine } from '../../cards/caseCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { withEvents, type NewEvent } from '../../data/caseEvents.js';
import type { Language } from '../../data/region.js';
import { aContext, anEscalatedCase, anEscalation, JOOST, MERYEM, utc } from '../builders.js';
import { literalTexts } from './cardContent.js';

const by = { at: utc('2026-11-16T09:30'), by: MERYEM };
const ESCALATED: NewEvent = { ...by, kind: 'escalated', priority: false };
const SETTLED: NewEvent = { ...by, kind: 'lane-settled', reason: 'finance' };
const UPDATED: NewEvent = { ...by, kind: 'lane-updated', reason: 'follow-up' };
const OFFERED: NewEvent = { ...by, kind: 'offered', to: JOOST };

describe.each<[Language, NewEvent, thread: string, card: string]>([
  [
    'nl',
    SETTLED,
    'spoor klaar gemeld door Meryem Kaya',
    'spoor “Regelen van financiën” klaar gemeld door Meryem Kaya',
  ],
  [
    'nl',
    UPDATED,
    'spoor bijgewerkt door Meryem Kaya',
    'spoor “Aanmelding voor follow-up” bijgewerkt door Meryem Kaya',
  ],
  [
    'nl',
    OFFERED,
    'overdracht aangeboden door Meryem Kaya',
    'overdracht aan Joost Vermeer aangeboden door Meryem Kaya',
  ],
  [
    'en',
    SETTLED,
    'lane reported settled by Meryem Kaya',
    'lane “Arranging finances” reported settled by Meryem Kaya',
  ],
  [
    'en',
    OFFERED,
    'handing over offered by Meryem Kaya',
    'handing over offered to Joost Vermeer by Meryem Kaya',
  ],
])('in %s, line %#', (language, event, thread, card) => {
  const context = aContext({ language, words: wordsIn(language) });
  const history = withEvents([], [ESCALATED, event]);
  const line = (text: string) => expect.stringMatching(new RegExp(`^16 .*: ${text}$`)) as string;

  test('is told in the thread without content', () => {
    expect(history.map((one) => eventLine(context, one))).toContainEqual(line(thread));
  });

  test('says on the case what it was about', () => {
    const subject = anEscalatedCase({}, { history });
    const shown = caseCard(context, subject, subject.escalations[0] ?? anEscalation(), JOOST);
    expect(literalTexts(shown)).toContainEqual(line(card));
  });
});

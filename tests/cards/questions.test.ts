import { describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { ownCaseCard } from '../../cards/ownCaseCard.js';
import type { Card } from '../../cards/render.js';
import { wordsIn } from '../../cards/words/words.js';
import type { FollowUp } from '../../data/lanes.js';
import type { Question } from '../../data/questions.js';
import { LANGUAGES } from '../../data/region.js';
import { aContext, anEscalatedCase, anEscalation, MERYEM, SANNE, utc } from '../builders.js';
import { buttonsOf, everyText, folded, literalTexts } from './cardContent.js';

const context = aContext();
const CLAIMED = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T09:00') } as const;

function aQuestion(id: number, { length, isAnswered }: { length: number; isAnswered: boolean }) {
  const at = utc(`2026-11-16T1${String(Math.floor(id / 30))}:${String(10 + (id % 30))}`);
  const text = `Vraag ${String(id)}`.padEnd(length, '.');
  const question: Question = { id, by: MERYEM, at, text };
  return isAnswered ? { ...question, answer: { by: SANNE, at, text } } : question;
}
const questions = (n: number, length: number, answered = 0) =>
  Array.from({ length: n }, (_, index) =>
    aQuestion(index + 1, { length, isAnswered: index < answered }),
  );

function cardsOf(asked: readonly Question[]): [string, Card][] {
  const subject = anEscalatedCase({ state: CLAIMED, questions: [...asked] });
  const current = subject.escalations[0] ?? anEscalation();
  return [
    ['the coordinator', caseCard(context, subject, current, MERYEM)],
    ['the professional', ownCaseCard(context, subject)],
  ];
}
const asked = (card: Parameters<typeof literalTexts>[0]) =>
  literalTexts(card).flatMap((text) => /^Vraag (\d+)/.exec(text)?.[1] ?? []);

describe.each(cardsOf(questions(5, 300, 3)))('five long questions, for %s', (_, card) => {
  test('show those that wait for an answer, and the others once they are opened', () => {
    expect(asked(folded(card))).toEqual(['5', '4']);
    expect(asked(card)).toEqual(['5', '4', '3', '3', '2', '2', '1', '1']);
    expect(everyText(folded(card))).toContain('Nog 3 vragen');
  });
});

describe.each(cardsOf(questions(60, 20)))('sixty questions, for %s', (_, card) => {
  test('leave a card that Teams takes, and say how many are not on it', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    const left = 60 - asked(card).length;
    expect(left).toBeGreaterThan(0);
    expect(literalTexts(card)).toContain(`Nog ${String(left)} vragen`);
  });
});

describe.each(LANGUAGES)('the button to answer, in %s', (language) => {
  const words = wordsIn(language);
  const titleOf = (n: number) => {
    const subject = anEscalatedCase({ state: CLAIMED, questions: questions(n, 20) });
    const card = ownCaseCard({ ...context, language, words }, subject);
    return buttonsOf(card).find(({ verb }) => verb === 'ask-answer')?.title;
  };

  test('says which question it answers as soon as there are several', () => {
    expect(titleOf(1)).toBe(words.questions.answer);
    expect(titleOf(2)).toBe(
      words.questions.answerOf(language === 'nl' ? '16 nov 10:11' : '16 Nov 10:11'),
    );
  });
});

describe('what is asked of the professional', () => {
  const lane: FollowUp = {
    ...{ on: '2026-11-14', asks: 'professional', settled: false },
    askedAt: utc('2026-11-16T08:30'),
  };
  const question = aQuestion(1, { length: 20, isAnswered: false });

  test.each([
    ['nothing', [], {}, ['further-talk', 'positive']],
    ['a question', [question], {}, ['ask-answer', 'positive']],
    ['how it goes', [], { 'follow-up': lane }, ['ask-follow-up', 'positive']],
    ['both', [question], { 'follow-up': lane }, ['ask-answer', 'positive']],
  ] as const)(
    'is the first button, and the only one that stands out: %s',
    (_, all, lanes, first) => {
      const subject = anEscalatedCase({
        ...{ state: CLAIMED, reasons: ['follow-up'], lanes },
        questions: [...all],
      });
      const buttons = buttonsOf(ownCaseCard(context, subject));
      expect([buttons[0]?.verb, buttons[0]?.style]).toEqual(first);
      expect(buttons.filter(({ style }) => style === 'positive')).toHaveLength(1);
    },
  );
});

import { describe, expect, test } from 'vitest';
import type { Command } from '../../../data/lifeCycle.js';
import { JOOST, MERYEM, SANNE } from '../../builders.js';
import { AT, inSituation, accepted, refusal, current } from './situations.js';

describe('questions', () => {
  const ask = (text: string): Command => ({ kind: 'ask', by: MERYEM, text });
  const answer = (question: number): Command => ({
    kind: 'answer',
    by: SANNE,
    question,
    text: 'Ja.',
  });

  test('are numbered from 1 and answered one by one, in any order', () => {
    const none = inSituation('claimed', { questions: [] });
    const two = accepted(accepted(none, ask('Een?')), ask('Twee?'));
    expect(current(two).questions.map((row) => row.id)).toEqual([1, 2]);
    const answered = accepted(two, answer(2));
    expect(current(answered).questions).toEqual([
      { id: 1, by: MERYEM, at: AT, text: 'Een?' },
      { id: 2, by: MERYEM, at: AT, text: 'Twee?', answer: { by: SANNE, at: AT, text: 'Ja.' } },
    ]);
  });

  test('are answered once', () => {
    const answered = accepted(inSituation('claimed'), answer(1));
    expect(refusal(answered, answer(1))).toEqual({ kind: 'no-such-question' });
  });

  test.each([0, 2])('question %i was never asked', (question) => {
    expect(refusal(inSituation('claimed'), answer(question))).toEqual({ kind: 'no-such-question' });
  });

  test('stay when the case goes to a colleague', () => {
    const taken = accepted(inSituation('offered'), { kind: 'accept', by: JOOST });
    expect(current(accepted(taken, answer(1))).questions[0]?.answer?.text).toBe('Ja.');
  });
});

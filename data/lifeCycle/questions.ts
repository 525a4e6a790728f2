import { isSamePerson } from '../person.js';
import type { Of } from './commands.js';
import { whenClaimed, whenHeld, type Now, type Step } from './step.js';

export function ask(now: Now, { by, text }: Of<'ask'>): Step {
  const { escalation, at } = now;
  return whenHeld(now, by, () => {
    const id = escalation.questions.length + 1;
    return {
      escalation: { ...escalation, questions: [...escalation.questions, { id, by, at, text }] },
      event: { kind: 'asked', by, question: id },
    };
  });
}

export function answer(now: Now, { by, question, text }: Of<'answer'>): Step {
  const { subject, escalation, at } = now;
  return whenClaimed(now, () => {
    if (!isSamePerson(subject.professional, by)) {
      return { refusal: { kind: 'not-the-professional' } };
    }
    const asked = escalation.questions.find((row) => row.id === question && !row.answer);
    if (!asked) return { refusal: { kind: 'no-such-question' } };
    const answered = { ...asked, answer: { by, at, text } };
    const questions = escalation.questions.map((row) => (row === asked ? answered : row));
    return { escalation: { ...escalation, questions }, event: { kind: 'answered', by, question } };
  });
}

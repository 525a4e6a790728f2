import { currentEscalation, isShared, type Case, type Escalation } from './case.js';

export type Question = Escalation['questions'][number];

/** What the professional can answer now: as long as a coordinator has the case. */
export function openQuestions(subject: Case): Question[] {
  const current = currentEscalation(subject);
  if (current?.state.status !== 'claimed' || !isShared(subject)) return [];
  return current.questions.filter(({ answer }) => answer === undefined);
}

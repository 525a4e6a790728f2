import type { Escalation } from '../data/case.js';
import { REASONS, SITUATIONS_OF, type Reason, type Situation } from '../data/checklist.js';
import type { Reader } from './context.js';
import type { Content } from './messageCard.js';
import { bullet, list } from './phrases.js';
import type { Words } from './words/words.js';

/** What is asked of the coordinators, on one line. */
export function reasonsText({ words, language }: Reader, escalation: Escalation): string {
  const titles = escalation.reasons.map((reason) => reasonTitle(words, escalation, reason));
  return list(titles, language);
}

/** A reason that ended says so. */
export function reasonTitle(words: Words, { ended }: Escalation, reason: Reason): string {
  const title = words.checklist.reasons[reason];
  return ended.includes(reason) ? words.escalation.endedReason(title) : title;
}

/** The situations that go with a reason. */
export function reasonSituations(words: Words, current: Escalation, reason: Reason): string[] {
  return SITUATIONS_OF[reason]
    .filter((id) => isTicked(current, id))
    .map((id) => bullet(words.checklist.situations[id]));
}

/** Situations that were ticked under a reason that is not asked. */
export function otherSituations(words: Words, current: Escalation): Content {
  const others = REASONS.filter((reason) => !current.reasons.includes(reason)).flatMap((reason) =>
    reasonSituations(words, current, reason),
  );
  return others.length > 0 ? [{ label: words.caseCard.otherSituations, value: '' }, ...others] : [];
}

const isTicked = ({ situations }: Escalation, id: Situation) => situations.includes(id);

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
function reasonTitle(words: Words, { ended }: Escalation, reason: Reason): string {
  const title = words.checklist.reasons[reason];
  return ended.includes(reason) ? words.escalation.endedReason(title) : title;
}

/** What is asked, each reason with the situations that go with it. */
export function reasonContent({ words }: Reader, current: Escalation): Content {
  const { reasons, situations } = current;
  const titled = (label: string, ids: readonly Situation[]) => [
    { label, value: '' },
    ...ids.map((id) => bullet(words.checklist.situations[id])),
  ];
  const others = REASONS.filter((reason) => !reasons.includes(reason)).flatMap((reason) =>
    situationsOf(reason, situations),
  );
  return [
    ...reasons.flatMap((reason) =>
      titled(reasonTitle(words, current, reason), situationsOf(reason, situations)),
    ),
    ...(others.length > 0 ? titled(words.caseCard.otherSituations, others) : []),
  ];
}

const situationsOf = (reason: Reason, among: readonly Situation[]): Situation[] =>
  SITUATIONS_OF[reason].filter((id) => among.includes(id));

import type { Escalation } from '../data/case.js';
import type { Reader } from './context.js';
import { list } from './phrases.js';

/** What is asked of the coordinators; a reason that ended says so. */
export function reasonsText({ words, language }: Reader, { reasons, ended }: Escalation): string {
  const titles = reasons.map((id) => {
    const title = words.checklist.reasons[id];
    return ended.includes(id) ? words.escalation.endedReason(title) : title;
  });
  return list(titles, language);
}

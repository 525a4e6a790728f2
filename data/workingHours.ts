import { dayOf, ZONE, type DateTime } from './weeks.js';
import { isWorkday } from './workdays.js';

const FROM = { hour: 8, minute: 30 } as const;
const UNTIL = { hour: 17, minute: 0 } as const;

/** Whether people may be reminded of work now: a workday, half past eight to five on our clock. */
export function isInWorkingHours(now: DateTime): boolean {
  const { hour, minute } = now.setZone(ZONE);
  const at = hour * 60 + minute;
  const isOpen = at >= FROM.hour * 60 + FROM.minute && at < UNTIL.hour * 60 + UNTIL.minute;
  return isOpen && isWorkday(dayOf(now));
}

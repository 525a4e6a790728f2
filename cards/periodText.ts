import { daysOf, type Period } from '../data/periods.js';
import { yearOf } from '../data/weeks.js';
import type { Reader } from './context.js';
import { longDay } from './phrases.js';

/** `Week 46 van 2026`, `Kwartaal 3 van 2026`, `2026`, `Sinds de start`, or the days themselves. */
export function periodText(reader: Reader, period: Period): string {
  const { periods } = reader.words;
  switch (period.kind) {
    case 'week':
      return periods.week(Number(period.week.slice(-2)), yearOf(period.week));
    case 'quarter':
      return periods.quarter(Number(period.quarter.slice(-1)), yearOf(period.quarter));
    case 'half-year':
      return periods.halfYear(Number(period.half.slice(-1)), yearOf(period.half));
    case 'year':
    case 'calendar-year':
      return String(period.year);
    case 'since-start':
      return periods.sinceStart;
    case 'now':
      return periods.now;
    case 'days':
      return periodDays(reader, period) ?? '';
  }
}

/** `9 november 2026 tot en met 15 november 2026`; nothing since the start. */
export function periodDays({ words, language }: Reader, period: Period): string | undefined {
  const days = daysOf(period);
  return days && words.periods.days(longDay(days.from, language), longDay(days.until, language));
}

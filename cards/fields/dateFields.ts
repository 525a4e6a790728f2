import { day, monthOrDay } from '../../data/case.js';
import { dayOf, type DateTime } from '../../data/weeks.js';
import type { Words } from '../words/words.js';
import { emptyView, isBlank, NO_ANSWER, typed, type Field, type FieldOptions } from './field.js';

/** A calendar date, today at the latest and not more than a year ago. */
export function pastDateField(
  words: Words,
  label: string,
  now: DateTime,
  options: FieldOptions = {},
): Field {
  const today = dayOf(now);
  const yearAgo = dayOf(now.minus({ years: 1 }));
  return {
    required: options.required ?? false,
    missing: words.errors.date,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = day.safeParse(raw);
      if (!parsed.success) return { ok: false, error: words.errors.date };
      if (parsed.data > today) return { ok: false, error: words.errors.futureDate };
      if (parsed.data < yearAgo) return { ok: false, error: words.errors.tooOld };
      return { ok: true, value: parsed.data };
    },
    show: (id, value) => ({
      ...emptyView('date', words, label, options),
      id,
      value: day.safeParse(value).data ?? '',
    }),
  };
}

/**
 * A calendar date that was agreed: at most a year ahead, and not before `from`. What is recorded
 * already may stay when its day has passed.
 */
export function agreedDateField(
  words: Words,
  label: string,
  now: DateTime,
  { from, recorded, ...options }: FieldOptions & { from: 'today' | 'year-ago'; recorded?: string },
): Field {
  const { passed, tooFar } = words.lanes.dates;
  const inAYear = dayOf(now.plus({ years: 1 }));
  const earliest = from === 'today' ? dayOf(now) : dayOf(now.minus({ years: 1 }));
  const tooEarly = from === 'today' ? passed : words.errors.tooOld;
  return {
    ...pastDateField(words, label, now, options),
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = day.safeParse(raw);
      if (!parsed.success) return { ok: false, error: words.errors.date };
      if (parsed.data === recorded) return { ok: true, value: parsed.data };
      if (parsed.data < earliest) return { ok: false, error: tooEarly };
      if (parsed.data > inAYear) return { ok: false, error: tooFar };
      return { ok: true, value: parsed.data };
    },
  };
}

/**
 * A month, or a day when it is known, stored as `YYYY-MM` or `YYYY-MM-DD`; not in the future, and not before the month `since`
 * in which the programme started.
 */
export function pastMonthField(
  words: Words,
  label: string,
  now: DateTime,
  since: string,
  { placeholder, ...options }: FieldOptions & { placeholder: string },
): Field {
  const today = dayOf(now);
  return {
    required: false,
    missing: words.errors.monthOrDay,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = monthOrDay.safeParse(typeof raw === 'string' ? asStored(raw) : raw);
      if (!parsed.success) return { ok: false, error: words.errors.monthOrDay };
      if (parsed.data > today.slice(0, parsed.data.length)) {
        return { ok: false, error: words.errors.futureDate };
      }
      if (parsed.data.slice(0, since.length) < since) {
        return { ok: false, error: words.errors.beforeStart(asWritten(since)) };
      }
      return { ok: true, value: parsed.data };
    },
    show: (id, value) => ({
      ...emptyView('text', words, label, options),
      id,
      placeholder,
      maxLength: 10,
      value: asWritten(typed(value, 10)),
    }),
  };
}

/** `11-2026` and `16-11-2026`, as people write it, to `2026-11` and `2026-11-16`. */
function asStored(written: string): string {
  const parts = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(written.trim());
  if (!parts) return written.trim();
  const [, date, month, year] = parts;
  return [year, month, date]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** The other way round; what is no month or day stays as it was typed. */
function asWritten(stored: string): string {
  return monthOrDay.safeParse(stored).success ? stored.split('-').reverse().join('-') : stored;
}

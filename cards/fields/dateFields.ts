import { z } from 'zod/v4';
import { dateAfter, day, dayOf, monthOrDay, type DateTime } from '../../data/weeks.js';
import type { Words } from '../words/words.js';
import { emptyView, isBlank, readAs, typed, type Field, type FieldOptions } from './field.js';

/** A calendar date; `check` says why it does not fit, unless that shows in the rest of its form. */
export function dateField(
  words: Words,
  label: string,
  options: FieldOptions,
  check?: (date: string) => string | undefined,
): Field {
  return {
    required: options.required ?? false,
    missing: words.errors.date,
    read: readAs(day, words.errors.date, check),
    show: (id, value) => ({
      ...emptyView('date', words, label, options),
      id,
      value: isBlank(value) ? '' : (day.safeParse(value).data ?? ''),
    }),
  };
}

/** A calendar date, today at the latest and not more than a year ago. */
export function pastDateField(
  words: Words,
  label: string,
  now: DateTime,
  options: FieldOptions = {},
): Field {
  const { futureDate, tooOld } = words.errors;
  const today = dayOf(now);
  const yearAgo = dateAfter(today, { years: -1 });
  return dateField(words, label, options, (date) => {
    if (date > today) return futureDate;
    return date < yearAgo ? tooOld : undefined;
  });
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
  const today = dayOf(now);
  const inAYear = dateAfter(today, { years: 1 });
  const earliest = from === 'today' ? today : dateAfter(today, { years: -1 });
  const tooEarly = from === 'today' ? passed : words.errors.tooOld;
  return dateField(words, label, options, (date) => {
    if (date === recorded) return undefined;
    if (date < earliest) return tooEarly;
    return date > inAYear ? tooFar : undefined;
  });
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
  const { errors } = words;
  const today = dayOf(now);
  return {
    required: false,
    missing: errors.monthOrDay,
    read: readAs(writtenMonth, errors.monthOrDay, (on) => {
      if (on > today.slice(0, on.length)) return errors.futureDate;
      return on.slice(0, since.length) < since ? errors.beforeStart(asWritten(since)) : undefined;
    }),
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

const writtenMonth = z.string().transform(asStored).pipe(monthOrDay);

/** The other way round; what is no month or day stays as it was typed. */
function asWritten(stored: string): string {
  return !isBlank(stored) && monthOrDay.safeParse(stored).success
    ? stored.split('-').reverse().join('-')
    : stored;
}

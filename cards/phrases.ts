import type { Language } from '../data/region.js';
import { parseInstant, ZONE, type DateTime } from '../data/weeks.js';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const local = (moment: DateTime, language: Language) =>
  moment.setZone(ZONE).setLocale(LOCALES[language]);

/** `16 november 2026` */
export function longDate(moment: DateTime, language: Language): string {
  return local(moment, language).toFormat('d MMMM yyyy');
}

/** The same for a calendar date `YYYY-MM-DD`; noon in UTC is that day on the Dutch clock. */
export function longDay(day: string, language: Language): string {
  return longDate(parseInstant(`${day}T12:00:00Z`), language);
}

/** `november 2026`, for a month `YYYY-MM`. */
export function longMonth(month: string, language: Language): string {
  return local(parseInstant(`${month}-01T12:00:00Z`), language).toFormat('MMMM yyyy');
}

/** `16 november 2026, 09:05` */
export function longMoment(moment: DateTime, language: Language): string {
  return local(moment, language).toFormat('d MMMM yyyy, HH:mm');
}

/** `16 nov 09:05` */
export function shortMoment(moment: DateTime, language: Language): string {
  return local(moment, language).toFormat('d MMM HH:mm');
}

/** `09:05` */
export function clockTime(moment: DateTime, language: Language): string {
  return local(moment, language).toFormat('HH:mm');
}

/** `€ 1.250` or `€ 1.250,50`, of cents. */
export function euros(cents: number, language: Language): string {
  return inEuros(cents, language, { style: 'currency', currency: 'EUR' });
}

/** `1250` or `1250,50`, as somebody types it. */
export function plainAmount(cents: number, language: Language): string {
  return inEuros(cents, language, { useGrouping: false });
}

function inEuros(cents: number, language: Language, options: Intl.NumberFormatOptions): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const fractions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(LOCALES[language], { ...options, ...fractions }).format(cents / 100);
}

/** `1.234` */
export function count(n: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(n);
}

/** `30%`, of 0.3 */
export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'percent' }).format(share);
}

/** `informatie, hulp en steun` */
export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items);
}

/** `• informatie`, one of several lines */
export const bullet = (text: string) => `• ${text}`;

/** `Arabisch`, for a language code of ISO 639. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(LOCALES[language], { type: 'language' }).of(code) ?? code;
}

/** Ids with their titles, as a choice field wants them. */
export function titled<T extends string>(
  ids: readonly T[],
  titles: Record<T, string>,
): (readonly [value: T, title: string])[] {
  return ids.map((id) => [id, titles[id]] as const);
}

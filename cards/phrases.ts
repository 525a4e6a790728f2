import type { Language } from '../data/region.js';
import { ZONE, type DateTime } from '../data/weeks.js';

const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** `16 november 2026` */
export function longDate(date: DateTime, language: Language): string {
  return date.setZone(ZONE).setLocale(LOCALES[language]).toFormat('d MMMM yyyy');
}

/** `16 nov 09:05` */
export function shortMoment(date: DateTime, language: Language): string {
  return date.setZone(ZONE).setLocale(LOCALES[language]).toFormat('d MMM HH:mm');
}

/** `informatie, hulp en steun` */
export function list(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items);
}

export function titled<T extends string>(
  ids: readonly T[],
  titles: Record<T, string>,
): (readonly [value: T, title: string])[] {
  return ids.map((id) => [id, titles[id]] as const);
}

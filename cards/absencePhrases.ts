import { awayToday, onDuty, type Absence } from '../data/absence.js';
import { isSamePerson, type Person } from '../data/person.js';
import { dayOf } from '../data/weeks.js';
import type { CardContext } from './context.js';
import { longDay } from './phrases.js';

type Phrasing = Pick<CardContext, 'words' | 'language' | 'now'>;

/** `afwezig t/m 4 december 2026, vervangen door Joost Vermeer`; nothing for who is there today. */
export function awayUntil(
  { words: { absence }, language, now }: Phrasing,
  person: Person,
  absences: readonly Absence[],
): string | undefined {
  const today = dayOf(now);
  const away = awayToday(person, absences, today);
  if (!away) return undefined;
  const until = longDay(away.until, language);
  const standIn = onDuty(person, absences, today);
  return isSamePerson(standIn, person)
    ? absence.awayAlone(until)
    : absence.away(until, standIn.name);
}

/** `Meryem Kaya (afwezig)` */
export const remarked = (name: string, remark: string) => `${name} (${remark})`;

/** A name, with who stands in behind it as long as that person is away. */
export function nameWithStandIn(
  context: Phrasing,
  person: Person,
  absences: readonly Absence[],
): string {
  const away = awayUntil(context, person, absences);
  return away === undefined ? person.name : remarked(person.name, away);
}

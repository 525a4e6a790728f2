import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { isAmong, isSamePerson, personKey, personSchema, type Person } from './person.js';
import { dateAfter, day, instant, instantOf, ZONE } from './weeks.js';

/** A coordinator who is away for some days, and the colleague of the same region who stands in. */
export const absenceSchema = z.object({
  region: z.string(),
  version: z.int().positive(),
  person: personSchema,
  replacedBy: personSchema,
  /** Both inclusive. */
  from: day,
  until: day,
  expiresAt: instant,
});
export type Absence = z.infer<typeof absenceSchema>;

export function absenceKey({ region, person }: Pick<Absence, 'region' | 'person'>): string {
  return `${region} ${personKey(person)}`;
}

export function isAway({ from, until }: Absence, today: string): boolean {
  return from <= today && today <= until;
}

/** Who does somebody's work today: themselves, or the stand-in, or the stand-in of that one. */
export function onDuty(person: Person, absences: readonly Absence[], today: string): Person {
  const seen = [person];
  for (let current = person; ;) {
    const away = awayToday(current, absences, today);
    // Two who stand in for each other: then whoever was meant is told.
    if (!away || isAmong(seen, away.replacedBy)) {
      return away ? person : current;
    }
    current = away.replacedBy;
    seen.push(current);
  }
}

/** The absent colleagues whose work comes to this person today. */
export function coveredBy(person: Person, absences: readonly Absence[], today: string): Person[] {
  return absences
    .filter(
      (row) => isAway(row, today) && isSamePerson(onDuty(row.person, absences, today), person),
    )
    .map((row) => row.person)
    .filter((absent) => !isSamePerson(absent, person));
}

/** What somebody wants to be kept about being away from one region. */
export type Plan = Pick<Absence, 'region' | 'person' | 'replacedBy' | 'from' | 'until'>;

/** What is the matter with the days. */
export type DayProblem = 'past' | 'too-far' | 'order';
export type DayProblems = { from?: DayProblem; until?: DayProblem };

/**
 * An absence begins today at the earliest, or where it had begun already, and ends within a year.
 * @param known what is changed, when there is one
 */
export function dayProblems(
  { from, until }: Pick<Absence, 'from' | 'until'>,
  known: Pick<Absence, 'from'> | undefined,
  today: string,
): DayProblems {
  return {
    ...(from < today && from !== known?.from && { from: 'past' }),
    ...(until > dateAfter(today, { years: 1 }) && { until: 'too-far' }),
    ...(until < today && { until: 'past' }),
    ...(until >= today && until < from && { until: 'order' }),
  };
}

export type Planned =
  { ok: true; absence: Absence } | { ok: false; problems: DayProblems | 'own-stand-in' };

/** So long it is kept after the last day. */
const KEPT_MONTHS = 1;

/** A new absence, or other days and another stand-in for the one that is known. */
export function planAbsence(plan: Plan, known: Absence | undefined, today: string): Planned {
  const { region, person, replacedBy, from, until } = plan;
  if (isSamePerson(person, replacedBy)) return { ok: false, problems: 'own-stand-in' };
  const problems = dayProblems(plan, known, today);
  if (problems.from ?? problems.until) return { ok: false, problems };
  const version = (known?.version ?? 0) + 1;
  const lastDay = DateTime.fromISO(until, { zone: ZONE });
  const expiresAt = instantOf(lastDay.plus({ months: KEPT_MONTHS }));
  return { ok: true, absence: { region, version, person, replacedBy, from, until, expiresAt } };
}

/** Whether the same is meant: the same days and the same stand-in. */
export function isSamePlan(one: Plan, other: Plan): boolean {
  const isSameTime = one.from === other.from && one.until === other.until;
  return isSameTime && isSamePerson(one.replacedBy, other.replacedBy);
}

/** The absence of the stand-in on some of the same days; allowed, but worth knowing. */
export function standInAway(
  { replacedBy, from, until }: Plan,
  absences: readonly Absence[],
): Absence | undefined {
  return absences.find(
    (row) => isSamePerson(row.person, replacedBy) && row.from <= until && from <= row.until,
  );
}

/** What is known of somebody being away today. */
export function awayToday(
  person: Person,
  absences: readonly Absence[],
  today: string,
): Absence | undefined {
  return absences.find((row) => isSamePerson(row.person, person) && isAway(row, today));
}

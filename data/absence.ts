import { z } from 'zod/v4';
import { day, instant } from './case.js';
import { isSamePerson, personKey, personSchema, type Person } from './person.js';

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
    const away = absences.find((row) => isSamePerson(row.person, current) && isAway(row, today));
    // Two who stand in for each other: then whoever was meant is told.
    if (!away || seen.some((row) => isSamePerson(row, away.replacedBy))) {
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

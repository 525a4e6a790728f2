import { z } from 'zod/v4';

/** A professional, coordinator or project leader. Never a client. */
export const personSchema = z.object({
  tenantId: z.string().min(1),
  aadObjectId: z.string().min(1),
  name: z.string(),
});
export type Person = z.infer<typeof personSchema>;

export function personKey(person: Pick<Person, 'tenantId' | 'aadObjectId'>): string {
  return `${person.tenantId}/${person.aadObjectId}`;
}

export function isSamePerson(one: Person, other: Person): boolean {
  return personKey(one) === personKey(other);
}

export function isAmong(people: readonly Person[], person: Person): boolean {
  return people.some((row) => isSamePerson(row, person));
}

import type { DateTime } from 'luxon';
import type { Case } from './case.js';
import { withEvents } from './caseEvents.js';
import { fingerprint } from './fingerprint.js';
import { isSamePerson, personKey, type Person } from './person.js';
import { instantOf, parseInstant } from './weeks.js';

/** Somebody whose cases an attention officer of the same organisation can go on with. */
export interface Colleague {
  person: Person;
  cases: Case[];
  /** Their own last entry in these cases; an instant. */
  activeAt: string;
}

/** Longest quiet first: who left is near the top. Cases taken by phone belong to coordinators. */
export function colleaguesIn(cases: readonly Case[], officer: Person): Colleague[] {
  const offered = cases.filter(
    ({ caller, professional }) => !caller && !isSamePerson(professional, officer),
  );
  return perProfessional(offered)
    .map(colleague)
    .sort((one, other) => one.activeAt.localeCompare(other.activeAt));
}

function perProfessional(cases: readonly Case[]): Case[][] {
  const groups = new Map<string, Case[]>();
  for (const subject of cases) {
    const key = personKey(subject.professional);
    groups.set(key, [...(groups.get(key) ?? []), subject]);
  }
  return [...groups.values()];
}

/** The name as it was written last. */
function colleague(cases: Case[]): Colleague {
  const newest = cases.reduce((one, other) => (one.openedAt < other.openedAt ? other : one));
  const person = newest.professional;
  const activeAt = cases
    .map((subject) => lastEntryBy(person, subject))
    .sort()
    .at(-1);
  return { person, cases, activeAt: activeAt ?? newest.openedAt };
}

function lastEntryBy(person: Person, { history, openedAt }: Case): string {
  const own = history.filter(({ by }) => by && isSamePerson(by, person)).map(({ at }) => at);
  return own.sort().at(-1) ?? openedAt;
}

const LATELY_DAYS = 30;

/** Somebody who may not have left at all. */
export function wasActiveLately({ activeAt }: Colleague, now: DateTime): boolean {
  return parseInstant(activeAt) > now.minus({ days: LATELY_DAYS });
}

/** Of these coordinators know; who holds one is told. */
export function escalatedIn(cases: readonly Case[]): Case[] {
  return cases.filter(({ escalations }) => escalations.length > 0);
}

/** Whose cases these were before this officer took them over; nothing when none were. */
export function takenFrom(
  cases: readonly Case[],
  from: string,
  officer: Person,
): { person: Person; cases: Case[] } | undefined {
  const taken = cases.flatMap((subject) => {
    const last = subject.history.findLast((event) => event.kind === 'taken-over');
    const isTheirs = isSamePerson(subject.professional, officer);
    return isTheirs && last?.from.aadObjectId === from ? [{ subject, person: last.from }] : [];
  });
  const [first] = taken;
  return first && { person: first.person, cases: taken.map(({ subject }) => subject) };
}

/** So many cases change at once; the officer goes on with the rest. */
export const TAKEN_AT_ONCE = 500;

/** Changes with every one of these cases, so that a confirmation holds for what was on screen. */
export function versionOf(cases: readonly Case[]): number {
  const rows = cases.map(({ code, version }) => `${code}:${version}`);
  return fingerprint(rows.sort().join());
}

/** The officer is its professional from now on. Permissions stay as they were attested, by whom. */
export function takeOver(subject: Case, by: Person, now: DateTime): Case {
  const at = instantOf(now);
  return {
    ...subject,
    version: subject.version + 1,
    professional: by,
    history: withEvents(subject.history, [
      { kind: 'taken-over', at, by, from: subject.professional },
    ]),
  };
}

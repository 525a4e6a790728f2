import { present } from '../cards/fields/colleagueField.js';
import type { Absence } from '../data/absence.js';
import { ACTIVE_STATUSES, activeEscalation, type Case } from '../data/case.js';
import { decide, type Command } from '../data/lifeCycle.js';
import { isAmong, personKey, type Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { dueFor } from '../data/reminders.js';
import { followUpIsDue, lapsesOn } from '../data/terms.js';
import { dayOf, type DateTime } from '../data/weeks.js';
import { eachCase } from './allCases.js';
import { absencesIn, atWork, rosterOf } from './coordinators.js';
import type { Deps } from './deps.js';

type RoundDeps = Pick<Deps, 'repository' | 'tenantId' | 'isInTeam'>;

const ROSTER_WITHIN_MS = 10_000;

/** A region as it is when its morning begins. */
export interface Morning {
  region: Region;
  /** Listed, and still in the team of the channel when there is one. */
  coordinators: readonly Person[];
  absences: readonly Absence[];
  /** Those who are not away today. */
  present: readonly Person[];
  now: DateTime;
}

/** Throws when Teams does not say who is in the team. */
export async function readMorning(
  deps: RoundDeps,
  region: Region,
  now: DateTime,
): Promise<Morning> {
  const roster = await rosterOf(deps, region, performance.now() + ROSTER_WITHIN_MS);
  const coordinators = present(roster);
  const absences = await absencesIn(deps, region);
  return {
    region,
    coordinators,
    absences,
    present: atWork(coordinators, absences, dayOf(now)),
    now,
  };
}

/** What the clock can have something to do with. */
const FOLLOWED = [...ACTIVE_STATUSES, 'closed'] as const;

/** Does in every case what is due; resolves with everybody for whom something waits after that. */
export async function goThrough(deps: RoundDeps, morning: Morning): Promise<Person[]> {
  const waiting = new Map<string, Person>();
  const followed = { region: morning.region.id, statuses: FOLLOWED };
  for await (const subject of eachCase(deps.repository, followed)) {
    const after = await carryOut(deps, subject, byTheClock(subject, morning), morning.now);
    for (const person of waitingFor(after, morning)) waiting.set(personKey(person), person);
  }
  return [...waiting.values()];
}

function byTheClock(subject: Case, { region, coordinators, now }: Morning): Command[] {
  const state = activeEscalation(subject)?.state;
  const lapses = lapsesOn(subject, region.terms);
  const isOver = lapses !== undefined && lapses <= dayOf(now);
  // Nobody is known to have left as long as nobody is known.
  const isKnown = coordinators.length > 0;
  const isLeft = isKnown && state?.status === 'claimed' && !isAmong(coordinators, state.holder);
  return [
    ...(isOver || isLeft ? [{ kind: 'lapse' } as const] : []),
    ...(followUpIsDue(subject, now) ? [{ kind: 'ask-follow-up' } as const] : []),
  ];
}

/** The case afterwards. When somebody changes it at this very moment, there is another morning. */
async function carryOut(
  { repository }: RoundDeps,
  subject: Case,
  commands: readonly Command[],
  now: DateTime,
): Promise<Case> {
  let current = subject;
  for (const command of commands) {
    const decision = decide(current, command, now);
    if (!decision.ok) continue;
    const { ok } = await repository.commit({ writes: [{ kind: 'case', put: decision.case }] });
    if (!ok) return current;
    current = decision.case;
  }
  return current;
}

function waitingFor(subject: Case, morning: Morning): Person[] {
  const { present: atWorkNow } = morning;
  return [...atWorkNow, subject.professional].filter(
    (person) => dueFor(person, isAmong(atWorkNow, person), subject, morning).length > 0,
  );
}

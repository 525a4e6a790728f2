import type { Absence } from '../data/absence.js';
import { onDuty } from '../data/absence.js';
import type { Bulletin } from '../data/bulletin.js';
import type { Case } from '../data/case.js';
import { decide, type Command } from '../data/lifeCycle.js';
import { isSamePerson, personKey, type Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { dueFor, REMINDERS, type Due } from '../data/reminders.js';
import { followUpIsDue, lapsesOn } from '../data/terms.js';
import { dayOf, instantOf } from '../data/weeks.js';
import { isInWorkingHours } from '../data/workingHours.js';
import { absencesIn, coordinatorsOf } from './absences.js';
import { eachCase } from './allCases.js';
import type { Deps } from './deps.js';

type MorningDeps = Pick<
  Deps,
  'repository' | 'regions' | 'delivery' | 'now' | 'log' | 'randomCode' | 'tenantId'
>;

const LOOK_EVERY_MS = 60_000;
/** A message that could not be sent within this time would be of another day. */
const SENT_WITHIN_HOURS = 12;
const RUN_KEPT_DAYS = 30;

/** Looks every minute whether a region's morning is still to be done. Resolves when it has stopped. */
export function startMornings(deps: MorningDeps): () => Promise<void> {
  const look = async () => {
    for (const region of deps.regions.all()) {
      try {
        await doMorning(deps, region);
      } catch (error) {
        deps.log.error({ err: error, region: region.id }, 'the morning goes on in a minute');
      }
    }
  };
  let underWay = look();
  const timer = setInterval(() => {
    underWay = underWay.then(look);
  }, LOOK_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

/**
 * Once per region and workday, in working hours: claims lapse, follow-ups are asked, and everybody
 * for whom something waits gets one message. A crash halfway is repaired by doing it again: what was
 * done is no longer due, and the messages are stored together with the fact that it was done.
 */
export async function doMorning(deps: MorningDeps, region: Region): Promise<void> {
  const { repository, now } = deps;
  if (!isInWorkingHours(now()) || repository.readOnlyBecause() !== undefined) return;
  const today = dayOf(now());
  const key = `morning/${region.id}/${today}`;
  if (await repository.read('run', key)) return;
  for await (const subject of eachCase(repository, followed(region))) {
    for (const command of byTheClock(subject, region, deps)) await carryOut(deps, subject, command);
  }
  const people = await peopleToTell(deps, region);
  const expiresAt = instantOf(now().plus({ days: RUN_KEPT_DAYS }));
  await repository.commit({
    writes: [
      { kind: 'run', put: { key, version: 1, at: instantOf(now()), expiresAt } },
      ...people.map((to) => ({ kind: 'bulletin', put: morningFor(deps, region, to) }) as const),
    ],
  });
  deps.delivery.wake();
}

/** What the clock can have something to do with. */
const followed = ({ id }: Region) => ({
  region: id,
  statuses: ['open', 'claimed', 'closed'] as const,
});

function byTheClock(subject: Case, { terms }: Region, { now }: MorningDeps): Command[] {
  const lapses = lapsesOn(subject, terms);
  return [
    ...(lapses !== undefined && lapses <= dayOf(now()) ? [{ kind: 'lapse' } as const] : []),
    ...(followUpIsDue(subject, now()) ? [{ kind: 'ask-follow-up' } as const] : []),
  ];
}

/** When somebody changes the case at this very moment, there is another morning. */
async function carryOut({ repository, now }: MorningDeps, { code }: Case, command: Command) {
  const subject = await repository.read('case', code);
  const decision = subject && decide(subject, command, now());
  if (decision?.ok) await repository.commit({ writes: [{ kind: 'case', put: decision.case }] });
}

async function peopleToTell(deps: MorningDeps, region: Region): Promise<Person[]> {
  const waiting = new Map<string, Person>();
  const coordinators = await coordinatorsOf(deps, region);
  const absences = await absencesIn(deps, region);
  const present = coordinators.filter((person) => !isAwayNow(person, absences, deps));
  for await (const subject of eachCase(deps.repository, active(region.id))) {
    for (const person of [...present, subject.professional]) {
      const duty = { region, absences, now: deps.now() };
      const coordinates = coordinators.some((row) => isSamePerson(row, person));
      if (dueFor(person, coordinates, subject, duty).length > 0) {
        waiting.set(personKey(person), person);
      }
    }
  }
  return [...waiting.values()];
}

const isAwayNow = (person: Person, absences: readonly Absence[], { now }: MorningDeps) =>
  !isSamePerson(onDuty(person, absences, dayOf(now())), person);

const active = (region: string) => ({ region, statuses: ['open', 'claimed'] as const });

function morningFor({ now, randomCode }: MorningDeps, { id }: Region, to: Person): Bulletin {
  const expiresAt = instantOf(now().plus({ hours: SENT_WITHIN_HOURS }));
  const about = { kind: 'morning', on: dayOf(now()) } as const;
  const at = instantOf(now());
  return { id: `BE-${randomCode(6)}`, region: id, version: 1, to, at, expiresAt, about };
}

/** What waits for somebody now, without what they asked to be left alone with. */
export async function dutiesOf(
  deps: Pick<Deps, 'repository' | 'regions' | 'now' | 'tenantId'>,
  regionId: string,
  person: Person,
): Promise<Due[]> {
  const region = deps.regions.find(regionId);
  if (!region) return [];
  const profile = await deps.repository.read('profile', personKey(person));
  const quiet: readonly string[] = profile?.quiet ?? [];
  const coordinators = await coordinatorsOf(deps, region);
  const coordinates = coordinators.some((row) => isSamePerson(row, person));
  const duty = { region, absences: await absencesIn(deps, region), now: deps.now() };
  const due: Due[] = [];
  for await (const subject of eachCase(deps.repository, active(regionId))) {
    due.push(...dueFor(person, coordinates, subject, duty));
  }
  return REMINDERS.flatMap((kind) =>
    due.filter((row) => row.kind === kind && !quiet.includes(kind)),
  );
}

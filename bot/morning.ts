import type { Bulletin } from '../data/bulletin.js';
import { activeEscalation, type Case } from '../data/case.js';
import { decide, type Command } from '../data/lifeCycle.js';
import { isSamePerson, personKey, type Person } from '../data/person.js';
import type { Region } from '../data/region.js';
import { dueFor, REMINDERS, type Due } from '../data/reminders.js';
import { followUpIsDue, lapsesOn } from '../data/terms.js';
import { dayOf, instantOf, type DateTime } from '../data/weeks.js';
import { isInWorkingHours } from '../data/workingHours.js';
import { absencesIn, coordinatorsOf, coordinatorsOnDuty } from './absences.js';
import { eachCase } from './allCases.js';
import type { Deps } from './deps.js';

type MorningDeps = Pick<
  Deps,
  'repository' | 'regions' | 'delivery' | 'now' | 'log' | 'randomCode' | 'tenantId' | 'isInTeam'
>;

const LOOK_EVERY_MS = 60_000;
const ROSTER_WITHIN_MS = 10_000;
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
  const coordinators = await coordinatorsNow(deps, region);
  for await (const subject of eachCase(repository, followed(region))) {
    const commands = byTheClock(subject, { region, coordinators, now: now() });
    for (const command of commands) await carryOut(deps, subject, command);
  }
  const people = await peopleToTell(deps, region, coordinators);
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

interface Morning {
  region: Region;
  coordinators: readonly Person[];
  now: DateTime;
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

/** Listed, and still in the team of the channel when there is one. Throws when Teams does not say. */
async function coordinatorsNow(deps: MorningDeps, region: Region): Promise<Person[]> {
  const listed = await coordinatorsOf(deps, region);
  const link = await deps.repository.read('link', region.id);
  if (!link) return listed;
  const by = performance.now() + ROSTER_WITHIN_MS;
  const inTeam = await Promise.all(listed.map((person) => deps.isInTeam(link, person, by)));
  return listed.filter((_, index) => inTeam[index]);
}

const isAmong = (people: readonly Person[], person: Person) =>
  people.some((row) => isSamePerson(row, person));

/** When somebody changes the case at this very moment, there is another morning. */
async function carryOut({ repository, now }: MorningDeps, { code }: Case, command: Command) {
  const subject = await repository.read('case', code);
  const decision = subject && decide(subject, command, now());
  if (decision?.ok) await repository.commit({ writes: [{ kind: 'case', put: decision.case }] });
}

async function peopleToTell(
  deps: MorningDeps,
  region: Region,
  coordinators: readonly Person[],
): Promise<Person[]> {
  const waiting = new Map<string, Person>();
  const duty = { region, absences: await absencesIn(deps, region), now: deps.now() };
  const onDutyNow = await coordinatorsOnDuty(deps, region);
  const present = coordinators.filter((person) => isAmong(onDutyNow, person));
  for await (const subject of eachCase(deps.repository, active(region.id))) {
    for (const person of [...present, subject.professional]) {
      if (dueFor(person, isAmong(present, person), subject, duty).length === 0) continue;
      waiting.set(personKey(person), person);
    }
  }
  return [...waiting.values()];
}

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
  const coordinates = isAmong(coordinators, person);
  const duty = { region, absences: await absencesIn(deps, region), now: deps.now() };
  const due: Due[] = [];
  for await (const subject of eachCase(deps.repository, active(regionId))) {
    due.push(...dueFor(person, coordinates, subject, duty));
  }
  return REMINDERS.flatMap((kind) =>
    due.filter((row) => row.kind === kind && !quiet.includes(kind)),
  );
}

import { setTimeout as delay } from 'node:timers/promises';
import { isAmong, type Person } from '../data/person.js';
import type { Link } from '../data/link.js';
import type { DateTime } from '../data/weeks.js';
import type { Messenger } from './messenger.js';
import { waitLeft } from './notLongerThan.js';

const FRESH_MINUTES = 5;

/**
 * Who is in the coordinators' team now, asked at most once in five minutes. `by` is on the clock of
 * `performance.now()`; throws when Teams has not answered by then: somebody who may have left the
 * team is not let in.
 */
export function createRoster(messenger: Pick<Messenger, 'members'>, now: () => DateTime) {
  const asked = new Map<string, { at: DateTime; members: Promise<Person[]> }>();

  function ask({ teamId, channel }: Link): Promise<Person[]> {
    const members = messenger.members(teamId, channel);
    asked.set(teamId, { at: now(), members });
    members.catch(() => asked.delete(teamId));
    return members;
  }

  return async function isInTeam(link: Link, person: Person, by: number): Promise<boolean> {
    const known = asked.get(link.teamId);
    const isFresh = known !== undefined && now().diff(known.at).as('minutes') < FRESH_MINUTES;
    const members = await Promise.race([
      isFresh ? known.members : ask(link),
      delay(waitLeft(by), undefined, { ref: false }),
    ]);
    if (!members) throw new Error('the roster did not answer in time');
    return isAmong(members, person);
  };
}

import { isSamePerson, type Person } from '../data/person.js';
import type { Link } from '../data/link.js';
import type { DateTime } from '../data/weeks.js';
import type { Messenger } from './messenger.js';

const FRESH_MINUTES = 5;

/** Who is in the coordinators' team now, asked at most once in five minutes. */
export function createRoster(messenger: Pick<Messenger, 'members'>, now: () => DateTime) {
  const asked = new Map<string, { at: DateTime; members: Person[] }>();
  return async function isInTeam(link: Link, person: Person): Promise<boolean> {
    const known = asked.get(link.teamId);
    const fresh = known !== undefined && now().diff(known.at).as('minutes') < FRESH_MINUTES;
    const members = fresh ? known.members : await messenger.members(link.teamId, link.channel);
    if (!fresh) asked.set(link.teamId, { at: now(), members });
    return members.some((member) => isSamePerson(member, person));
  };
}

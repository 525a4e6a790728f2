import type { Person } from '../../data/person.js';
import type { SentActivity } from '../bot/activities.js';
import { PersonInTeams, type Venue } from '../bot/personInTeams.js';

/** What a click is answered with; nothing when it is answered with an error or not at all. */
export async function saysTo(venue: Venue, person: Person, click: SentActivity): Promise<string> {
  try {
    return (await new PersonInTeams(venue, person).sendClick(click)).says;
  } catch {
    return '';
  }
}

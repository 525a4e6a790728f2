import type { Person } from '../../data/person.js';
import type { SentActivity } from '../bot/activities.js';
import type { BotStage } from '../bot/botHarness.js';

/** What a click is answered with; nothing when it is answered with an error or not at all. */
export async function saysTo(
  stage: BotStage,
  person: Person,
  click: SentActivity,
): Promise<string> {
  try {
    return (await stage.as(person).sendClick(click)).says;
  } catch {
    return '';
  }
}

import { remindersCard, remindersSavedCard } from '../../cards/remindersCard.js';
import { personKey } from '../../data/person.js';
import { replyToReminders, wantedReminders } from '../../dialogs/reminders.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

/** Herinneringen, for who gets any. */
export function askReminders(_deps: Deps, turn: Clicked): Promise<Outcome> {
  const { words, roles, profile } = turn;
  if (roles.coordinates.length === 0) return Promise.resolve(refuse(words.refusals.coordinator));
  const read = { values: { wanted: wantedReminders(profile) }, errors: {} };
  const card = remindersCard(turn, read);
  return Promise.resolve(showCard(card, words.reminderSettings.heading));
}

export async function saveReminders(deps: Deps, turn: Clicked): Promise<Outcome> {
  const { words, roles, sender, incoming } = turn;
  if (roles.coordinates.length === 0) return refuse(words.refusals.coordinator);
  const stored = (await deps.repository.read('profile', personKey(sender))) ?? turn.profile;
  const result = replyToReminders(turn, stored, incoming.data);
  const summary = words.reminderSettings.heading;
  if (result.kind === 'again') return showCard(remindersCard(turn, result), summary);
  const put = { ...result.profile, version: stored.version + 1 };
  const card = remindersSavedCard(turn, wantedReminders(put));
  return { ...showCard(card, summary), change: { writes: [{ kind: 'profile', put }] } };
}

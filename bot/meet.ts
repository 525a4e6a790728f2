import { personKey } from '../data/person.js';
import type { Profile } from '../data/profile.js';
import type { Deps } from './deps.js';
import type { Incoming } from './incoming.js';

export interface Met {
  profile: Profile;
  /** They had no chat with the bot before: whoever says hello now is welcomed. */
  isNew: boolean;
}

/** The sender's profile: made at first contact, kept up to date with their name and chat. */
export async function meet(
  { repository }: Pick<Deps, 'repository'>,
  incoming: Incoming,
): Promise<Met> {
  for (;;) {
    const known = await repository.read('profile', personKey(incoming.sender));
    const profile = refreshed(known, incoming);
    const met = { profile, isNew: known?.chat === undefined };
    if (profile === known) return met;
    const { ok } = await repository.commit({ writes: [{ kind: 'profile', put: profile }] });
    if (ok) return met;
  }
}

/**
 * The bot was removed: what is sent to a chat that is gone would be sent in vain. Another place than
 * the own chat changes nothing.
 */
export async function forgetChat(
  { repository }: Pick<Deps, 'repository'>,
  { sender, chat }: Incoming,
): Promise<void> {
  for (;;) {
    const known = await repository.read('profile', personKey(sender));
    if (known?.chat?.conversationId !== chat.conversationId) return;
    const put: Profile = { ...known, version: known.version + 1 };
    delete put.chat;
    const { ok } = await repository.commit({ writes: [{ kind: 'profile', put }] });
    if (ok) return;
  }
}

function refreshed(known: Profile | undefined, { sender, chat, place }: Incoming): Profile {
  const here = place.kind === 'personal' ? { chat } : {};
  if (!known) return { person: sender, version: 1, language: 'nl', ...here };
  // Teams leaves the name out of installations.
  const name = sender.name === '' ? known.person.name : sender.name;
  const isSameChat =
    place.kind !== 'personal' ||
    (known.chat?.conversationId === chat.conversationId &&
      known.chat.serviceUrl === chat.serviceUrl);
  if (name === known.person.name && isSameChat) return known;
  return { ...known, version: known.version + 1, person: { ...known.person, name }, ...here };
}

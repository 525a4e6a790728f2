import { personKey } from '../data/person.js';
import type { Profile } from '../data/profile.js';
import type { Deps } from './deps.js';
import type { Incoming } from './incoming.js';

/** The sender's profile: made at first contact, kept up to date with their name and chat. */
export async function meet(
  { repository }: Pick<Deps, 'repository'>,
  incoming: Incoming,
): Promise<Profile> {
  for (;;) {
    const known = await repository.read('profile', personKey(incoming.sender));
    const profile = refreshed(known, incoming);
    if (profile === known) return profile;
    const { ok } = await repository.commit({ writes: [{ kind: 'profile', put: profile }] });
    if (ok) return profile;
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

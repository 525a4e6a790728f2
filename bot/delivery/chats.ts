import type { Conversation } from '../../data/conversation.js';
import { personKey, type Person } from '../../data/person.js';
import type { Profile } from '../../data/profile.js';
import type { Language } from '../../data/region.js';
import type { Deps } from '../deps.js';
import type { Messenger } from '../messenger.js';

/** The 1:1 chat with somebody and the language they read. */
export interface OwnChat {
  chat: Conversation;
  language: Language;
}

/** Nothing when the person and the bot have no chat yet. */
export async function knownChat(
  { repository }: Pick<Deps, 'repository'>,
  person: Person,
): Promise<OwnChat | undefined> {
  const profile = await repository.read('profile', personKey(person));
  return profile?.chat && { chat: profile.chat, language: profile.language };
}

/** A new chat is remembered; `otherwise` is the language of who has not chosen one. */
export async function chatWith(
  deps: Pick<Deps, 'repository'> & { messenger: Pick<Messenger, 'openChat'> },
  person: Person,
  otherwise: Language,
  via: Conversation,
): Promise<OwnChat> {
  const known = await knownChat(deps, person);
  if (known) return known;
  const chat = await deps.messenger.openChat(person, via);
  const profile = await deps.repository.read('profile', personKey(person));
  const put = withChat(profile, person, otherwise, chat);
  await deps.repository.commit({ writes: [{ kind: 'profile', put }] });
  return { chat, language: put.language };
}

function withChat(
  profile: Profile | undefined,
  person: Person,
  otherwise: Language,
  chat: Conversation,
): Profile {
  if (profile) return { ...profile, version: profile.version + 1, chat };
  return { person, version: 1, language: otherwise, chat };
}

import type { Conversation } from '../../data/conversation.js';
import { personKey, type Person } from '../../data/person.js';
import type { Profile } from '../../data/profile.js';
import type { Language, Region } from '../../data/region.js';
import type { Deps } from '../deps.js';

/** The 1:1 chat with somebody and the language they read; a new chat is remembered. */
export async function chatWith(
  { repository, messenger }: Pick<Deps, 'repository' | 'messenger'>,
  person: Person,
  region: Region,
  via: Conversation,
): Promise<{ chat: Conversation; language: Language }> {
  const profile = await repository.read('profile', personKey(person));
  const language = profile?.language ?? region.language;
  if (profile?.chat) return { chat: profile.chat, language };
  const chat = await messenger.openChat(person, via);
  await repository.commit({
    writes: [{ kind: 'profile', put: withChat(profile, person, region, chat) }],
  });
  return { chat, language };
}

function withChat(
  profile: Profile | undefined,
  person: Person,
  region: Region,
  chat: Conversation,
): Profile {
  if (profile) return { ...profile, version: profile.version + 1, chat };
  return { person, version: 1, language: region.language, chat };
}

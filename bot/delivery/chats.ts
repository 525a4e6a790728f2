import type { Conversation } from '../../data/conversation.js';
import { personKey, type Person } from '../../data/person.js';
import type { Profile } from '../../data/profile.js';
import type { Language, Region } from '../../data/region.js';
import type { Deps } from '../deps.js';

/** The 1:1 chat with somebody and the language they read. */
export interface OwnChat {
  chat: Conversation;
  language: Language;
}

/** Nothing when the person and the bot have no chat yet. */
export async function knownChat(
  { repository }: Pick<Deps, 'repository'>,
  person: Person,
  region: Region,
): Promise<OwnChat | undefined> {
  const profile = await repository.read('profile', personKey(person));
  return profile?.chat && { chat: profile.chat, language: languageOf(profile, region) };
}

/** A new chat is remembered. */
export async function chatWith(
  deps: Pick<Deps, 'repository' | 'messenger'>,
  person: Person,
  region: Region,
  via: Conversation,
): Promise<OwnChat> {
  const known = await knownChat(deps, person, region);
  if (known) return known;
  const chat = await deps.messenger.openChat(person, via);
  const profile = await deps.repository.read('profile', personKey(person));
  await deps.repository.commit({
    writes: [{ kind: 'profile', put: withChat(profile, person, region, chat) }],
  });
  return { chat, language: languageOf(profile, region) };
}

function languageOf(profile: Profile | undefined, region: Region): Language {
  return profile?.language ?? region.language;
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

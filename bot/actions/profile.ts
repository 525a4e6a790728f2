import { z } from 'zod/v4';
import { AFTER_PROFILE, profileCard, type AfterProfile } from '../../cards/profileCard.js';
import { organisationName } from '../../cards/context.js';
import { savedProfileCard } from '../../cards/resultCards.js';
import { replyToProfile } from '../../dialogs/profile.js';
import type { DraftKind } from '../../data/draft.js';
import { personKey } from '../../data/person.js';
import { wordsIn } from '../../cards/words/words.js';
import { showDraft, startDraft } from '../commands/checklist.js';
import { askedOf, profileContext } from '../commands/profile.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import { rolesOf } from '../roles.js';
import type { Clicked } from '../turnContext.js';

export const profileReplySchema = z.looseObject({ then: z.enum(AFTER_PROFILE).default('') });

const STARTS: Record<Exclude<AfterProfile, ''>, DraftKind> = {
  record: 'talk',
  escalate: 'referral',
};

/** Saves the profile; whoever was on the way to a checklist goes on there, in the same card. */
export async function saveProfile(
  deps: Deps,
  turn: Clicked,
  reply: z.infer<typeof profileReplySchema>,
): Promise<Outcome> {
  const { then, ...inputs } = reply;
  const stored = (await deps.repository.read('profile', personKey(turn.sender))) ?? turn.profile;
  const asked = askedOf({ ...turn, profile: stored }, { then });
  const result = replyToProfile(profileContext(deps, turn), stored, inputs, asked.needsWork);
  if (result.kind === 'again') {
    const card = profileCard(profileContext(deps, turn), result, { then, ...asked });
    return showCard(card, turn.words.profile.summary);
  }
  const profile = { ...result.profile, version: stored.version + 1 };
  const write = { kind: 'profile', put: profile } as const;
  const { work } = rolesOf(deps, profile);
  const renewed = {
    ...turn,
    profile,
    language: profile.language,
    words: wordsIn(profile.language),
  };
  if (then !== '' && work) {
    const draft = await deps.repository.read('draft', personKey(turn.sender));
    const { show, change } = draft
      ? showDraft(deps, renewed, draft)
      : await startDraft(deps, renewed, work.region, { kind: STARTS[then] });
    return { show, change: { writes: [write, ...(change?.writes ?? [])] } };
  }
  const organisation = work && organisationName(work.region, work.organisation.id);
  const card = savedProfileCard(renewed, organisation, work?.region.name);
  return { ...showCard(card, renewed.words.profile.summary), change: { writes: [write] } };
}

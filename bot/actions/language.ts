import { z } from 'zod/v4';
import { languageCard } from '../../cards/languageCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { personKey } from '../../data/person.js';
import { LANGUAGES } from '../../data/region.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Clicked } from '../turnContext.js';

export const languageReplySchema = z.looseObject({ language: z.enum(LANGUAGES) });

/** From the answer on, this person reads the bot in the language they chose. */
export async function setLanguage(
  { repository }: Deps,
  turn: Clicked,
  { language }: z.infer<typeof languageReplySchema>,
): Promise<Outcome> {
  const words = wordsIn(language);
  const shown = showCard(
    languageCard({ words, language }, { saved: true }),
    words.language.heading,
  );
  const stored = (await repository.read('profile', personKey(turn.sender))) ?? turn.profile;
  if (stored.language === language) return shown;
  const put = { ...stored, version: stored.version + 1, language };
  return { ...shown, change: { writes: [{ kind: 'profile', put }] } };
}

import { z } from 'zod/v4';
import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { messageCard } from './messageCard.js';
import type { Card } from './render.js';

export const byPhoneReplySchema = z.looseObject({ region: z.string() });

/** For a coordinator who escalates: for a caller in one of the own regions, or for an own client. */
export function forWhomCard(
  { words, language }: Reader,
  regions: readonly Pick<Region, 'id' | 'name'>[],
  hasOwn: boolean,
): Card {
  const { forWhom } = words;
  const title = (name: string) => (regions.length > 1 ? forWhom.byPhoneIn(name) : forWhom.byPhone);
  return messageCard({
    lang: language,
    heading: forWhom.heading,
    notes: [note(hasOwn ? forWhom.intro : forWhom.introByPhone)],
    sections: [],
    buttons: [
      ...regions
        .slice(0, MOST_REGIONS)
        // No choice goes before another.
        .map(({ id, name }) => button(title(name), 'escalate-by-phone', { region: id })),
      ...(hasOwn ? [button(forWhom.ownClient, 'escalate-own', {})] : []),
    ],
  });
}

/** A card has six buttons at most; one is for an own client. */
const MOST_REGIONS = 5;

import { z } from 'zod/v4';
import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { Reader } from './context.js';
import { note } from './formCard.js';
import { listCard } from './listCard.js';
import type { Card } from './render.js';

export const linkRegionReplySchema = z.looseObject({ region: z.string() });

/** For who coordinates several regions: which of them gets this channel. */
export function linkRegionCard({ words, language }: Reader, regions: readonly Region[]): Card {
  const { link } = words;
  return listCard({
    lang: language,
    heading: link.heading,
    notes: [note(link.whichRegion)],
    rows: regions.map(({ id, name }) => ({
      title: name,
      status: '',
      lines: [],
      button: button(link.linkRegion(name), 'ask-link', { region: id }),
    })),
    buttons: [],
  });
}

import { button } from './button.js';
import type { CardContext } from './context.js';
import { note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import type { Card } from './render.js';

export interface TeamMember {
  name: string;
  isCoordinator: boolean;
}

const MEMBERS_SHOWN = 40;

/** Asks whether everybody who would see the cards is a coordinator, before anything is posted. */
export function linkCard(
  context: CardContext,
  members: readonly TeamMember[],
  /** Of the link there is now; 0 when there is none. */
  version: number,
): Card {
  const { words, region, language } = context;
  // Who should not be there comes first: of a large team not everybody fits on a card.
  const ordered = [...members].sort((a, b) => Number(a.isCoordinator) - Number(b.isCoordinator));
  const lines = ordered
    .slice(0, MEMBERS_SHOWN)
    .map(({ name, isCoordinator }) =>
      isCoordinator ? `✓ ${name}` : `⚠ ${name} (${words.link.notListed})`,
    );
  const more = members.length - MEMBERS_SHOWN;
  return messageCard({
    lang: language,
    heading: words.link.heading,
    notes: [note(words.link.question(region.name))],
    sections: [
      section(words.link.members, [], more > 0 ? [...lines, words.link.more(more)] : lines),
    ],
    buttons: [
      button(
        words.buttons.confirmChannel,
        'confirm-link',
        { region: region.id, version },
        { style: 'positive' },
      ),
    ],
  });
}

export function linkedCard({ words, region, language }: CardContext): Card {
  return messageCard({
    lang: language,
    heading: words.link.heading,
    notes: [note(words.link.linked(region.name), 'good')],
    sections: [],
    buttons: [],
  });
}

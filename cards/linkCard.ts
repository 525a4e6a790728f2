import { button } from './button.js';
import type { CardContext } from './context.js';
import { note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import type { Card } from './render.js';

export interface TeamMember {
  name: string;
  isCoordinator: boolean;
}

/** Asks whether everybody who would see the cards is a coordinator, before anything is posted. */
export function linkCard(context: CardContext, members: readonly TeamMember[]): Card {
  const { words, region, language } = context;
  const lines = members.map(({ name, isCoordinator }) =>
    isCoordinator ? `✓ ${name}` : `⚠ ${name} (${words.link.notListed})`,
  );
  return messageCard({
    lang: language,
    heading: words.link.heading,
    notes: [note(words.link.question(region.name))],
    sections: [section(words.link.members, [], lines)],
    buttons: [button(words.buttons.confirmChannel, 'confirm-link', {}, { style: 'positive' })],
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

import { button } from './button.js';
import type { CardContext } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, shortSection, type Section } from './messageCard.js';
import type { Card } from './render.js';

export interface TeamMember {
  name: string;
  isCoordinator: boolean;
}

/** Asks whether everybody who would see the cards is a coordinator, before anything is posted. */
export function linkCard(
  context: CardContext,
  members: readonly TeamMember[],
  /** Of the link there is now; 0 when there is none. */
  version: number,
): Card {
  const { words, region, language } = context;
  return messageCard({
    lang: language,
    heading: words.link.heading,
    notes: [note(words.link.question(region.name))],
    sections: [memberSection(context, members)],
    buttons: [
      button(
        words.buttons.confirmChannel,
        'confirm-link',
        { region: region.id, version },
        { style: 'positive' },
      ),
      button(words.buttons.cancelLink, 'cancel-link', { region: region.id }),
    ],
  });
}

/** Who should not be there comes first: of a large team not everybody is read. */
function memberSection({ words }: CardContext, members: readonly TeamMember[]): Section {
  const { link } = words;
  const ordered = [...members].sort((a, b) => Number(a.isCoordinator) - Number(b.isCoordinator));
  const lines = ordered.map(({ name, isCoordinator }) =>
    isCoordinator ? `✓ ${name}` : `⚠ ${name} (${link.notListed})`,
  );
  const notListed = members.filter(({ isCoordinator }) => !isCoordinator).length;
  return shortSection(
    words,
    link.counted(members.length, notListed),
    lines.map((line) => [line]),
    { shown: 10, listed: 100, more: link.more },
  );
}

export function linkedCard(context: CardContext): Card {
  const { words, region } = context;
  return answerCard(context, note(words.link.linked(region.name), 'good'));
}

/** After "Nee": what to do instead, or that the channel there was stays. */
export function notLinkedCard(context: CardContext, options: { hasLink: boolean }): Card {
  const { words, region } = context;
  const { cancelled, keptAsItWas } = words.link;
  return answerCard(context, note((options.hasLink ? keptAsItWas : cancelled)(region.name)));
}

function answerCard({ words, language }: CardContext, answer: Note): Card {
  return messageCard({
    lang: language,
    heading: words.link.heading,
    notes: [answer],
    sections: [],
    buttons: [],
  });
}

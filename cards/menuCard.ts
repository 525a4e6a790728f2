import { button } from './button.js';
import type { CardContext } from './context.js';
import { note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

type Reader = Pick<CardContext, 'words' | 'language'>;

/** A word people can type, as help explains it. */
export interface TypedWord {
  word: string;
  description: string;
}

export interface MenuView {
  name: string;
  hasDraft: boolean;
  seesFigures: boolean;
  /** For a coordinator whose region has no channel yet: what waits for one. */
  waiting?: { region: string; escalations: number } | undefined;
}

/** Welcome and menu: what this is, what it never keeps, and the next step. */
export function menuCard({ words, language }: Reader, view: MenuView): Card {
  return messageCard({
    lang: language,
    heading: words.menu.heading(view.name),
    notes: [
      note(words.menu.purpose),
      note(words.menu.voluntary),
      note(words.menu.noFile, 'emphasis'),
      ...(view.waiting
        ? [note(words.menu.waiting(view.waiting.region, view.waiting.escalations), 'warning')]
        : []),
      ...(view.hasDraft ? [note(words.menu.draftWaiting, 'good')] : []),
    ],
    sections: [],
    buttons: menuButtons(words, view),
  });
}

function menuButtons({ buttons }: Words, { hasDraft, seesFigures }: MenuView) {
  return [
    ...(hasDraft ? [button(buttons.resume, 'resume', {}, { style: 'positive' })] : []),
    button(buttons.record, 'record', {}, hasDraft ? {} : { style: 'positive' }),
    ...(seesFigures ? [button(buttons.figures, 'figures', {})] : []),
    button(buttons.profile, 'profile', {}),
    button(buttons.help, 'help', {}),
  ];
}

/** The words this reader can type; `hint` comes first when something unknown was typed. */
export function helpCard(
  { words, language }: Reader,
  typed: readonly TypedWord[],
  hint?: string,
): Card {
  return messageCard({
    lang: language,
    heading: words.help.heading,
    notes: [
      ...(hint === undefined ? [] : [note(`${hint} ${words.help.nothingStored}`, 'emphasis')]),
      note(words.help.intro),
    ],
    sections: [
      section(
        '',
        typed.map(({ word, description }) => ({ label: word, value: description })),
      ),
    ],
    buttons: [
      button(words.buttons.record, 'record', {}, { style: 'positive' }),
      button(words.buttons.profile, 'profile', {}),
    ],
  });
}

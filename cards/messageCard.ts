import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { Note } from './formCard.js';
import message from './message.json' with { type: 'json' };
import { cardTemplate, type Card } from './render.js';

/** Facts may hold text a person typed: the template shows them without Markdown or date codes. */
export interface Fact {
  label: string;
  value: string;
}

/** Address and title come from the region file, which is checked for what may stand in a link. */
export interface Link {
  label: string;
  title: string;
  url: string;
}

export interface Section {
  heading: string;
  facts: Fact[];
  lines: { text: string }[];
  links: Link[];
}

export interface MessageView {
  lang: Language;
  heading: string;
  notes: Note[];
  sections: Section[];
  buttons: Button[];
}

const render = cardTemplate<MessageView & { hasButtons: boolean }>(message);

/** Every card without inputs and tallies: menu, help, results, notices, case details. */
export function messageCard(view: MessageView): Card {
  return render({ ...view, hasButtons: view.buttons.length > 0 });
}

export function section(
  heading: string,
  facts: Fact[],
  lines: string[] = [],
  links: Link[] = [],
): Section {
  return { heading, facts, lines: lines.map((text) => ({ text })), links };
}

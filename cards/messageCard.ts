import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { Note } from './formCard.js';
import message from './message.json' with { type: 'json' };
import { cardTemplate, type Card } from './render.js';
import type { Words } from './words/words.js';

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

/** One paragraph; `label` stands out in front of its text, and either can be empty. */
interface Row {
  label: string;
  text: string;
  spacing: 'small' | 'default';
}

/** Hidden below its title until somebody opens it; the ids are what the title shows and hides. */
interface Fold {
  id: string;
  title: string;
  /** What the title does, for who cannot see the arrow. */
  action: string;
  style: 'default' | 'heading';
  weight: 'default' | 'bolder';
  rows: Row[];
}

export interface Section {
  heading: string;
  rows: Row[];
  links: Link[];
  folds: Omit<Fold, 'id'>[];
}

export interface MessageView {
  lang: Language;
  heading: string;
  notes: Note[];
  sections: Section[];
  buttons: Button[];
}

type Folding = Omit<Section, 'folds'> & { folds: Fold[] };

const render = cardTemplate<
  Omit<MessageView, 'sections'> & { sections: Folding[]; hasButtons: boolean }
>(message);

/** Every card without inputs and tallies: menu, help, results, notices, case details. */
export function messageCard(view: MessageView): Card {
  const sections = view.sections.map((one, n) => ({
    ...one,
    folds: one.folds.map((fold, m) => ({ ...fold, id: `fold-${n}-${m}` })),
  }));
  return render({ ...view, sections, hasButtons: view.buttons.length > 0 });
}

/** What stands in a section: facts, and lines of their own. */
export type Content = readonly (Fact | string)[];

export function section(heading: string, content: Content, links: Link[] = []): Section {
  return { heading, rows: content.map(rowOf), links, folds: [] };
}

/** A section of which only the heading shows at first. */
export function foldedSection(words: Words, heading: string, content: Content): Section {
  const fold = foldOf(words, heading, content);
  return {
    ...section('', []),
    folds: [{ ...fold, style: 'heading', weight: 'bolder' }],
  };
}

interface Lengths {
  shown: number;
  /** With those that can be opened; more would not fit a card. */
  listed: number;
  /** Says how many more there are. */
  more: (n: number) => string;
}

/** A long list: its first entries show, the next can be opened. */
export function shortSection(
  words: Words,
  heading: string,
  entries: readonly Content[],
  { shown, listed, more }: Lengths,
): Section {
  const first = entries.slice(0, shown).flat();
  const next = entries.slice(shown, listed).flat();
  const left = entries.length - Math.max(shown, listed);
  const rest = left > 0 ? [more(left)] : [];
  if (next.length === 0) return section(heading, [...first, ...rest]);
  const fold = foldOf(words, more(entries.length - shown), [...next, ...rest]);
  return { ...section(heading, first), folds: [fold] };
}

function foldOf({ fold }: Words, title: string, content: Content): Omit<Fold, 'id'> {
  const rows = content.map(rowOf);
  return { title, action: fold(title), style: 'default', weight: 'default', rows };
}

/** A fact without a value is a title for what follows. */
function rowOf(content: Fact | string): Row {
  if (typeof content === 'string') return { label: '', text: content, spacing: 'small' };
  const { label, value } = content;
  return value === ''
    ? { label, text: '', spacing: 'default' }
    : { label: `${label}: `, text: value, spacing: 'small' };
}

import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { Note } from './formCard.js';
import listTemplate from './list.json' with { type: 'json' };
import { cardTemplate, type Card } from './render.js';

export interface ListRow {
  title: string;
  /** Stands behind the title; can be empty. */
  status: string;
  lines: { text: string }[];
  /** What choosing the row does. */
  button: Button;
}

export interface ListView {
  lang: Language;
  heading: string;
  notes: Note[];
  rows: ListRow[];
  buttons: Button[];
}

/** Every card with a list of things to choose from, each of them one click. */
export const listCard: (view: ListView) => Card = cardTemplate<ListView>(listTemplate);

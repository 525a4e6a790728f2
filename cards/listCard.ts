import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { FieldView } from './fields/field.js';
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
  /** Choices that say which rows there are; they stand above the rows. */
  fields?: FieldView[];
  rows: ListRow[];
  /** One line below the rows. */
  below?: string;
  buttons: Button[];
}

const render = cardTemplate<Required<ListView>>(listTemplate);

/** Every card with a list of things to choose from, each of them one click. */
export function listCard(view: ListView): Card {
  return render({ fields: [], below: '', ...view });
}

import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { FieldView } from './fields/field.js';
import { fieldItems, type FieldItems } from './fields/fieldElements.js';
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

type Rendered = Required<Omit<ListView, 'fields'>> & { fields: FieldItems[] };

const render = cardTemplate<Rendered>(listTemplate);

/** Every card with a list of things to choose from, each of them one click. */
export function listCard({ fields = [], rows, ...view }: ListView): Card {
  return render({ below: '', ...view, fields: fieldItems(fields), rows: rows.map(named) });
}

/** A row shows no title of its action; whoever points at it does see it. */
function named({ button, ...row }: ListRow) {
  return { ...row, button: { ...button, tooltip: button.title } };
}

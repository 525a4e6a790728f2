import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { Reader } from './context.js';
import type { FieldView } from './fields/field.js';
import { fieldItems, type FieldItems } from './fields/fieldElements.js';
import form from './form.json' with { type: 'json' };
import { cardTemplate, type Card } from './render.js';

/** A block of text above the fields; `style` is a container style of Adaptive Cards. */
export interface Note {
  heading: string;
  text: string;
  style: 'default' | 'emphasis' | 'attention' | 'warning' | 'good';
}

/** Every card with inputs is this one form; a question is a field, never a template of its own. */
export interface FormView {
  /** Nothing when the form is not a step of several. */
  progress?: string;
  heading: string;
  /** One line on top: why the form is shown now. Gives way to what is wrong with an answer. */
  hint?: string | undefined;
  notes: Note[];
  fields: FieldView[];
  footer?: string;
  buttons: Button[];
  /** Where else this form leads, apart from what it is for. */
  elsewhere?: { heading: string; buttons: Button[] };
}

type Rendered = Required<Omit<FormView, 'hint' | 'fields'>> & {
  lang: Language;
  fields: FieldItems[];
  problem: string;
};

const render = cardTemplate<Rendered>(form);

/**
 * That an answer is wrong stands on top and, where the person is after a click, at the buttons; below
 * a single question it would stand there twice.
 */
export function formCard({ words, language }: Reader, { hint, ...view }: FormView): Card {
  const asked = view.fields.filter(({ kind }) => kind !== 'only');
  const isWrong = view.fields.some(({ error }) => error !== '');
  const { fix, fixAbove } = words.form;
  const why = isWrong
    ? [note(fix, 'attention')]
    : hint === undefined
      ? []
      : [note(hint, 'emphasis')];
  return render({
    progress: '',
    footer: '',
    elsewhere: { heading: '', buttons: [] },
    ...view,
    lang: language,
    fields: fieldItems(view.fields),
    notes: [...why, ...view.notes],
    problem: isWrong && asked.length > 1 ? `⚠ ${fixAbove}` : '',
  });
}

export function note(text: string, style: Note['style'] = 'default', heading = ''): Note {
  return { text, style, heading };
}

import type { Language } from '../data/region.js';
import type { Button } from './button.js';
import type { FieldView } from './fields/field.js';
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
  lang: Language;
  /** Nothing when the form is not a step of several. */
  progress?: string;
  heading: string;
  notes: Note[];
  fields: FieldView[];
  footer?: string;
  buttons: Button[];
  /** Where else this form leads, apart from what it is for. */
  elsewhere?: { heading: string; buttons: Button[] };
}

const render = cardTemplate<Required<FormView>>(form);

export function formCard(view: FormView): Card {
  return render({ progress: '', footer: '', elsewhere: { heading: '', buttons: [] }, ...view });
}

export function note(text: string, style: Note['style'] = 'default', heading = ''): Note {
  return { text, style, heading };
}

import type { Element } from '../render.js';
import type { FieldView } from './field.js';
import type { FoundText } from './foundText.js';

/** What the templates place in a container of its own. */
export interface FieldItems {
  items: Element[];
}

/** Each question with what stands around it, from top to bottom. */
export function fieldItems(views: readonly FieldView[]): FieldItems[] {
  return views.map((view) => ({ items: fieldElements(view) }));
}

function fieldElements(view: FieldView): Element[] {
  const { section, intro, below, error, found } = view;
  return [
    ...textIfAny(section, { weight: 'bolder', size: 'default', style: 'heading' }),
    ...textIfAny(intro, { spacing: 'small', isSubtle: true }),
    ...INPUTS[view.kind](view),
    ...textIfAny(below, { spacing: 'small', isSubtle: true }),
    ...textIfAny(error && `⚠ ${error}`, { color: 'attention', spacing: 'small' }),
    ...(found.hint === '' ? [] : foundElements(found)),
  ];
}

function textIfAny(text: string, look: Element): Element[] {
  return text === '' ? [] : [{ type: 'TextBlock', text, ...look, wrap: true }];
}

const INPUTS: Record<FieldView['kind'], (view: FieldView) => Element[]> = {
  only: ({ label, value }) => [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: label }] },
    {
      type: 'RichTextBlock',
      spacing: 'small',
      inlines: [{ type: 'TextRun', text: value, weight: 'bolder' }],
    },
  ],
  choice: ({ id, label, value, style, placeholder, choices }) => [
    { type: 'Input.ChoiceSet', id, label, style, value, placeholder, wrap: true, choices },
  ],
  choices: ({ id, label, value, choices }) => {
    const shown = { id, label, style: 'expanded', isMultiSelect: true, value, wrap: true };
    return [{ type: 'Input.ChoiceSet', ...shown, choices }];
  },
  date: ({ id, label, value }) => [{ type: 'Input.Date', id, label, value }],
  text: ({ id, label, value, placeholder, multiline, maxLength }) => {
    const shown = { id, label, value, placeholder };
    return [{ type: 'Input.Text', ...shown, isMultiline: multiline, maxLength }];
  },
  toggle: ({ id, label, value, placeholder }) => [
    toggle({ id, label, title: placeholder, value, valueOn: 'true' }),
  ],
};

/** Typed text is shown in runs: no client reads Markdown in those. */
function foundElements(found: FoundText): Element[] {
  const inlines = found.runs.map(({ text, weight, isFound }) => {
    return { type: 'TextRun', text, weight, underline: isFound, highlight: isFound };
  });
  const { id, label, title, value, valueOn } = found;
  return [
    ...textIfAny(found.hint, { spacing: 'small' }),
    { type: 'RichTextBlock', spacing: 'small', inlines },
    ...(found.canConfirm ? [toggle({ id, label, title, value, valueOn })] : []),
  ];
}

function toggle(shown: Pick<FoundText, 'id' | 'label' | 'title' | 'value' | 'valueOn'>): Element {
  return { type: 'Input.Toggle', ...shown, valueOff: 'false', wrap: true };
}

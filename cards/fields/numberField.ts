import { z } from 'zod/v4';
import { textField } from './textField.js';
import { readAs, type Field, type FieldOptions } from './field.js';
import type { Words } from '../words/words.js';

/** A reply holds what was typed; a form shown again, what was read. */
const wholeNumber = z
  .union([z.string().trim(), z.number().transform(String)])
  .pipe(z.string().regex(/^\d+$/))
  .transform(Number);

/** A whole number from 0; a keyboard for text, because the client's own check would block "Terug". */
export function numberField(
  words: Words,
  label: string,
  { most, ...options }: FieldOptions & { most: number },
): Field {
  const maxLength = String(most).length;
  const text = textField(words, label, { ...options, maxLength });
  return {
    ...text,
    read: readAs(
      wholeNumber.refine((n) => n <= most),
      words.quickCount.wholeNumber(most),
    ),
    show: (id, value) => text.show(id, typeof value === 'number' ? String(value) : value),
  };
}

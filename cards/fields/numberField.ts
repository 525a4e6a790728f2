import { textField } from './textField.js';
import type { Field, FieldOptions } from './field.js';
import type { Words } from '../words/words.js';

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
    read: (raw) => {
      const typed = typeof raw === 'number' ? String(raw) : (raw ?? '');
      if (typeof typed === 'string' && typed.trim() === '') return { ok: true, value: undefined };
      const digits = typeof typed === 'string' && /^\d+$/.test(typed.trim());
      const value = digits ? Number(typed) : NaN;
      return value <= most
        ? { ok: true, value }
        : { ok: false, error: words.quickCount.wholeNumber(most) };
    },
    show: (id, value) => text.show(id, typeof value === 'number' ? String(value) : value),
  };
}

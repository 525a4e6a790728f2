import { day } from '../../data/case.js';
import type { Words } from '../words/words.js';
import { emptyView, isBlank, NO_ANSWER, type Field, type FieldOptions } from './field.js';

/** A calendar date, past or to come: whether it fits is decided with the rest of its form. */
export function plainDateField(words: Words, label: string, options: FieldOptions = {}): Field {
  return {
    required: options.required ?? false,
    missing: words.errors.date,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = day.safeParse(raw);
      return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, error: words.errors.date };
    },
    show: (id, value) => ({
      ...emptyView('date', words, label, options),
      id,
      value: day.safeParse(value).data ?? '',
    }),
  };
}

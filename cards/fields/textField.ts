import { z } from 'zod/v4';
import { findIdentifiers, type IdentifierKind } from '../../data/identifiers.js';
import { foundText, isConfirmed } from './foundText.js';
import type { Words } from '../words/words.js';
import { emptyView, readAs, typed, type Field, type FieldOptions } from './field.js';

export interface TextOptions extends FieldOptions {
  maxLength: number;
  multiline?: boolean;
  /** Kinds of identifiers that may stand here, such as the professional's own number. */
  allow?: readonly IdentifierKind[];
}

const trimmed = z.string().trim();

/**
 * Free text; what may make a person recognisable is refused before anything is stored, unless the
 * person has seen it marked and confirms that it identifies nobody.
 */
export function textField(words: Words, label: string, options: TextOptions): Field {
  const { maxLength, multiline = false, allow = [] } = options;
  const { errors } = words;
  const findIn = (text: string) =>
    text === '' ? [] : findIdentifiers(text).filter(({ kind }) => !allow.includes(kind));
  return {
    required: options.required ?? false,
    missing: errors.requiredText,
    read: (raw, confirmed) =>
      readAs(trimmed, errors.invalid, (text) => {
        if (text.length > maxLength) return errors.tooLong(maxLength);
        const found = findIn(text);
        if (found.length === 0 || isConfirmed(found, confirmed)) return undefined;
        const kinds = [...new Set(found.map(({ kind }) => errors.identifiers[kind]))];
        return errors.identifier(kinds.join(', '));
      })(raw),
    show: (id, value, isRefused = true) => {
      const text = typeof value === 'string' ? value.trim() : '';
      const found = text.length > maxLength ? [] : findIn(text);
      return {
        ...emptyView('text', words, label, options),
        id,
        multiline,
        maxLength,
        value: typed(value, maxLength),
        found: foundText(words, { id, text, isRefused }, found),
      };
    },
  };
}

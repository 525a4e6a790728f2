import { IDENTIFIER_KINDS } from '../../data/identifiers.js';
import type { Language } from '../../data/region.js';
import { euros, plainAmount } from '../phrases.js';
import type { Words } from '../words/words.js';
import { isBlank, NO_ANSWER, type Field, type FieldOptions } from './field.js';
import { textField } from './textField.js';

const MAX_LENGTH = 20;
/** Thousands by dots or spaces; cents after a comma or, where that cannot be thousands, a dot. */
const AMOUNT =
  /^(?:€|eur)?\s*(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:[.,](\d{1,2}|-{1,2}|–|—))?\s*(?:€|euro|eur)?$/i;

/** Cents of an amount as people in the Netherlands type it; nothing when it is no such amount. */
export function centsOf(typed: string): number | undefined {
  const [, whole, cents = ''] = AMOUNT.exec(typed.trim()) ?? [];
  if (whole === undefined) return undefined;
  const digits = /^\d/.test(cents) ? cents.padEnd(2, '0') : '00';
  return Number(whole.replaceAll(/\D/g, '')) * 100 + Number(digits);
}

/** An amount in euros from 0, read as cents; anything but an amount is refused. */
export function moneyField(
  { words, language }: { words: Words; language: Language },
  label: string,
  { most, ...options }: FieldOptions & { most: number },
): Field {
  const allow = IDENTIFIER_KINDS;
  const text = textField(words, label, { ...options, maxLength: MAX_LENGTH, allow });
  return {
    ...text,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const cents = typeof raw === 'string' ? centsOf(raw) : undefined;
      return cents !== undefined && cents <= most
        ? { ok: true, value: cents }
        : { ok: false, error: words.lanes.money(euros(most, language)) };
    },
    show: (id, value) =>
      text.show(id, typeof value === 'number' ? plainAmount(value, language) : value),
  };
}

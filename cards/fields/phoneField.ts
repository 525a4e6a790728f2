import { z } from 'zod/v4';
import { IDENTIFIER_KINDS } from '../../data/identifiers.js';
import { textField } from './textField.js';
import { readAs, type Field } from './field.js';
import type { Words } from '../words/words.js';

const MAX_LENGTH = 25;
/** As somebody writes it down; a Dutch number has ten digits, a BSN nine. */
const phone = z
  .string()
  .trim()
  .max(MAX_LENGTH)
  .regex(/^(?:\+|\(?0)[\d ()./-]*$/)
  .refine((text) => text.replaceAll(/\D/g, '').length >= 10);

/** A number to call a professional on; anything but a number is refused, so no check is needed. */
export function phoneField(words: Words, label: string, invalid: string): Field {
  const options = { required: true, maxLength: MAX_LENGTH, allow: IDENTIFIER_KINDS };
  return { ...textField(words, label, options), read: readAs(phone, invalid) };
}

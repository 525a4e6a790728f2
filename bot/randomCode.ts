import { randomInt } from 'node:crypto';
import { CODE_ALPHABET } from '../data/case.js';

/** Random signs for codes that are read out over the phone. */
export function randomCode(length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join(
    '',
  );
}

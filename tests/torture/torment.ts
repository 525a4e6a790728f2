import type { Measured } from '../measured.js';

/** How hard, and from which seed: the same seed does the same again. */
export interface Torment {
  seed: number;
  /** Of the full number of rounds; `npm test` runs a small part. */
  share: number;
}

/** One part of `npm run torture`. */
export interface Torture {
  name: string;
  /** The figures as they become known; what is not as it must be is a figure, never thrown. */
  run: (torment: Torment) => AsyncIterable<Measured>;
}

/** At least one round. */
export const rounds = (full: number, { share }: Torment) => Math.max(1, Math.round(full * share));

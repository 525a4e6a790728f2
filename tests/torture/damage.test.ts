import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { damage } from './damage.js';

it('damage keeps the store shut until a backup is restored, and a damaged backup stays out', async () => {
  const figures: Measured[] = [];
  for await (const figure of damage.run({ seed: 1, share: 0.03 })) figures.push(figure);
  expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
}, 300_000);

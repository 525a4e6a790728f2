import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { disk } from './disk.js';

it('a disk that fails is told of, and takes nothing away', async () => {
  const figures: Measured[] = [];
  for await (const figure of disk.run({ seed: 1, share: 0.1 })) figures.push(figure);
  expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
});

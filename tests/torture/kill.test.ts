import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { kill } from './kill.js';

it('a process that is killed at any moment loses nothing and doubles nothing', async () => {
  const figures: Measured[] = [];
  for await (const figure of kill.run({ seed: 1, share: 0.006 })) figures.push(figure);
  expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
}, 300_000);

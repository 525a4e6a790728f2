import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { syscalls } from './syscalls.js';

it('the kernel is asked to write and to sync before anybody is answered', async () => {
  const figures: Measured[] = [];
  for await (const figure of syscalls.run({ seed: 1, share: 0.02 })) figures.push(figure);
  expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
}, 300_000);

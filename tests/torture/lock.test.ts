import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { lock } from './lock.js';

it('a second process is refused, and starts at once when the first is killed', async () => {
  const figures: Measured[] = [];
  for await (const figure of lock.run({ seed: 1, share: 0.02 })) figures.push(figure);
  expect(figures.map(({ value }) => value)).toEqual(['2', '2']);
}, 300_000);

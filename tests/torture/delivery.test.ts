import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import { delivery } from './delivery.js';

it('escalations under connector faults and kills are all seen as they are', async () => {
  const figures: Measured[] = [];
  for await (const figure of delivery.run({ seed: 1, share: 0.002 })) figures.push(figure);
  expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
}, 300_000);

import { expect, it } from 'vitest';
import type { Measured } from '../measured.js';
import type { Part } from '../parts.js';
import { database } from './database.js';
import { instances } from './instances.js';
import { races } from './races.js';
import { regions } from './regions.js';

it.each<[string, Part, share: number]>([
  [
    'instances and their server that are killed at any moment lose and double nothing',
    instances,
    0.007,
  ],
  ['of those who reach for one case through three instances one gets it', races, 0.01],
  [
    'a database that fails is said to, loses nothing, and is used again when it is back',
    database,
    0.1,
  ],
  ['no region sees anything of another', regions, 0.2],
])(
  '%s',
  async (_title, { run }, share) => {
    const figures: Measured[] = [];
    for await (const figure of run({ seed: 1, share })) figures.push(figure);
    expect(figures.filter(({ isMet }) => isMet === false)).toEqual([]);
  },
  300_000,
);

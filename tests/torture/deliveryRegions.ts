import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from '../../data/person.js';
import { TENANT } from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';

/** A professional and the coordinator who takes up what they escalate. */
export interface Pair {
  region: string;
  channel: string;
  team: string;
  organisation: string;
  professional: Person;
  coordinator: Person;
}

const PAIRS_IN_REGION = 4;

/** Everybody in so many regions. */
export function pairsIn(regions: number): Pair[] {
  return Array.from({ length: regions }, (_, n) => pairsOf(n)).flat();
}

/** One for each region. */
export function onePerRegion(pairs: readonly Pair[]): Pair[] {
  return pairs.filter((_, n) => n % PAIRS_IN_REGION === 0);
}

function pairsOf(n: number): Pair[] {
  return Array.from({ length: PAIRS_IN_REGION }, (_, m) => ({
    region: `regio-${n}`,
    channel: `19:regio-${n}@thread.tacv2`,
    team: `19:team-${n}@thread.tacv2`,
    organisation: `organisatie-${n}`,
    professional: aPerson(n, m, 'Professional'),
    coordinator: aPerson(n, m + PAIRS_IN_REGION, 'Coördinator'),
  }));
}

function aPerson(region: number, n: number, role: string): Person {
  const number = String(region * 100 + n + 1_000).padStart(12, '0');
  const aadObjectId = `00000000-0000-4000-9000-${number}`;
  return { tenantId: TENANT, aadObjectId, name: `${role} ${region} ${n}` };
}

export function coordinatorsIn({ region }: Pair, pairs: readonly Pair[]): Person[] {
  return pairs.filter((pair) => pair.region === region).map(({ coordinator }) => coordinator);
}

/** Two letters of the alphabet. */
function prefixOf(n: number): string {
  return String.fromCharCode(82 + Math.floor(n / 26), 65 + (n % 26));
}

/** A file for each region. */
export async function writeRegions(directory: string, pairs: readonly Pair[]): Promise<string> {
  const folder = join(directory, 'regions');
  await mkdir(folder);
  const ids = [...new Set(pairs.map(({ region }) => region))];
  for (const [n, id] of ids.entries()) {
    const here = pairs.filter(({ region }) => region === id);
    const [organisation] = COMPLETE.organisations;
    const file = {
      ...COMPLETE,
      ...{ id, name: id, codePrefix: prefixOf(n) },
      organisations: [{ ...organisation, id: here[0]?.organisation }],
      coordinators: here.map(({ coordinator: { aadObjectId, name } }) => ({ aadObjectId, name })),
    };
    await writeFile(join(folder, `${id}.json`), JSON.stringify(file));
  }
  return folder;
}

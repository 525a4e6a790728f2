import { parseArgs } from 'node:util';
import { info, type Measured } from './measured.js';

/** How much, and from which seed: the same seed does the same again. */
export interface Extent {
  seed: number;
  /** Of the full number of rounds and cases; `npm test` runs a small part. */
  share: number;
}

/** One part of `npm run bench` or `npm run torture`. */
export interface Part<T extends Extent = Extent> {
  name: string;
  /** The figures as they become known; what is not as it must be is a figure, never thrown. */
  run: (extent: T) => AsyncIterable<Measured>;
}

/** At least one round. */
export const rounds = (full: number, { share }: Pick<Extent, 'share'>) =>
  Math.max(1, Math.round(full * share));

/** `[name …] [--seed N] [--share 0.1]`: the parts that are named, or all of them in their order. */
export function readParts<P extends { name: string }>(args: string[], parts: readonly P[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      share: { type: 'string', default: '1' },
    },
  });
  const names = parts.map(({ name }) => name);
  const unknown = positionals.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`no “${unknown}”; there are: ${names.join(', ')}`);
  const extent: Extent = { seed: Number(values.seed), share: Number(values.share) };
  const asked = positionals.length > 0 ? positionals : names;
  return { extent, asked: parts.filter(({ name }) => asked.includes(name)) };
}

/** Each part with its seed before and what it took after. */
export async function* runParts<T extends Extent>(
  parts: readonly Part<T>[],
  extent: T,
): AsyncIterable<Measured> {
  for (const { name, run } of parts) {
    yield info(`${name}-seed`, String(extent.seed));
    const started = performance.now();
    yield* run(extent);
    yield info(`${name}-took`, `${((performance.now() - started) / 1000).toFixed(0)}s`);
  }
}

/** Takes one of a list. */
export type Pick = <T>(items: readonly T[]) => T;

/** Mulberry32: the same seed gives the same choices on every machine. */
export function seeded(seed: number): Pick {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (items) => items[Math.floor(next() * items.length)] as (typeof items)[number];
}

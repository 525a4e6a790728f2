import type { Found, Line, Notes, Target } from './suppressionAttack.js';

interface Bounds {
  least: number;
  most: number;
}

/** Factors and numbers by place, which is much faster than by name. */
interface Constraint extends Bounds {
  terms: readonly { place: number; factor: number }[];
}

interface Known {
  constraints: readonly Constraint[];
  bounds: Bounds[];
  /** Where each target is among the bounds. */
  places: ReadonlyMap<string, number>;
}

/** All numbers are whole and at least zero: narrows their bounds until nothing gets any narrower. */
export function narrow(notes: Notes): Found[] {
  const { bounds, places } = narrowed(notes);
  return notes.targets.flatMap(({ name }) => {
    const { least, most } = boundsAt(bounds, places.get(name));
    return least === most ? [{ name, value: BigInt(least) }] : [];
  });
}

/** Tries every number up to some more than the true one: the targets that can only be what they truly are. For small systems. */
export function tryAll(notes: Notes, trueValue: (target: Target) => bigint): Found[] {
  const known = narrowed(notes);
  return notes.targets.flatMap((target) => {
    const value = trueValue(target);
    const others = numbersUpTo(Number(value) + 10).filter((n) => BigInt(n) !== value);
    const near = others.sort((one, other) => distance(one, value) - distance(other, value));
    const place = known.places.get(target.name);
    return near.some((n) => isPossible(known, place, n)) ? [] : [{ name: target.name, value }];
  });
}

/** No number in a small system comes near it. */
const LARGE = 160;
const numbersUpTo = (most: number) => [...Array(most + 1).keys()];
const distance = (n: number, value: bigint) => Math.abs(n - Number(value));

function isPossible({ constraints, bounds }: Known, place: number | undefined, n: number): boolean {
  const next = bounds.map(({ least, most }) => ({ least, most: Math.min(most, LARGE) }));
  const { least, most } = boundsAt(next, place);
  if (place === undefined || n < least || n > most) return false;
  next[place] = { least: n, most: n };
  return hasSolution(constraints, next);
}

/** Tries each number of what has the fewest left, until everything is one number. */
function hasSolution(constraints: readonly Constraint[], bounds: Bounds[]): boolean {
  if (!propagate(constraints, bounds)) return false;
  const width = (place: number) => (bounds[place]?.most ?? 0) - (bounds[place]?.least ?? 0);
  const open = [...bounds.keys()].filter((place) => width(place) > 0);
  const [narrowest] = open.sort((one, other) => width(one) - width(other));
  if (narrowest === undefined) return true;
  const { least } = boundsAt(bounds, narrowest);
  return numbersUpTo(width(narrowest)).some((more) =>
    hasSolution(constraints, bounds.with(narrowest, { least: least + more, most: least + more })),
  );
}

function boundsAt(bounds: readonly Bounds[], place: number | undefined): Bounds {
  const found = place === undefined ? undefined : bounds[place];
  if (!found) throw new Error('no such number');
  return found;
}

function narrowed({ lines, wholes, targets }: Notes): Known {
  const names = new Map<string, number>();
  const placeOf = (name: string) => {
    const place = names.get(name) ?? names.size;
    names.set(name, place);
    return place;
  };
  // Each target is a number of its own: target − sum = 0.
  const own = targets.map(({ name, sum }) => ({
    sum: new Map([...sum, [`target ${name}`, -1n] as const]),
    least: 0n,
    most: 0n,
  }));
  const marks = lines.flatMap((line) => marksOn(line, targets));
  const constraints = [...lines, ...wholes, ...own, ...marks].map((line) =>
    constraintOf(line, placeOf),
  );
  const bounds = Array.from({ length: names.size }, (): Bounds => ({ least: 0, most: Infinity }));
  if (!propagate(constraints, bounds)) throw new Error('bounds that contradict each other');
  const places = new Map(targets.map(({ name }) => [name, placeOf(`target ${name}`)]));
  return { constraints, bounds, places };
}

/** A line on the sum that a target is, said of the target. */
function marksOn(line: Line, targets: readonly Target[]): Line[] {
  return targets
    .filter(
      ({ sum }) =>
        sum.size === line.sum.size && [...sum].every(([name, by]) => line.sum.get(name) === by),
    )
    .map(({ name }) => ({ ...line, sum: new Map([[`target ${name}`, 1n]]) }));
}

function constraintOf({ sum, least, most }: Line, placeOf: (name: string) => number): Constraint {
  const terms = [...sum].map(([name, by]) => ({ place: placeOf(name), factor: Number(by) }));
  return { terms, least: Number(least), most: most === undefined ? Infinity : Number(most) };
}

/** Whether bounds are left for everything. */
function propagate(constraints: readonly Constraint[], bounds: Bounds[]): boolean {
  const over = constraintsOver(constraints, bounds.length);
  const waiting = new Set(constraints.keys());
  for (const index of waiting) {
    waiting.delete(index);
    const constraint = constraints[index];
    for (const place of constraint ? tightened(constraint, bounds) : []) {
      const { least, most } = boundsAt(bounds, place);
      if (least > most) return false;
      for (const next of over[place] ?? []) waiting.add(next);
    }
  }
  return true;
}

const OVER = new WeakMap<readonly Constraint[], number[][]>();

function constraintsOver(constraints: readonly Constraint[], places: number): number[][] {
  const over = OVER.get(constraints) ?? Array.from({ length: places }, (): number[] => []);
  if (!OVER.has(constraints))
    constraints.forEach(({ terms }, index) => {
      for (const { place } of terms) over[place]?.push(index);
    });
  OVER.set(constraints, over);
  return over;
}

/** The places of which the bounds became closer. All factors are 1 or -1. */
function tightened({ terms, least, most }: Constraint, bounds: Bounds[]): number[] {
  const closer = terms.filter(({ place, factor }) => {
    const bound = boundsAt(bounds, place);
    const rest = restOf(terms, place, bounds);
    const [low, high] =
      factor > 0 ? [least - rest.most, most - rest.least] : [rest.least - most, rest.most - least];
    const next = { least: Math.max(bound.least, low), most: Math.min(bound.most, high) };
    bounds[place] = next;
    return next.least !== bound.least || next.most !== bound.most;
  });
  return closer.map(({ place }) => place);
}

function restOf(terms: Constraint['terms'], without: number, bounds: readonly Bounds[]): Bounds {
  const rest = { least: 0, most: 0 };
  for (const { place, factor } of terms) {
    if (place === without) continue;
    const { least, most } = bounds[place] ?? { least: 0, most: Infinity };
    rest.least += factor > 0 ? least : -most;
    rest.most += factor > 0 ? most : -least;
  }
  return rest;
}

import type { Found, Notes, Target } from './suppressionAttack.js';

/** Whole numbers by name, and under '=' what they make; an equation of whole numbers. */
type Equation = Map<string, bigint>;
const VALUE = '=';

/** Solves exactly what can be solved: which targets follow from the equations alone. */
export function solve({ lines, targets }: Notes): Found[] {
  const order = new Map<string, number>();
  for (const { sum } of [...lines, ...targets])
    for (const name of sum.keys()) if (!order.has(name)) order.set(name, order.size);
  const solved = new Map<string, Equation>();
  for (const { sum, least, most } of lines) {
    if (least !== most) continue;
    const rest = reduced(new Map([...sum, [VALUE, least]]), solved, order);
    const first = firstName(rest, order);
    if (first !== undefined) solved.set(first, rest);
    else if (rest.size > 0) throw new Error('equations that contradict each other');
  }
  return targets.flatMap((target) => valueOf(target, solved, order));
}

function valueOf(
  { name, sum }: Target,
  solved: ReadonlyMap<string, Equation>,
  order: ReadonlyMap<string, number>,
): Found[] {
  // The target is one unknown more: target − sum = 0.
  const own = 'target';
  const start: Equation = new Map([[own, -1n], ...sum]);
  const rest = reduced(start, solved, order);
  if ([...rest.keys()].some((key) => key !== own && key !== VALUE)) return [];
  const [by, value] = [rest.get(own) ?? 0n, rest.get(VALUE) ?? 0n];
  if (by === 0n || value % by !== 0n) throw new Error(`${name} is not a whole number`);
  return [{ name, value: value / by }];
}

function reduced(
  equation: Equation,
  solved: ReadonlyMap<string, Equation>,
  order: ReadonlyMap<string, number>,
): Equation {
  let rest = equation;
  for (;;) {
    const known = [...rest.keys()].find((name) => solved.has(name));
    const first = known === undefined ? undefined : firstSolved(rest, solved, order);
    const by = first === undefined ? undefined : solved.get(first);
    if (first === undefined || by === undefined) return rest;
    rest = without(first, rest, by);
  }
}

function firstName(equation: Equation, order: ReadonlyMap<string, number>): string | undefined {
  return inOrder([...equation.keys()], order)[0];
}

function firstSolved(
  equation: Equation,
  solved: ReadonlyMap<string, Equation>,
  order: ReadonlyMap<string, number>,
): string | undefined {
  return inOrder(
    [...equation.keys()].filter((name) => solved.has(name)),
    order,
  )[0];
}

function inOrder(names: readonly string[], order: ReadonlyMap<string, number>): string[] {
  const place = (name: string) => order.get(name) ?? Infinity;
  return names.filter((name) => order.has(name)).sort((one, other) => place(one) - place(other));
}

/** Multiplies and subtracts so that the name is gone; the numbers stay whole. */
function without(name: string, one: Equation, other: Equation): Equation {
  const [ofOne, ofOther] = [one.get(name) ?? 0n, other.get(name) ?? 0n];
  const result: Equation = new Map();
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const n = (one.get(key) ?? 0n) * ofOther - (other.get(key) ?? 0n) * ofOne;
    if (n !== 0n) result.set(key, n);
  }
  return shortened(result);
}

function shortened(equation: Equation): Equation {
  let common = 0n;
  for (const n of equation.values()) common = divisor(common, n < 0n ? -n : n);
  if (common <= 1n) return equation;
  return new Map([...equation].map(([name, n]) => [name, n / common]));
}

function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : divisor(other, one % other);
}

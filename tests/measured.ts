/** One figure of `npm run bench` or `npm run torture`, as it is printed. */
export interface Measured {
  name: string;
  /** A number with its unit, such as `0.93` or `12.5ms`; no spaces. */
  value: string;
  /** What it has to be, such as `0` or `≥0.80`; absent when it is for information only. */
  target?: string;
  /** Whether it is what it has to be. */
  isMet?: boolean;
}

/** For information: absolute times of this machine, counts of what was tried. */
export const info = (name: string, value: string): Measured => ({ name, value });

/** A count of what must not happen. */
export const none = (name: string, n: number): Measured => exactly(name, n, 0);

export const exactly = (name: string, n: number, target: number): Measured => ({
  name,
  value: String(n),
  target: String(target),
  isMet: n === target,
});

/** A ratio inside one run. */
export const atLeast = (name: string, ratio: number, target: number): Measured => ({
  name,
  value: ratio.toFixed(2),
  target: `≥${target.toFixed(2)}`,
  isMet: ratio >= target,
});

export const atMost = (name: string, ratio: number, target: number): Measured => ({
  name,
  value: ratio.toFixed(2),
  target: `≤${target.toFixed(2)}`,
  isMet: ratio <= target,
});

/** `name value target ok`, `… short` or `name value - info`. */
export function lineOf({ name, value, target, isMet }: Measured): string {
  const verdict = target === undefined ? 'info' : isMet === true ? 'ok' : 'short';
  return [name, value, target ?? '-', verdict].join(' ');
}

/** Prints figures as they come; ends with exit code 1 when one of them is short. */
export async function printAll(figures: AsyncIterable<Measured>): Promise<void> {
  for await (const figure of figures) {
    console.log(lineOf(figure));
    if (figure.isMet === false) process.exitCode = 1;
  }
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The smallest of the values that so great a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** Of what was measured side by side, round by round: noise of a round is in both. */
export function medianRatio(ones: readonly number[], others: readonly number[]): number {
  return median(ones.map((one, round) => one / (others[round] ?? NaN)));
}

export const perSecond = (n: number) => `${n.toFixed(0)}/s`;
export const inMs = (n: number) => `${n.toFixed(n < 10 ? 1 : 0)}ms`;

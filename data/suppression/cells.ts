/** Below this number nothing is shown. */
const LEAST_SHOWN = 10;

/**
 * What a report shows of a number: itself; that it is below ten (0–9); that it is ten or more and
 * withheld, so that another cannot be computed; or, in the last resort, nothing at all.
 */
export type Cell = number | 'below-ten' | 'withheld' | 'not-given';

export const isSmall = (n: number) => n < LEAST_SHOWN;
export const isShown = (cell: Cell | undefined) => typeof cell === 'number';

/** What would be shown if no other number had to be protected. */
export const plainCell = (n: number): Cell => (isSmall(n) ? 'below-ten' : n);

/** Whether a reader has to reckon with this number behind what was issued. */
export function allows(cell: Cell | undefined, n: number): boolean {
  if (n < 0) return false;
  if (typeof cell === 'number') return n === cell;
  switch (cell) {
    case 'below-ten':
      return isSmall(n);
    case 'withheld':
      return !isSmall(n);
    case 'not-given':
    case undefined:
      return true;
  }
}

/** Quarters of one year, as bits: K1 is 1, K2 is 2, K3 is 4, K4 is 8. */
export type Span = number;

/** The places of K1 to K4 in a year. */
export const PLACES = [0, 1, 2, 3] as const;
export type Place = (typeof PLACES)[number];

export const bitOf = (place: Place): Span => 1 << place;
export const placesIn = (span: Span) => PLACES.filter((place) => (span & bitOf(place)) !== 0);

/** One number in each quarter of a year. */
export type Year = readonly [number, number, number, number];

export function yearly(of: (place: Place) => number): Year {
  return [of(0), of(1), of(2), of(3)];
}

export function sumIn(numbers: Year, span: Span): number {
  return placesIn(span).reduce<number>((sum, place) => sum + numbers[place], 0);
}

/** A row, or a total, through one year. */
export interface Series {
  /** Zero where no report says anything yet. */
  numbers: Year;
  /** Where it is known to be zero: the breakdown was issued without this row. */
  none: Span;
  /** What was issued, by what it covers. */
  issued: ReadonlyMap<Span, Cell>;
}

/** Whether a reader has to reckon with these numbers. */
export function fits({ none, issued }: Series, numbers: Year): boolean {
  return (
    PLACES.every((place) => numbers[place] >= 0) &&
    sumIn(numbers, none) === 0 &&
    [...issued].every(([span, cell]) => allows(cell, sumIn(numbers, span)))
  );
}

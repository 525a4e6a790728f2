import { daysOf, type Period } from '../periods.js';
import { bitOf, PLACES, type Place, type Span } from './cells.js';
import { weekOfDay, yearOf, type Quarter } from '../weeks.js';

/** What a report may cover: a quarter, half a year, a year. */
const COVERED: readonly (readonly Place[])[] = [
  ...PLACES.map((place) => [place]),
  [0, 1],
  [2, 3],
  PLACES,
];

/** What a report on this period covers; nothing when it is not made of whole quarters. */
export function coveredBy(period: Period): { year: number; quarters: Quarter[] } | undefined {
  const days = daysOf(period);
  if (!days) return undefined;
  const year = yearOf(weekOfDay(days.from));
  const quarters = COVERED.map((places) => places.map((place) => quarterAt(year, place))).find(
    (covered) => {
      const { from, until } = daysSpanned(covered);
      return from === days.from && until === days.until;
    },
  );
  return quarters && { year, quarters };
}

/** First and last day, both inclusive. */
export function daysSpanned(quarters: readonly Quarter[]): { from: string; until: string } {
  const [first, last] = [quarters[0], quarters.at(-1)].map(
    (quarter) => quarter && daysOf({ kind: 'quarter', quarter }),
  );
  if (!first || !last) throw new Error('a report on no quarter');
  return { from: first.from, until: last.until };
}

const NAMES = ['K1', 'K2', 'K3', 'K4'] as const;
export const quarterAt = (year: number, place: Place): Quarter => `${year}-${NAMES[place]}`;

/** Where these quarters of one year are in it. */
export function spanOf(quarters: readonly Quarter[]): Span {
  const places = PLACES.filter((place) =>
    quarters.some((quarter) => quarter.endsWith(NAMES[place])),
  );
  return places.reduce<number>((span, place) => span | bitOf(place), 0);
}

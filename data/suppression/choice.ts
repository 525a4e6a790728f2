import { isShown, isSmall, plainCell, sumIn, type Cell, type Series, type Span } from './cells.js';
import { exposedOf, isDoubtful, seriesAt, type Secret } from './doubt.js';
import type { Issues } from './moves.js';

/** A row, or the total where both are absent. */
interface Spot {
  breakdown?: number;
  row?: string;
  n: number;
}

/** What is issued so far, and which secrets would come out by it. */
interface Attempt {
  issues: Issues;
  exposed: readonly Secret[];
}

/**
 * The issues with cells for the new report on this span: what is small is hidden, and of the rest as
 * little as keeps that, and everything hidden before, from being computed.
 */
export function withReport(issues: Issues, span: Span): Issues {
  const plain = withCells(issues, span, spotsIn(issues, span), ({ n }) => plainCell(n));
  const told = spotsShown(plain, span).filter((spot) => tellsBefore(plain, spot));
  let attempt = attempted(withCells(plain, span, told, () => 'withheld'));
  while (attempt.exposed.length > 0) {
    const next = withOneMore(attempt, span);
    if (!next) return shownAgain(lastResort(attempt, span), span).issues;
    attempt = next;
  }
  return shownAgain(attempt, span).issues;
}

/** Together with what was issued of the same row it would tell what else is hidden of it. */
function tellsBefore(issues: Issues, spot: Spot): boolean {
  const series = seriesAt(issues, spot);
  return spansIn(issues.covered).some(
    (span) => isSecret(series, span) && !isDoubtful(series, issues.covered, span),
  );
}

/** Nothing is said of the breakdowns that cannot be kept; if that is not enough, of none. */
function lastResort({ issues, exposed }: Attempt, span: Span): Attempt {
  const unsafe = new Set(exposed.map(({ breakdown }) => breakdown));
  const spots = spotsIn(issues, span);
  const some = spots.filter(({ breakdown }) => unsafe.has(breakdown));
  const attempt = attempted(withCells(issues, span, some, () => 'not-given'));
  if (attempt.exposed.length === 0) return attempt;
  return attempted(withCells(issues, span, spots, () => 'not-given'));
}

const attempted = (issues: Issues): Attempt => ({
  issues,
  exposed: exposedOf(issues, secretsOf(issues)),
});

/** Hidden numbers, and small ones of any quarters together, issued or not. */
function secretsOf(issues: Issues): Secret[] {
  const spans = spansIn(issues.covered);
  const places = [
    {},
    ...issues.breakdowns.flatMap(({ rows }, breakdown) =>
      [...rows.keys()].map((row) => ({ breakdown, row })),
    ),
  ];
  return places.flatMap((place) =>
    spans
      .filter((span) => isSecret(seriesAt(issues, place), span))
      .map((span) => ({ ...place, span })),
  );
}

const spansIn = (covered: Span) =>
  Array.from({ length: covered }, (_, index) => index + 1).filter(
    (span) => (span & covered) === span,
  );

function isSecret({ numbers, none, issued }: Series, span: Span): boolean {
  if ((span & ~none) === 0) return false;
  const cell = issued.get(span);
  return isSmall(sumIn(numbers, span)) || (cell !== undefined && !isShown(cell));
}

/**
 * The first that leaves nothing exposed, or else the one that leaves least. Hiding exposes nothing
 * that was not, except what is hidden itself.
 */
function withOneMore({ issues, exposed }: Attempt, span: Span): Attempt | undefined {
  let best: Attempt | undefined;
  for (const spot of spotsToHide(issues, exposed, span)) {
    const hidden = withCells(issues, span, [spot], () => 'withheld');
    const left = exposedOf(hidden, [...exposed, { ...spot, span }], best?.exposed.length);
    if (left.length === 0) return { issues: hidden, exposed: left };
    if (!best || left.length < best.exposed.length) best = { issues: hidden, exposed: left };
  }
  return best;
}

/**
 * Where something is exposed: the total when it is, or when rows run out; and with the total hidden,
 * every breakdown, for each of them may tell it.
 */
function spotsToHide(issues: Issues, exposed: readonly Secret[], span: Span): Spot[] {
  const shown = spotsShown(issues, span);
  const total = shown.filter(({ row }) => row === undefined);
  const concerned = new Set(exposed.map(({ breakdown }) => breakdown));
  if (concerned.has(undefined) && total.length > 0) return total;
  const isConcerned = ({ breakdown }: Spot) => total.length === 0 || concerned.has(breakdown);
  const rows = shown.filter((spot) => spot.row !== undefined && isConcerned(spot));
  return [...rows.sort((one, other) => magnitude(one.n) - magnitude(other.n)), ...total];
}

const spotsShown = (issues: Issues, span: Span) =>
  spotsIn(issues, span).filter((spot) => isShown(seriesAt(issues, spot).issued.get(span)));

/**
 * 10–19, 20–39, … The smaller goes first, but within a magnitude the order says nothing of the
 * numbers: else the least number that is shown would be a bound for the one that is withheld.
 */
const magnitude = (n: number) => Math.floor(Math.log2(n / 10));

/** What proves to be hidden for nothing is shown, largest first. */
function shownAgain(attempt: Attempt, span: Span): Attempt {
  const before = new Set(attempt.exposed.map(keyOf));
  const hidden = spotsIn(attempt.issues, span)
    .filter((spot) => !isSmall(spot.n) && !isShown(seriesAt(attempt.issues, spot).issued.get(span)))
    .sort((one, other) => other.n - one.n);
  return hidden.reduce((now, spot) => {
    const issues = withCells(now.issues, span, [spot], ({ n }) => n);
    if (tellsBefore(issues, spot)) return now;
    const secrets = secretsOf(issues).filter((secret) => !before.has(keyOf(secret)));
    return exposedOf(issues, secrets, 1).length > 0 ? now : { ...now, issues };
  }, attempt);
}

function spotsIn({ total, breakdowns }: Issues, span: Span): Spot[] {
  return [
    { n: sumIn(total.numbers, span) },
    ...breakdowns.flatMap(({ rows }, breakdown) =>
      [...rows]
        .filter(([, { none }]) => (span & ~none) !== 0)
        .map(([row, { numbers }]) => ({ breakdown, row, n: sumIn(numbers, span) })),
    ),
  ];
}

function withCells(
  issues: Issues,
  span: Span,
  spots: readonly Spot[],
  cellOf: (spot: Spot) => Cell,
): Issues {
  const withCell = (series: Series, spot: Spot | undefined): Series =>
    spot ? { ...series, issued: new Map([...series.issued, [span, cellOf(spot)]]) } : series;
  const spotOf = new Map(spots.map((spot) => [keyOf(spot), spot]));
  return {
    ...issues,
    total: withCell(issues.total, spotOf.get(keyOf({}))),
    breakdowns: issues.breakdowns.map((breakdown, index) => ({
      ...breakdown,
      rows: new Map(
        [...breakdown.rows].map(([row, series]) => [
          row,
          withCell(series, spotOf.get(keyOf({ breakdown: index, row }))),
        ]),
      ),
    })),
  };
}

const keyOf = ({ breakdown, row, span }: { breakdown?: number; row?: string; span?: Span }) =>
  `${breakdown ?? ''}/${row ?? ''}/${span ?? ''}`;

import { fits, placesIn, sumIn, type Series, type Span } from './cells.js';
import {
  shiftStep,
  wayThrough,
  type Breakdown,
  type Ends,
  type Flow,
  type Shift,
  type Step,
} from './flow.js';
import {
  doubtAlong,
  moved,
  movesAlong,
  shiftsIn,
  stands,
  STILL,
  type Doubt,
  type Issues,
  type Move,
} from './moves.js';

/** What a reader must stay in doubt about. */
export interface Secret {
  span: Span;
  /** The place of its breakdown, and its name there; absent for the total. */
  breakdown?: number;
  row?: string;
}

/**
 * The secrets among these for which no other numbers were found. For all the others such numbers
 * exist, so that no computation, with or without bounds, can bring them out.
 * @param enough stops when so many are found
 */
export function exposedOf(issues: Issues, secrets: readonly Secret[], enough = Infinity): Secret[] {
  const shifts = shiftsIn(issues.covered).filter((shift) =>
    fits(issues.total, moved(issues.total, shift)),
  );
  const still = movesAlong(issues, STILL);
  if (shifts.length === 0) return withoutDoubt(issues, still, secrets, enough);
  const left = withoutDoubt(issues, still, secrets, Infinity);
  if (left.length === 0) return left;
  const moves = shifts.flatMap((shift) => movesAlong(issues, shift));
  return withoutDoubt(issues, moves, left, enough);
}

function withoutDoubt(
  issues: Issues,
  moves: readonly Move[],
  secrets: readonly Secret[],
  enough: number,
): Secret[] {
  const exposed: Secret[] = [];
  let open = secrets;
  for (let [secret] = open; secret && exposed.length < enough; [secret] = open) {
    const doubt = doubtOf(issues, moves, secret);
    if (!doubt) exposed.push(secret);
    open = open.slice(1).filter((other) => !doubt || !isMoved(issues, doubt, other));
  }
  return exposed;
}

export function seriesAt(
  { total, breakdowns }: Issues,
  { breakdown, row }: Pick<Secret, 'breakdown' | 'row'>,
): Series {
  if (breakdown === undefined || row === undefined) return total;
  const series = breakdowns[breakdown]?.rows.get(row);
  if (!series) throw new Error(`no row ${row}`);
  return series;
}

function isMoved(issues: Issues, doubt: Doubt, secret: Secret): boolean {
  const by = doubt.get(seriesAt(issues, secret));
  return by !== undefined && sumIn(by, secret.span) !== 0;
}

/** Whether a row or a total has a doubt even if nothing else were issued. */
export function isDoubtful(series: Series, covered: Span, span: Span): boolean {
  return shiftsIn(covered).some(
    (shift) => sumIn(shift, span) !== 0 && fits(series, moved(series, shift)),
  );
}

function doubtOf(issues: Issues, moves: readonly Move[], secret: Secret): Doubt | undefined {
  for (const move of moves) {
    const found = doubtsBy(issues, move, secret).find(
      (doubt) => isMoved(issues, doubt, secret) && isPossible(issues, doubt),
    );
    if (found) return found;
  }
  return undefined;
}

function doubtsBy(issues: Issues, move: Move, { breakdown, row, span }: Secret): Doubt[] {
  if (breakdown === undefined) return [wholeMove(issues, move)];
  return around(issues, move, { breakdown, series: seriesAt(issues, { breakdown, row }), span });
}

function wholeMove({ total }: Issues, { shift, follow }: Move): Doubt {
  return new Map([[total, shift], ...follow.flatMap((doubt) => [...doubt])]);
}

/** Ways round through one quarter of a row, and not back through another of the same span. */
function around(
  issues: Issues,
  move: Move,
  { breakdown, series, span }: { breakdown: number; series: Series; span: Span },
): Doubt[] {
  const flow = move.flowOf(breakdown);
  const isOfSecret = ({ changes }: Step) =>
    changes?.row === series && placesIn(span).includes(changes.place);
  return flow.steps.filter(isOfSecret).flatMap((step) => {
    const back = { from: step.to, to: step.from };
    const way = wayBack(flow, back, move.shift, (other) => !isOfSecret(other));
    return way ? [withOthers(issues, move, [step, ...way], breakdown)] : [];
  });
}

/** With the shift on the way, where there is one; without it, it has been tried. */
function wayBack(
  flow: Flow,
  { from, to }: Ends,
  shift: Shift,
  mayUse: (step: Step) => boolean,
): Step[] | undefined {
  const between = shiftStep(shift);
  if (!between) return wayThrough(flow, { from, to }, mayUse);
  const before = wayThrough(flow, { from, to: between.from }, mayUse);
  const after = before && wayThrough(flow, { from: between.to, to }, mayUse);
  return after && [...before, ...after];
}

function withOthers({ total }: Issues, move: Move, way: readonly Step[], index: number): Doubt {
  const others = move.follow.filter((_, place) => place !== index);
  return new Map([
    [total, move.shift],
    ...doubtAlong(way),
    ...others.flatMap((other) => [...other]),
  ]);
}

/** Looks again at everything, whatever led to it. */
function isPossible({ total, breakdowns }: Issues, doubt: Doubt): boolean {
  const shift = doubt.get(total) ?? STILL;
  const isTouched = ({ rows }: Breakdown) =>
    shift !== STILL || [...doubt.keys()].some((series) => [...rows.values()].includes(series));
  return (
    fits(total, moved(total, shift)) &&
    breakdowns.every((breakdown) => !isTouched(breakdown) || stands(breakdown, total, shift, doubt))
  );
}

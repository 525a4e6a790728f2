import { ELSEWHERE, OUTCOMES, REASONS } from '../../data/checklist.js';
import { isCountedRow, type CountedRow, type Indicator } from '../../data/figureRows.js';
import { ORGANISATION_TYPES } from '../../data/region.js';
import type { ReportPeriod } from '../../data/steeringReport/periods.js';
import type { IssuedReport } from '../../data/steeringReport/record.js';
import type { Cell } from '../../data/suppression/cells.js';
import type { IssuedBreakdown } from '../../data/suppression/report.js';
import { municipalityName, type CardContext } from '../context.js';
import { count } from '../phrases.js';

/** A report as it is phrased: on the card, in the file and as a text. */
export interface Reported {
  context: CardContext;
  period: ReportPeriod;
  report: IssuedReport;
}

/** A number stays one, so that a file can hold it as such. */
type Value = number | string;

/** What was done before the period, and in it. */
export function doneIn(
  { context, report }: Reported,
  row: Indicator,
): Record<'before' | 'done', Value> {
  if (!isCountedRow(row)) return report.register[row];
  return {
    before: beforeValue(context, report.before[row]),
    done: valueOf(context, report.shown.totals[row]),
  };
}

/** What earlier reports showed of it, where they do not show all of it. */
function beforeValue(
  { words, language }: CardContext,
  { n, isComplete }: IssuedReport['before'][CountedRow],
): Value {
  const { cells } = words.steeringReport;
  if (isComplete) return n;
  return n === 0 ? cells.unknown : cells.atLeast(count(n, language));
}

/** `57`, or why no number stands there. */
export function valueOf({ words }: CardContext, cell: Cell): Value {
  return typeof cell === 'number' ? cell : words.steeringReport.cells[cell];
}

export function asText({ language }: CardContext, value: Value): string {
  return typeof value === 'number' ? count(value, language) : value;
}

/** The rows of a breakdown with their names, in the order in which people know them. */
export function namedRows(
  { context, report }: Reported,
  breakdown: IssuedBreakdown,
): { id: string; name: string; cell: Cell }[] {
  const cells = report.shown.breakdowns[breakdown];
  const known = KNOWN[breakdown](context).filter((id) => id in cells);
  const ids = [...new Set([...known, ...Object.keys(cells)])];
  return ids.flatMap((id) => {
    const cell = cells[id];
    return cell === undefined ? [] : [{ id, name: NAME[breakdown](context, id), cell }];
  });
}

const places = ({ region }: CardContext) => [
  ...region.municipalities.map(({ id }) => id),
  ...ELSEWHERE,
];

const KNOWN: Record<IssuedBreakdown, (context: CardContext) => readonly string[]> = {
  'talks:municipality': places,
  'escalations:municipality': places,
  'escalations:type': () => ORGANISATION_TYPES,
  reason: () => REASONS,
  outcome: () => OUTCOMES,
};

/** One that is no longer known keeps its id for a name. */
const from = (titlesOf: (context: CardContext) => Partial<Record<string, string>>) => {
  return (context: CardContext, id: string) => titlesOf(context)[id] ?? id;
};

const NAME: Record<IssuedBreakdown, (context: CardContext, id: string) => string> = {
  'talks:municipality': municipalityName,
  'escalations:municipality': municipalityName,
  'escalations:type': from(({ words }) => words.organisationTypes),
  reason: from(({ words }) => words.checklist.reasons),
  outcome: from(({ words }) => words.checklist.outcomes),
};

import {
  whatChanged,
  printedOf,
  type Change,
  type Digest,
  type DigestRow,
} from '../data/digest.js';
import { INDICATORS } from '../data/figureRows.js';
import { parseInstant, yearOf, type Week } from '../data/weeks.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import digestTemplate from './digest.json' with { type: 'json' };
import { placeData } from './figuresButtons.js';
import { numberColumns } from './figuresParts.js';
import { BELOW, OWN_LINES } from './figuresTable.js';
import { periodDays } from './periodText.js';
import { count, list, longMoment } from './phrases.js';
import { cardTemplate, type Card } from './render.js';
import type { TallyRow } from './tallies.js';

interface DigestView {
  lang: string;
  heading: string;
  changed: string;
  asOf: string;
  columns: { width: string }[];
  rows: TallyRow[];
  notes: { text: string }[];
  buttons: Button[];
  hasButtons: boolean;
}

const render = cardTemplate<DigestView>(digestTemplate);

/** So many changes fit a sentence that is read at once. */
const NAMED = 3;

/**
 * The week that ended, as it was printed for good; `place` is where it stands. Of the lines below the
 * eight rows those that never counted anything are left out.
 */
export function digestCard(
  context: CardContext,
  digest: Digest,
  place: 'personal' | 'channel',
): Card {
  const { words, language, region } = context;
  const week = numberOf(digest.week);
  const period = { kind: 'week', week: digest.week } as const;
  const days = periodDays(context, period) ?? '';
  const figures = button(words.digest.figures(week), 'figures', placeData(context, period));
  const buttons = place === 'personal' ? [figures] : [];
  const header = headerRow(context, digest);
  const rows = bodyRows(context, digest);
  return render({
    lang: language,
    heading: words.digest.heading(region.name, week, yearOf(digest.week)),
    changed: changedText(context, digest),
    asOf: words.digest.asOf(days, longMoment(parseInstant(digest.at), language)),
    columns: numberColumns(cellsOf(header), rows.map(cellsOf)),
    rows: [header, ...rows],
    notes: notes(context, digest, place).map((text) => ({ text })),
    buttons,
    hasButtons: buttons.length > 0,
  });
}

const cellsOf = ({ label, week, year, start }: TallyRow) => [label, week, year, start];

const numberOf = (week: Week) => Number(week.slice(-2));

/** One sentence: what is different from the week before. */
function changedText({ words, language }: CardContext, digest: Digest): string {
  const { names, ...text } = words.digest;
  const { changes, isEmpty, ...weeks } = whatChanged(digest);
  const [week, before] = [numberOf(weeks.week), numberOf(weeks.before)];
  if (changes.length === 0) return (isEmpty ? text.nothing : text.same)(week, before);
  const said = ({ row, n, was }: Change) =>
    text.change(names[row], count(n, language), count(was, language));
  const left = changes.length - NAMED;
  const parts = [...changes.slice(0, NAMED).map(said), ...(left > 0 ? [text.more(left)] : [])];
  return text.changed(week, before, list(parts, language));
}

function headerRow({ words }: CardContext, { week }: Digest): TallyRow {
  return {
    label: words.escalation.row,
    week: words.figures.week(numberOf(week)),
    year: String(yearOf(week)),
    start: words.escalation.sinceStart,
    weight: 'bolder',
  };
}

function bodyRows(context: CardContext, digest: Digest): TallyRow[] {
  const { rows, subRows } = context.words.figures;
  const labels = { ...rows, ...subRows };
  const line = (row: DigestRow, label: string) => printedRow(context, digest, row, label);
  const counted = (row: DigestRow) => printedOf(digest, row, 'since-start') !== 0;
  return [
    ...INDICATORS.flatMap((row) => [
      ...line(row, labels[row]),
      ...BELOW[row].filter(counted).flatMap((sub) => line(sub, `– ${labels[sub]}`)),
    ]),
    ...OWN_LINES.filter(counted).flatMap((row) => line(row, labels[row])),
  ];
}

/** Nothing of a row that did not exist yet when it was printed. */
function printedRow(
  { language }: CardContext,
  digest: Digest,
  row: DigestRow,
  label: string,
): TallyRow[] {
  const { printed } = digest;
  const [week, year, start] = [printed.week[row], printed.year[row], printed['since-start'][row]];
  if (week === undefined || year === undefined || start === undefined) return [];
  const shown = (n: number) => count(n, language);
  return [{ label, week: shown(week), year: shown(year), start: shown(start), weight: 'default' }];
}

function notes(
  { words, language }: CardContext,
  { week }: Digest,
  place: 'personal' | 'channel',
): string[] {
  const { untilThen, live, inChannel } = words.digest;
  const { abbreviation, printed, week: column } = words.figures;
  const n = numberOf(week);
  return [
    ...(abbreviation === '' ? [] : [abbreviation]),
    untilThen(yearOf(week), n),
    live(printed(column(n), count(5, language), count(4, language))),
    ...(place === 'channel' ? [inChannel] : []),
  ];
}

import type { Counts, CountedRow, SubRow } from '../data/counting.js';
import { COUNTED_ROWS } from '../data/counting.js';
import type { CardContext } from './context.js';
import figures from './figures.json' with { type: 'json' };
import { longMoment } from './phrases.js';
import { cardTemplate, type Card } from './render.js';
import { headerRow, reasonsThisYear, tallyRow, thisYear, type TallyRow } from './tallies.js';

interface FiguresView {
  lang: string;
  heading: string;
  asOf: string;
  empty: string;
  rows: TallyRow[];
  abbreviation: string;
  reasonsHeading: string;
  reasons: { label: string; value: string }[];
  reasonsNote: string;
}

const render = cardTemplate<FiguresView>(figures);

/** Lines shown right below the row they specify. */
const BELOW: Record<CountedRow, readonly SubRow[]> = {
  talks: ['talks-escalated'],
  'partner-contraception': [],
  escalations: ['escalations-again', 'not-taken', 'not-taken-not-participating'],
  'escalated-contraception': [],
};

const OWN_LINES: readonly SubRow[] = ['offered-not-wanted', 'consults'];

/** The four counted rows with their sub-lines: this week, this year, since the start. */
export function figuresCard(context: CardContext, counts: Counts): Card {
  const { words, region, language, now } = context;
  return render({
    lang: language,
    heading: words.figures.heading(region.name),
    asOf: words.figures.asOf(longMoment(now, language)),
    empty: counts.entries().some(({ n }) => n > 0) ? '' : words.figures.empty,
    rows: [headerRow(words, now), ...bodyRows(context, counts)],
    abbreviation: words.figures.abbreviation,
    reasonsHeading: words.figures.reasonsHeading(thisYear(now)),
    reasons: reasonsThisYear(context, counts),
    reasonsNote: words.figures.reasonsNote,
  });
}

function bodyRows(context: CardContext, counts: Counts): TallyRow[] {
  const { rows, subRows } = context.words.figures;
  const below = (row: SubRow) => tallyRow(context, `– ${subRows[row]}`, row, counts);
  return [
    ...COUNTED_ROWS.flatMap((row) => [
      tallyRow(context, rows[row], row, counts),
      ...BELOW[row].map(below),
    ]),
    ...OWN_LINES.map((row) => tallyRow(context, subRows[row], row, counts)),
  ];
}

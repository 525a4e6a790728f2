import type { IssuedBreakdown } from '../../data/suppression/report.js';
import { table, type Fold } from '../figuresParts.js';
import { list } from '../phrases.js';
import { newsletterText } from './newsletter.js';
import { asText, namedRows, valueOf, type Reported } from './reported.js';

export function newsletterFold(reported: Reported): Fold {
  const { newsletter } = reported.context.words.steeringReport;
  return { title: newsletter.heading, tables: [], texts: [newsletterText(reported)] };
}

/** The numbers as a table; what has none is named below it, for there are many of those. */
export function breakdownFold(reported: Reported, breakdown: IssuedBreakdown): Fold {
  const { context } = reported;
  const { words, language } = context;
  const { steeringReport: texts, workbook } = words;
  const rows = namedRows(reported, breakdown);
  const namesWith = (cell: 'below-ten' | 'withheld') =>
    rows.filter((row) => row.cell === cell).map(({ name }) => name);
  const told = rows.filter(({ cell }) => typeof cell === 'number');
  const [small, withheld] = [namesWith('below-ten'), namesWith('withheld')];
  const header = [texts.columns[breakdown], workbook.columns.number];
  const asRow = ({ name, cell }: (typeof rows)[number]) =>
    [name, asText(context, valueOf(context, cell))] as const;
  return {
    title: texts.sheets[breakdown],
    tables: told.length === 0 ? [] : [table(header, told.map(asRow))],
    texts: [
      ...(rows.some(({ cell }) => cell === 'not-given') ? [texts.notGiven] : []),
      ...(withheld.length === 0 ? [] : [texts.withheld(list(withheld, language))]),
      ...(small.length === 0 ? [] : [texts.small(list(small, language))]),
    ],
  };
}

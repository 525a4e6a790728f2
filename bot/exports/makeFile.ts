import type { CardContext } from '../../cards/context.js';
import type { ExportRequest, RequestOf } from '../../cards/exportRequest.js';
import { periodText } from '../../cards/periodText.js';
import type { Reported } from '../../cards/steeringReport/reported.js';
import { reportTables } from '../../cards/steeringReport/reportTables.js';
import { figureTables } from '../../cards/workbook/figureTables.js';
import { longTable } from '../../cards/workbook/longTable.js';
import type { Table } from '../../cards/workbook/table.js';
import { readFigurePeriod, weeksIn } from '../../data/figurePeriods.js';
import { periodKey } from '../../data/periods.js';
import { statisticsOf } from '../../data/statistics.js';
import type { Deps } from '../deps.js';
import { toCsv } from './csv.js';
import { toXlsx } from './xlsx.js';

/** A file, and what it is made from. */
export interface ExportFile {
  name: string;
  /** What it holds, in a few words. */
  about: string;
  bytes: Buffer;
  request: ExportRequest;
}

/** The figures as they are at this moment. */
export async function figuresFile(
  { repository }: Pick<Deps, 'repository'>,
  context: CardContext,
  request: RequestOf<'figures'>,
): Promise<ExportFile> {
  const { words, region, now } = context;
  const period = readFigurePeriod(request.period);
  if (!period) throw new Error(`not a period: ${request.period}`);
  const weeks = weeksIn(period, region, now);
  const counts = await repository.counts(region.id, [period, ...weeks]);
  const tables = figureTables(context, {
    period,
    statistics: statisticsOf(counts, period),
    weeks: weeks.map((week) => ({ week: week.week, statistics: statisticsOf(counts, week) })),
  });
  return fileOf(context, tables, {
    name: words.workbook.file(region.id, periodKey(period)),
    about: words.exportFile.consent(periodText(context, period)),
    request: { of: 'figures', ...request },
  });
}

/** A report for the steering group as it was issued. */
export function reportFile(
  reported: Reported,
  request: RequestOf<'steering-report'>,
): Promise<ExportFile> {
  const { context, period } = reported;
  const { steeringReport: texts } = context.words;
  return fileOf(context, reportTables(reported), {
    name: texts.file(context.region.id, periodKey(period)),
    about: texts.consent(periodText(context, period)),
    request: { of: 'steering-report', ...request },
  });
}

async function fileOf(
  context: CardContext,
  tables: Table[],
  file: Omit<ExportFile, 'bytes'>,
): Promise<ExportFile> {
  const { format } = file.request;
  const bytes = await BYTES[format](tables, (all) => longTable(context, all));
  return { ...file, name: `${file.name}.${format}`, bytes };
}

type ToBytes = (tables: Table[], together: (tables: Table[]) => Table) => Buffer | Promise<Buffer>;

const BYTES: Record<ExportRequest['format'], ToBytes> = {
  xlsx: (tables) => toXlsx(tables),
  csv: (tables, together) => toCsv(together(tables)),
};

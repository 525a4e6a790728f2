import type { ExportRequest } from '../../cards/exportCard.js';
import { periodText } from '../../cards/periodText.js';
import { figureTables } from '../../cards/workbook/figureTables.js';
import { longTable } from '../../cards/workbook/longTable.js';
import type { Table } from '../../cards/workbook/table.js';
import { readFigurePeriod, weeksIn } from '../../data/figurePeriods.js';
import { periodKey } from '../../data/periods.js';
import type { Language, Region } from '../../data/region.js';
import { statisticsOf } from '../../data/statistics.js';
import { contextFor, type Deps } from '../deps.js';
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
export async function makeFile(
  deps: Deps,
  region: Region,
  language: Language,
  request: ExportRequest,
): Promise<ExportFile> {
  const context = contextFor(deps, region, language);
  const { words } = context;
  const period = readFigurePeriod(request.period);
  if (!period) throw new Error(`not a period: ${request.period}`);
  const weeks = weeksIn(period, region, deps.now());
  const counts = await deps.repository.counts(region.id, [period, ...weeks]);
  const tables = figureTables(context, {
    period,
    statistics: statisticsOf(counts, period),
    weeks: weeks.map((week) => ({ week: week.week, statistics: statisticsOf(counts, week) })),
  });
  const name = words.workbook.file(region.id, periodKey(period));
  return {
    name: `${name}.${request.format}`,
    about: words.exportFile.consent(periodText(context, period)),
    bytes: await BYTES[request.format](tables, (all) => longTable(context, all)),
    request,
  };
}

type ToBytes = (tables: Table[], together: (tables: Table[]) => Table) => Buffer | Promise<Buffer>;

const BYTES: Record<ExportRequest['format'], ToBytes> = {
  xlsx: (tables) => toXlsx(tables),
  csv: (tables, together) => toCsv(together(tables)),
};

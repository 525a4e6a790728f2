import { exportFields, exportRequestSchema, type ExportRequest } from '../cards/exportCard.js';
import type { Reader } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { exportPeriods } from '../data/figurePeriods.js';
import { periodKey } from '../data/periods.js';
import type { Region } from '../data/region.js';
import type { DateTime } from '../data/weeks.js';

export type ExportTurn =
  { kind: 'request'; request: ExportRequest } | ({ kind: 'again' } & FieldsRead);

/** A filled-in `export`. */
export function replyToExport(
  reader: Reader,
  regions: readonly Region[],
  now: DateTime,
  inputs: Record<string, unknown>,
): ExportTurn {
  const form = readForm(exportFields(reader, regions, now), inputs);
  if (form.kind === 'again') return form;
  return { kind: 'request', request: exportRequestSchema.parse(form.values) };
}

/** What is chosen at first: the last quarter that has ended, as a workbook. */
export function firstExport([first]: readonly Region[], now: DateTime): FieldsRead {
  const periods = first ? exportPeriods(first, now) : [];
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  const chosen = quarters[1] ?? quarters[0];
  const values = {
    region: first?.id,
    period: chosen && periodKey(chosen),
    format: 'xlsx',
  };
  return { values, errors: {} };
}

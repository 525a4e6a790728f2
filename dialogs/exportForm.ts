import type { Reader } from '../cards/context.js';
import { exportFields, longestRunning } from '../cards/exportCard.js';
import {
  figuresRequestSchema,
  steeringRequestSchema,
  type RequestOf,
} from '../cards/exportRequest.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { reportFields } from '../cards/steeringReport/reportFormCard.js';
import { exportPeriods } from '../data/figurePeriods.js';
import { periodKey, type Period } from '../data/periods.js';
import type { Region } from '../data/region.js';
import { reportPeriods } from '../data/steeringReport/periods.js';
import type { DateTime } from '../data/weeks.js';

export type FileTurn<R> = { kind: 'request'; request: R } | ({ kind: 'again' } & FieldsRead);

/** A filled-in `export`. */
export function replyToExport(
  reader: Reader,
  regions: readonly Region[],
  now: DateTime,
  inputs: Record<string, unknown>,
): FileTurn<RequestOf<'figures'>> {
  const form = readForm(exportFields(reader, regions, now), inputs);
  return form.kind === 'again' ? form : asked(figuresRequestSchema.parse(form.values));
}

/** Which report for the steering group is to be looked at. */
export function replyToReport(
  reader: Reader,
  regions: readonly Region[],
  now: DateTime,
  inputs: Record<string, unknown>,
): FileTurn<RequestOf<'steering-report'>> {
  const form = readForm(reportFields(reader, regions, now), inputs);
  return form.kind === 'again' ? form : asked(steeringRequestSchema.parse(form.values));
}

const asked = <R>(request: R): FileTurn<R> => ({ kind: 'request', request });

/** What is chosen at first: the last quarter that has ended, as a workbook. */
export function firstExport([first]: readonly Region[], now: DateTime): FieldsRead {
  const periods = first ? exportPeriods(first, now) : [];
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  return chosen(first, quarters[1] ?? quarters[0]);
}

/** Nothing while there is no period to report on. */
export function firstReport(regions: readonly Region[], now: DateTime): FieldsRead | undefined {
  const [first] = regions;
  const region = longestRunning(regions);
  const [period] = region ? reportPeriods(region, now) : [];
  return period && chosen(first, period);
}

function chosen(region: Region | undefined, period: Period | undefined): FieldsRead {
  const values = { region: region?.id, period: period && periodKey(period), format: 'xlsx' };
  return { values, errors: {} };
}

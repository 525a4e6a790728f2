import type { CardContext } from '../../../cards/context.js';
import { exportCard, exportFields } from '../../../cards/exportCard.js';
import { reportCard, type Standing } from '../../../cards/steeringReport/reportCard.js';
import { reportFields, reportFormCard } from '../../../cards/steeringReport/reportFormCard.js';
import { eachOf } from '../../../data/eachOf.js';
import { COUNTED_ROWS } from '../../../data/figureRows.js';
import { quartersOf } from '../../../data/steeringReport/periods.js';
import { firstExport, firstReport } from '../../../dialogs/exportForm.js';
import { HOLLANDS_MIDDEN } from '../../builders.js';
import { aReportPeriod, aSteeringReport, newReport } from '../../data/steeringReportBuilder.js';
import { aRegion } from '../../data/regionBuilder.js';

/** Figures as a file. */
export function exportStates(context: CardContext) {
  const { errors, exportFile } = context.words;
  const one = [HOLLANDS_MIDDEN];
  const two = [...one, aRegion({ id: 'elders', name: 'Elders' })];
  const first = firstExport(one, context.now);
  const form = (regions: typeof one, read = first, hint?: string) =>
    exportCard(context, exportFields(context, regions, context.now), read, hint);
  const missing = { period: errors.required, format: errors.required };
  return {
    exportCard: {
      fresh: form(one),
      'two regions': form(two),
      'with errors': form(two, { values: {}, errors: { ...missing, region: errors.required } }),
      'to be uploaded': form(one, first, exportFile.offered('nnz-hollands-midden-2026-K3.xlsx')),
      written: form(one, first, exportFile.written('.data/exports/nnz-2026-K3.xlsx')),
    },
    ...reportStates(context),
  };
}

/** The report for the steering group. */
function reportStates(context: CardContext) {
  const { errors, exportFile } = context.words;
  const one = [HOLLANDS_MIDDEN];
  const two = [...one, aRegion({ id: 'elders', name: 'Elders' })];
  const form = (regions: typeof one, read = firstReport(regions, context.now)) =>
    reportFormCard(
      context,
      reportFields(context, regions, context.now),
      read ?? { values: {}, errors: {} },
    );
  const view = (standing: Standing, report = aSteeringReport()) =>
    reportCard({
      context,
      period: aReportPeriod('2026-K3'),
      report,
      format: 'xlsx',
      standing,
    });
  const fresh = { kind: 'fresh', seen: 1, hasChanged: false, notReported: [] } as const;
  const years = ['2020', '2021', '2022', '2023', '2024', '2025'].map(aReportPeriod);
  const quarters = [...years.flatMap(quartersOf), ...quartersOf(aReportPeriod('2026-K2'))];
  const complete = aSteeringReport({
    before: eachOf(COUNTED_ROWS, () => ({ n: 1234, isComplete: true })),
  });
  const nothing = newReport('2026-K2');
  return {
    reportFormCard: {
      fresh: form(one),
      'two regions': form(two),
      'with errors': form(one, { values: {}, errors: { period: errors.required } }),
    },
    reportCard: {
      'first of all': view({ ...fresh, notReported: quarters }),
      'with what was done before': view(fresh, complete),
      'nothing counted': view(fresh, nothing),
      'changed meanwhile': view({ ...fresh, hasChanged: true }),
      'issued before': view({ kind: 'issued' }),
      'just issued': view({
        kind: 'issued',
        hint: exportFile.offered('nnz-stuurgroep-hollands-midden-2026-K3.xlsx'),
      }),
    },
  };
}

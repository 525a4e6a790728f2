import type { CardContext } from '../../../cards/context.js';
import { exportCard, exportFields } from '../../../cards/exportCard.js';
import { firstExport } from '../../../dialogs/exportForm.js';
import { HOLLANDS_MIDDEN } from '../../builders.js';
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
  };
}

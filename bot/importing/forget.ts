import { erasedImport, isImportDue, type Imported, type KeptImport } from '../../data/imported.js';
import type { Region } from '../../data/region.js';
import { dayOf } from '../../data/weeks.js';
import type { Deps } from '../deps.js';

type ForgetDeps = Pick<Deps, 'repository' | 'regions' | 'now' | 'log'>;

/** Rows that are erased together, so that the bot goes on meanwhile. */
const CHUNK = 500;

/** Of imported past cases whose time has passed only the numbers stay, and that they were imported. */
export async function forgetImported(
  { repository, regions, now, log }: ForgetDeps,
  isStopping: () => boolean,
): Promise<void> {
  for (const { id, retention } of regions.all()) {
    if (retention.importedMonths === undefined) continue;
    const due = dueIn(await repository.imported(id), retention, dayOf(now()));
    for (let done = 0; done < due.length && !isStopping(); done += CHUNK) {
      const erased = due.slice(done, done + CHUNK).map(erasedImport);
      await repository.commit({
        writes: erased.map(({ put }) => ({ kind: 'imported', put })),
        counted: erased.flatMap(({ remains }) =>
          remains.map((contribution) => ({ region: id, contribution })),
        ),
      });
    }
    if (due.length > 0)
      log.info({ erased: due.length }, 'imported past cases past their term erased');
  }
}

function dueIn(
  records: readonly Imported[],
  retention: Region['retention'],
  today: string,
): KeptImport[] {
  return records.filter(
    (record): record is KeptImport =>
      record.status === 'kept' && isImportDue(record, retention, today),
  );
}

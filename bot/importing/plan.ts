import { importedKey, saysTheSame, type Imported, type KeptImport } from '../../data/imported.js';
import type { Repository } from '../../data/repository.js';
import { wrongRow, type SoundRow, type WrongRow } from './checks.js';
import { hashedId } from './key.js';

/** What importing a file comes down to. */
export interface ImportPlan {
  puts: KeptImport[];
  added: number;
  updated: number;
  unchanged: number;
  /** Imported before, and erased since when their time had passed; they stay so. */
  erased: number;
  /** They say something else than before, and that was not asked for. */
  refused: WrongRow[];
}

export interface PlanOptions {
  region: string;
  /** `YYYY-MM-DD` */
  today: string;
  update: boolean;
  /** Absent when nothing was ever imported. */
  key: Buffer | undefined;
  repository: Pick<Repository, 'read'> | undefined;
}

export async function planImport(
  rows: readonly SoundRow[],
  options: PlanOptions,
): Promise<ImportPlan> {
  const plan: ImportPlan = {
    ...{ puts: [], added: 0, updated: 0, unchanged: 0, erased: 0, refused: [] },
  };
  for (const row of rows) await planRow(plan, row, options);
  // Months one after another, so that few files change at a time.
  plan.puts.sort((one, other) => (one.filedIn < other.filedIn ? -1 : 1));
  return plan;
}

async function planRow(plan: ImportPlan, row: SoundRow, options: PlanOptions): Promise<void> {
  const { region, today, key, repository, update } = options;
  if (!key || !repository) {
    plan.added += 1;
    return;
  }
  const id = hashedId(key, region, row.externalId);
  const stored = await repository.read('imported', importedKey({ region, id }));
  const fate = fateOf(row, stored, update);
  if (fate === 'refused') plan.refused.push(refusedRow(row));
  else plan[fate] += 1;
  if (fate !== 'added' && fate !== 'updated') return;
  plan.puts.push({
    ...{ region, id, version: (stored?.version ?? 0) + 1, status: 'kept', importedOn: today },
    filedIn: stored?.filedIn ?? row.past.openedOn.slice(0, 'YYYY-MM'.length),
    past: row.past,
  });
}

function fateOf({ past }: SoundRow, stored: Imported | undefined, update: boolean) {
  if (!stored) return 'added';
  if (stored.status === 'erased') return 'erased';
  if (saysTheSame(stored.past, past)) return 'unchanged';
  return update ? 'updated' : 'refused';
}

function refusedRow({ line, externalId }: SoundRow): WrongRow {
  const rule = 'was imported before with other values; with --update these take their place';
  return wrongRow(line, [{ column: 'external_id', value: externalId, rule }]);
}

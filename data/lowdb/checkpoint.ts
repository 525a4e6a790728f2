import type { Journal } from './journal.js';
import type { Store } from './store.js';

/**
 * Brings the files up to this moment and drops from the journal what they then hold. Commits go on
 * meanwhile. Each step can be the last one before a crash: a file says which change it includes, so
 * replaying the journal skips what it holds; the standing file, which names all others, comes
 * after them; the journal is cut when every file is in place.
 */
export async function checkpoint(store: Store, journal: Journal): Promise<void> {
  if (journal.isEmpty) return;
  const mark = journal.end;
  // A file must not hold a change that the journal could still lose.
  const durable = store.writing.run(() => journal.durable());
  await Promise.all([durable, store.write(mark.sequence)]);
  await store.writing.run(() => journal.cut(mark));
}

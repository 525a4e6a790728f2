import type { DateTime } from 'luxon';
import type { Consult } from '../consult.js';
import type { Counts } from '../counts.js';
import type { Delivery } from '../delivery.js';
import type { Row as FigureRow, RowPrefix } from '../figureRows.js';
import type { Imported } from '../imported.js';
import type { Period } from '../periods.js';
import type { QuickCount } from '../quickCount.js';
import type { RegisterEntry } from '../register.js';
import {
  ReadOnlyError,
  type Behind,
  type CasePage,
  type CaseQuery,
  type Change,
  type Committed,
  type Kind,
  type Records,
  type Repository,
  type Sources,
} from '../repository.js';
import { admit } from './admit.js';
import { checkpoint } from './checkpoint.js';
import { expired } from './expired.js';
import type { Journal } from './journal.js';
import type { Release } from './socket.js';
import type { Row } from './rows.js';
import type { Store } from './store.js';

/**
 * Memory moves on at once, in the order of commits. What is read, and a conflict, is answered when
 * all it can rest on is durable, so nobody acts on a change that a crash takes back. After a failed
 * write memory may hold changes whose fate only the next start decides; by then nothing can be
 * stored any more.
 */
export class LowdbRepository implements Repository {
  #checkpoint: Promise<void> | undefined;
  #isDue = false;
  #closing: Promise<void> | undefined;

  constructor(
    private readonly store: Store,
    private readonly journal: Journal,
    private readonly journalLimit: number,
    private readonly release: Release,
  ) {}

  read<K extends Kind>(kind: K, key: string): Promise<Records[K] | undefined> {
    return this.#onceDurable(this.store.views.read(kind, key));
  }

  isCodeTaken(code: string): Promise<boolean> {
    return this.#onceDurable(this.store.views.isCodeTaken(code));
  }

  isRepeat(key: string): Promise<boolean> {
    return this.#onceDurable(this.store.views.repeats.has(key));
  }

  cases(query: CaseQuery): Promise<CasePage> {
    return this.#onceDurable(this.store.views.page(query));
  }

  counts(region: string, periods: readonly Period[]): Promise<Counts> {
    return this.#onceDurable(this.store.views.figures.in(region, periods));
  }

  sourcesOf(region: string, row: FigureRow | RowPrefix, period: Period): Promise<Sources> {
    return this.#onceDurable(this.store.views.figures.sourcesOf(region, row, period));
  }

  quickCounts(of: { region: string; organisation: string }): Promise<QuickCount[]> {
    return this.#onceDurable(this.store.views.quickCounts(of));
  }

  imported(region: string): Promise<Imported[]> {
    return this.#onceDurable(this.store.views.imported(region));
  }

  register(region: string): Promise<RegisterEntry[]> {
    return this.#onceDurable(this.store.views.register(region));
  }

  openConsults(region: string): Promise<Consult[]> {
    return this.#onceDurable(this.store.views.openConsults(region));
  }

  troubled(region: string): Promise<Delivery[]> {
    return this.#onceDurable(this.store.views.troubled(region));
  }

  behind(): Promise<Behind[]> {
    return this.#onceDurable(this.store.views.behind());
  }

  async commit(change: Change): Promise<Committed> {
    this.#refuseWhenReadOnly();
    const admitted = admit(change, this.store.views);
    if ('rows' in admitted) {
      await this.#record(admitted.rows);
      return { ok: true };
    }
    await this.journal.settled();
    this.#refuseWhenReadOnly();
    return admitted;
  }

  async forgetExpired(now: DateTime): Promise<number> {
    this.#refuseWhenReadOnly();
    const rows = expired(this.store.views, now);
    if (rows.length > 0) await this.#record(rows);
    // What was taken out of a record, such as a note, leaves the disk with the journal.
    if (!this.journal.isEmpty) this.#startCheckpoint();
    return rows.length;
  }

  readOnlyBecause(): string | undefined {
    if (this.#closing) return 'the store has been closed';
    const failure = this.journal.failure ?? this.store.writing.failure;
    return failure && `writing to ${this.store.directory} failed: ${failure.message}`;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** In one go from the journal to memory: no other change comes in between. */
  async #record(rows: Row[]): Promise<void> {
    const durable = this.journal.append(rows);
    for (const row of rows) this.store.apply(row);
    if (this.#isCheckpointDue(rows)) this.#startCheckpoint();
    await durable.catch(() => {
      this.#refuseWhenReadOnly();
    });
  }

  async #onceDurable<T>(value: T): Promise<T> {
    await this.journal.settled();
    return value;
  }

  #refuseWhenReadOnly(): void {
    const reason = this.readOnlyBecause();
    if (reason !== undefined) throw new ReadOnlyError(`nothing can be stored: ${reason}`);
  }

  /** A long journal makes a slow start; and what was erased must leave the disk, not only memory. */
  #isCheckpointDue(rows: readonly Row[]): boolean {
    const isErasing = rows.some((row) => row.kind === 'removed' && row.of === 'case');
    return isErasing || this.journal.end.position >= this.journalLimit;
  }

  /** What goes wrong is kept by the journal and the store: from then on nothing is written. */
  #startCheckpoint(): void {
    this.#isDue = true;
    this.#checkpoint ??= this.#whileDue()
      .catch(() => undefined)
      .finally(() => {
        this.#checkpoint = undefined;
      });
  }

  async #whileDue(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      await checkpoint(this.store, this.journal);
    }
  }

  async #close(): Promise<void> {
    try {
      await this.#checkpoint;
      if (!this.journal.failure && !this.store.writing.failure) {
        await checkpoint(this.store, this.journal);
      }
    } finally {
      await this.journal.close().finally(this.release);
    }
  }
}

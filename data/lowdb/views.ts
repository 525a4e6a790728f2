import type { Case } from '../case.js';
import { isBehind, type Subject } from '../delivery.js';
import type { CasePage, CaseQuery, Kind, Records } from '../repository.js';
import { CaseIndex } from './caseIndex.js';
import { Figures } from './figures.js';
import { keyOfRecord, type RecordRow, type Row } from './rows.js';
import { SortedKeys } from './sortedKeys.js';

/** Everything that is looked up, kept up with each row. */
export class Views {
  readonly records: { readonly [K in Kind]: Map<string, Records[K]> } = {
    case: new Map(),
    consult: new Map(),
    delivery: new Map(),
    draft: new Map(),
    link: new Map(),
    profile: new Map(),
  };
  /** When each repeat key expires. */
  readonly repeats = new Map<string, string>();
  readonly figures = new Figures();
  readonly #cases = new CaseIndex();
  readonly #behind = new SortedKeys();

  apply(row: Row): void {
    switch (row.kind) {
      case 'removed':
        this.#change(row.of, row.key, () => this.records[row.of].delete(row.key));
        break;
      case 'repeat':
        this.repeats.set(row.key, row.expiresAt);
        break;
      case 'forgotten':
        this.repeats.delete(row.key);
        break;
      case 'counted':
        this.figures.add(row.region, row.contribution, row.n);
        break;
      case 'month':
        break;
      case 'case':
      case 'consult':
      case 'delivery':
      case 'draft':
      case 'link':
      case 'profile':
        this.#change(row.kind, keyOfRecord(row), () => {
          this.#put(row);
        });
    }
  }

  page(query: CaseQuery): CasePage {
    return this.#cases.page(query, (code) => this.records.case.get(code));
  }

  behind(): { kind: 'case' | 'consult'; key: string }[] {
    return this.#behind.ascending().map((sorted) => {
      const [, kind, key = ''] = sorted.split(' ');
      return { kind: kind === 'case' ? 'case' : 'consult', key };
    });
  }

  #put<K extends Kind>(row: RecordRow<K>): void {
    this.records[row.kind].set(keyOfRecord(row), row.record);
  }

  /** Does one change to the records and brings what hangs on it up to date. */
  #change(kind: Kind, key: string, act: () => void): void {
    const caseBefore = this.records.case.get(key);
    const subjectBefore = this.#subject(key);
    const channelBefore = this.#channelOf(key);
    act();
    if (kind === 'case') this.#followCase(key, caseBefore);
    this.#followDelivery(key, subjectBefore);
    if (kind === 'link' && this.#channelOf(key) !== channelBefore) this.#followLink(key);
  }

  #followCase(code: string, before: Case | undefined): void {
    const after = this.records.case.get(code);
    this.#cases.change(before, after);
    this.figures.removeCase(code);
    if (after) this.figures.addCase(after);
  }

  #followDelivery(key: string, before: Subject | undefined): void {
    if (before) this.#behind.delete(ageKey(before));
    const subject = this.#subject(key);
    if (subject && this.#isBehind(subject, key)) this.#behind.add(ageKey(subject));
  }

  #isBehind(subject: Subject, key: string): boolean {
    const { region } = subject.kind === 'case' ? subject.case : subject.consult;
    return isBehind(subject, this.records.delivery.get(key), this.records.link.get(region));
  }

  /** Another channel: what must be seen there. Rare, so that it may look at all that is not done. */
  #followLink(region: string): void {
    const statuses = ['open', 'claimed'] as const;
    const cases = statuses.flatMap(
      (status) => this.page({ region, status, limit: Infinity }).cases,
    );
    for (const subject of cases)
      this.#followDelivery(subject.code, { kind: 'case', case: subject });
    for (const [key, consult] of this.records.consult) {
      if (consult.region === region) this.#followDelivery(key, { kind: 'consult', consult });
    }
  }

  #channelOf(region: string): string | undefined {
    return this.records.link.get(region)?.channel.conversationId;
  }

  /** Case codes and consult ids never coincide. */
  #subject(key: string): Subject | undefined {
    const found = this.records.case.get(key);
    if (found) return { kind: 'case', case: found };
    const consult = this.records.consult.get(key);
    return consult && { kind: 'consult', consult };
  }
}

/** Oldest first. */
function ageKey(subject: Subject): string {
  return subject.kind === 'case'
    ? `${subject.case.openedAt} case ${subject.case.code}`
    : `${subject.consult.at} consult ${subject.consult.id}`;
}

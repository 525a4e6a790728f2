import { ACTIVE_STATUSES, isShared } from '../case.js';
import type { Standing } from '../copy.js';
import { waitingSince, type Consult } from '../consult.js';
import { contributionsOf, isCounted } from '../counted.js';
import type { Imported } from '../imported.js';
import {
  isBehind,
  subjectAmong,
  tagOf,
  troubledSince,
  type Delivery,
  type Subject,
} from '../delivery.js';
import type { Draft } from '../draft.js';
import type { QuickCount } from '../quickCount.js';
import type { RegisterEntry } from '../register.js';
import type { Behind, CasePage, CaseQuery, Kind, Records } from '../repository.js';
import { CaseIndex } from './caseIndex.js';
import { CopyIndex } from './copyIndex.js';
import { deepFreeze } from './deepFreeze.js';
import { Figures } from './figures.js';
import { keyOfRecord, type RecordRow, type Row } from './rows.js';
import { SortedKeys } from './sortedKeys.js';
import { Waiting } from './waiting.js';

/** Everything that is looked up, kept up with each row. What it hands out is frozen, not copied. */
export class Views {
  readonly records: { readonly [K in Kind]: Map<string, Records[K]> } = {
    absence: new Map(),
    bulletin: new Map(),
    case: new Map(),
    consult: new Map(),
    copy: new Map(),
    delivery: new Map(),
    digest: new Map(),
    draft: new Map(),
    imported: new Map(),
    link: new Map(),
    profile: new Map(),
    'quick-count': new Map(),
    register: new Map(),
    run: new Map(),
    'steering-reports': new Map(),
  };
  /** When each repeat key expires. */
  readonly repeats = new Map<string, string>();
  readonly figures = new Figures();
  readonly #cases = new CaseIndex();
  readonly #behind = new SortedKeys();
  /** What is gone while its channel card may still stand. */
  readonly #leftovers = new Set<string>();
  readonly #copies = new CopyIndex(this.records.copy, (key) => this.#standingOf(key));
  readonly #openConsults = new Waiting<Consult>(waitingSince);
  readonly #troubled = new Waiting<Delivery>(troubledSince);
  /** How many drafts go by a code: two that began at the same moment may share one. */
  readonly #draftCodes = new Map<string, number>();

  apply(row: Row): void {
    if ('record' in row) {
      this.#change(row.kind, keyOfRecord(row), () => {
        this.#put(row);
      });
      return;
    }
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
        this.figures.addLoose(row.region, row.contribution, row.n);
        break;
      case 'month':
        break;
    }
  }

  read<K extends Kind>(kind: K, key: string): Records[K] | undefined {
    return deepFreeze(this.records[kind].get(key));
  }

  page(query: CaseQuery): CasePage {
    const { cases, ...rest } = this.#cases.page(query, (code) => this.records.case.get(code));
    return { cases: eachFrozen(cases), ...rest };
  }

  /** Whether a case or a draft goes by it. */
  isCodeTaken(code: string): boolean {
    return this.records.case.has(code) || this.#draftCodes.has(code);
  }

  behind(): Behind[] {
    const copies = this.#copies.toWipe().map((key) => ({ kind: 'copy', key }) as const);
    const left = [...this.#leftovers].map((key) => ({ kind: 'gone', key }) as const);
    const subjects = this.#behind.ascending().map((sorted) => {
      const [, kind, key = ''] = sorted.split(' ');
      return { kind: kind as Subject['kind'], key };
    });
    return [...copies, ...left, ...subjects];
  }

  quickCounts(of: { region: string; organisation: string }): QuickCount[] {
    const { region, organisation } = of;
    const found = [...this.records['quick-count'].values()]
      .filter((row) => row.region === region && row.organisation === organisation)
      .sort((one, other) => (one.month < other.month ? 1 : -1));
    return eachFrozen(found);
  }

  imported(region: string): Imported[] {
    return eachFrozen([...this.records.imported.values()].filter((row) => row.region === region));
  }

  register(region: string): RegisterEntry[] {
    const found = [...this.records.register.values()]
      .filter((entry) => entry.region === region)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    return eachFrozen(found);
  }

  openConsults(region: string): Consult[] {
    return eachFrozen(this.#openConsults.in(region));
  }

  troubled(region: string): Delivery[] {
    return eachFrozen(this.#troubled.in(region));
  }

  #put<K extends Kind>(row: RecordRow<K>): void {
    this.records[row.kind].set(keyOfRecord(row), row.record);
  }

  /** Does one change to the records and brings what hangs on it up to date. */
  #change(kind: Kind, key: string, act: () => void): void {
    const caseBefore = this.records.case.get(key);
    const subjectBefore = this.#subject(key);
    const channelBefore = this.#channelOf(key);
    const copyBefore = this.records.copy.get(key);
    const draftBefore = this.records.draft.get(key);
    act();
    if (kind === 'case') this.#cases.change(caseBefore, this.records.case.get(key));
    this.#countAnew(kind, key);
    if (kind === 'consult') this.#openConsults.follow(key, this.records.consult.get(key));
    if (kind === 'delivery') this.#troubled.follow(key, this.records.delivery.get(key));
    this.#followDelivery(key, subjectBefore);
    this.#followLeftovers(key);
    if (kind === 'draft') this.#followDraft(draftBefore, this.records.draft.get(key));
    if (kind === 'copy') this.#copies.change(key, copyBefore, this.records.copy.get(key));
    else this.#copies.follow(key);
    if (kind === 'link' && this.#channelOf(key) !== channelBefore) this.#followLink(key);
  }

  #countAnew(kind: Kind, key: string): void {
    if (!isCounted(kind)) return;
    this.figures.follow(`${kind} ${key}`, this.records[kind].get(key), (record) =>
      contributionsOf(kind, record),
    );
  }

  #followDelivery(key: string, before: Subject | undefined): void {
    if (before) this.#behind.delete(ageKey(before));
    const subject = this.#subject(key);
    if (subject && this.#isBehind(subject, key)) this.#behind.add(ageKey(subject));
  }

  #isBehind(subject: Subject, key: string): boolean {
    const { region } = tagOf(subject);
    return isBehind(subject, this.records.delivery.get(key), this.records.link.get(region));
  }

  #followLeftovers(key: string): void {
    if (this.records.delivery.has(key) && !this.#subject(key)) this.#leftovers.add(key);
    else this.#leftovers.delete(key);
  }

  #followDraft(before: Draft | undefined, after: Draft | undefined): void {
    if (before) this.#countDraft(before.code, -1);
    if (after) this.#countDraft(after.code, 1);
    for (const draft of [before, after]) if (draft) this.#copies.follow(draft.code);
  }

  #countDraft(code: string, more: 1 | -1): void {
    const drafts = (this.#draftCodes.get(code) ?? 0) + more;
    if (drafts > 0) this.#draftCodes.set(code, drafts);
    else this.#draftCodes.delete(code);
  }

  #standingOf(key: string): Standing {
    const subject = this.#subject(key);
    if (subject?.kind === 'case') return isShared(subject.case) ? 'there' : 'not-shared';
    return subject || this.#draftCodes.has(key) ? 'there' : 'gone';
  }

  /** Another channel: what must be seen there. Rare, so that it may look at all that is not done. */
  #followLink(region: string): void {
    const { cases } = this.page({ region, statuses: ACTIVE_STATUSES, limit: Infinity });
    for (const subject of cases)
      this.#followDelivery(subject.code, { kind: 'case', case: subject });
    for (const [key, consult] of this.records.consult) {
      if (consult.region === region) this.#followDelivery(key, { kind: 'consult', consult });
    }
  }

  #channelOf(region: string): string | undefined {
    return this.records.link.get(region)?.channel.conversationId;
  }

  #subject(key: string): Subject | undefined {
    return subjectAmong((kind) => this.records[kind].get(key));
  }
}

/** Oldest first. */
function ageKey(subject: Subject): string {
  const { since, key } = tagOf(subject);
  return `${since} ${subject.kind} ${key}`;
}

/** The list is the reader's own. */
function eachFrozen<T>(records: T[]): T[] {
  for (const record of records) deepFreeze(record);
  return records;
}

import type { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { absenceKey, absenceSchema, type Absence } from './absence.js';
import { bulletinSchema, type Bulletin } from './bulletin.js';
import { caseSchema, type Case, type EscalationStatus } from './case.js';
import { consultSchema, type Consult } from './consult.js';
import { copyKey, copySchema, type Copy } from './copy.js';
import type { Contribution, Counts } from './counting.js';
import { deliverySchema, type Delivery, type Subject } from './delivery.js';
import { draftSchema, type Draft } from './draft.js';
import { linkSchema, type Link } from './link.js';
import { personKey, type Person } from './person.js';
import { profileSchema, type Profile } from './profile.js';
import { runSchema, type Run } from './run.js';
import { quickCountKey, quickCountSchema, type QuickCount } from './quickCount.js';

/** Everything that is kept, by kind. Each record carries its `version`, counting from 1. */
export interface Records {
  absence: Absence;
  bulletin: Bulletin;
  case: Case;
  consult: Consult;
  copy: Copy;
  delivery: Delivery;
  draft: Draft;
  link: Link;
  profile: Profile;
  'quick-count': QuickCount;
  run: Run;
}
export type Kind = keyof Records;

/** Stored records are not trusted: an engine parses what it reads back. */
export const RECORD_SCHEMAS: { [K in Kind]: z.ZodType<Records[K]> } = {
  absence: absenceSchema,
  bulletin: bulletinSchema,
  case: caseSchema,
  consult: consultSchema,
  copy: copySchema,
  delivery: deliverySchema,
  draft: draftSchema,
  link: linkSchema,
  profile: profileSchema,
  'quick-count': quickCountSchema,
  run: runSchema,
};

/** A record's key within its kind. */
export const KEY_OF: { [K in Kind]: (record: Records[K]) => string } = {
  absence: absenceKey,
  bulletin: (record) => record.id,
  case: (record) => record.code,
  consult: (record) => record.id,
  copy: copyKey,
  delivery: (record) => record.subject,
  draft: (record) => personKey(record.person),
  link: (record) => record.region,
  profile: (record) => personKey(record.person),
  'quick-count': quickCountKey,
  run: (record) => record.key,
};

/**
 * One change to one record. A put carries the next version: 1 for a new record, otherwise the
 * stored version + 1. A removal names the version that is stored now. Anything else conflicts.
 */
export type Write = {
  [K in Kind]: { kind: K; put: Records[K] } | { kind: K; remove: { key: string; version: number } };
}[Kind];

/** Everything one turn changes: stored whole or not at all. */
export interface Change {
  writes: Write[];
  /**
   * Figures that hang on no record, such as "aangeboden, niet gewenst" and what is left of a case
   * that is erased.
   */
  counted?: { region: string; contribution: Contribution }[];
  /** Key of the click or message that asked for this; a second change with it conflicts. */
  repeat?: { key: string; expiresAt: string };
}

export type Committed =
  | { ok: true }
  /** Somebody else changed this record first. */
  | { ok: false; conflict: { kind: Kind; key: string } }
  /** This very click was carried out before. */
  | { ok: false; conflict: 'repeat' };

export interface CaseQuery {
  region: string;
  /** States of the current escalation, `none` for cases never escalated; absent: all. */
  statuses?: readonly (EscalationStatus | 'none')[];
  professional?: Person;
  holder?: Person;
  organisation?: string;
  /** Only those in which an answer is waited for to how it goes (`isAwaited`). */
  awaited?: true;
  /** Newest first; continue after this page's `next`. */
  after?: string;
  limit: number;
}

export interface CasePage {
  cases: Case[];
  /** Pass as `after` for the following page; absent on the last one. */
  next?: string;
}

export interface Behind {
  kind: Subject['kind'] | 'gone' | 'copy';
  key: string;
}

/** Thrown when nothing can be stored until the process has been restarted. */
export class ReadOnlyError extends Error {}

/** What the bot needs of a store. One contract suite runs on every engine. */
export interface Repository {
  read<K extends Kind>(kind: K, key: string): Promise<Records[K] | undefined>;
  /** Resolves after the change is durable. Throws ReadOnlyError when it cannot be made so. */
  commit(change: Change): Promise<Committed>;
  /** Whether a change with this repeat key was stored and not yet forgotten. */
  isRepeat(key: string): Promise<boolean>;
  cases(query: CaseQuery): Promise<CasePage>;
  /** The figures of a region as they are now, those of erased and uncased counts included. */
  counts(region: string): Promise<Counts>;
  /** The quick counts of one organisation, newest month first. */
  quickCounts(of: { region: string; organisation: string }): Promise<QuickCount[]>;
  /** The call-back requests of a region that nobody took, the oldest first. */
  openConsults(region: string): Promise<Consult[]>;
  /** What does not get through in a region, also of what is gone, the longest first. */
  troubled(region: string): Promise<Delivery[]>;
  /**
   * What delivery has to do. First the messages that may no longer be read (`whyWiped`), and what is
   * gone while its channel card may stand; then cases, call-back requests and bulletins that are not
   * yet shown completely, oldest first.
   */
  behind(): Promise<Behind[]>;
  /** Removes drafts, requests, bulletins, absences, runs and repeat keys past `expiresAt`; returns how many. */
  forgetExpired(now: DateTime): Promise<number>;
  /** Why nothing can be written; absent while all is well. */
  readOnlyBecause(): string | undefined;
  close(): Promise<void>;
}

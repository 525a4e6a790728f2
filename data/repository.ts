import type { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { absenceKey, absenceSchema, type Absence } from './absence.js';
import { bulletinSchema, type Bulletin } from './bulletin.js';
import { caseSchema, type Case, type EscalationStatus } from './case.js';
import { consultSchema, type Consult } from './consult.js';
import { copyKey, copySchema, type Copy } from './copy.js';
import type { Counts } from './counts.js';
import { deliverySchema, type Delivery, type Subject } from './delivery.js';
import { digestKey, digestSchema, type Digest } from './digest.js';
import { draftSchema, type Draft } from './draft.js';
import type { Remainder, Row, RowPrefix } from './figureRows.js';
import { importedKey, importedSchema, type Imported } from './imported.js';
import { linkSchema, type Link } from './link.js';
import type { Period } from './periods.js';
import { personKey, type Person } from './person.js';
import { profileSchema, type Profile } from './profile.js';
import { registerEntrySchema, type RegisterEntry } from './register.js';
import { runSchema, type Run } from './run.js';
import {
  steeringReportsKey,
  steeringReportsSchema,
  type SteeringReports,
} from './steeringReport/record.js';
import { quickCountKey, quickCountSchema, type QuickCount } from './quickCount.js';

/** Everything that is kept, by kind. Each record carries its `version`, counting from 1. */
export interface Records {
  absence: Absence;
  bulletin: Bulletin;
  case: Case;
  consult: Consult;
  copy: Copy;
  delivery: Delivery;
  digest: Digest;
  draft: Draft;
  imported: Imported;
  link: Link;
  profile: Profile;
  'quick-count': QuickCount;
  register: RegisterEntry;
  run: Run;
  'steering-reports': SteeringReports;
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
  digest: digestSchema,
  draft: draftSchema,
  imported: importedSchema,
  link: linkSchema,
  profile: profileSchema,
  'quick-count': quickCountSchema,
  register: registerEntrySchema,
  run: runSchema,
  'steering-reports': steeringReportsSchema,
};

export const kindSchema = z.literal(Object.keys(RECORD_SCHEMAS) as Kind[]);

/** A record's key within its kind. */
export const KEY_OF: { [K in Kind]: (record: Records[K]) => string } = {
  absence: absenceKey,
  bulletin: (record) => record.id,
  case: (record) => record.code,
  consult: (record) => record.id,
  copy: copyKey,
  delivery: (record) => record.subject,
  digest: digestKey,
  draft: (record) => personKey(record.person),
  imported: importedKey,
  link: (record) => record.region,
  profile: (record) => personKey(record.person),
  'quick-count': quickCountKey,
  register: (record) => record.id,
  run: (record) => record.key,
  'steering-reports': steeringReportsKey,
};

/** A record and its kind. */
export type Put = { [K in Kind]: { kind: K; put: Records[K] } }[Kind];

export function keyOfPut<K extends Kind>({ kind, put }: { kind: K; put: Records[K] }): string {
  return KEY_OF[kind](put);
}

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
  counted?: { region: string; contribution: Remainder }[];
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
  /** Only those opened before this instant. */
  openedBefore?: string;
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

/** What makes up a figure; what it is more than these was erased or never hung on a record. */
export interface Sources {
  /** Codes of cases, in alphabetical order. */
  codes: string[];
  /** How much of it comes from those cases. */
  cases: number;
  /** How much of it comes from quick counts. */
  quickCounts: number;
  /** How much of it comes from the programme register. */
  register: number;
  /** How much of it comes from past cases that were imported. */
  imported: number;
}

/** Thrown when nothing can be stored at this moment, and nothing was. */
export class ReadOnlyError extends Error {}
/** Thrown when the store does not answer; what was to be stored may have been. */
export class UnavailableError extends Error {}

/** What the bot needs of a store. One contract suite runs on every engine. */
export interface Repository {
  read<K extends Kind>(kind: K, key: string): Promise<Records[K] | undefined>;
  /** Resolves after the change is durable. Throws ReadOnlyError when it cannot be made so. */
  commit(change: Change): Promise<Committed>;
  /** Whether a case or a draft goes by this code. */
  isCodeTaken(code: string): Promise<boolean>;
  /** Whether a change with this repeat key was stored and not yet forgotten. */
  isRepeat(key: string): Promise<boolean>;
  cases(query: CaseQuery): Promise<CasePage>;
  /** The figures of a region in these periods, those of erased and uncased counts included. */
  counts(region: string, periods: readonly Period[]): Promise<Counts>;
  /** What a figure is made of, or all the rows that begin so. */
  sourcesOf(region: string, row: Row | RowPrefix, period: Period): Promise<Sources>;
  /** The quick counts of one organisation, newest month first. */
  quickCounts(of: { region: string; organisation: string }): Promise<QuickCount[]>;
  /** Every past case that was imported in a region, in no order; those that were erased included. */
  imported(region: string): Promise<Imported[]>;
  /** The programme register of a region, in the order of its entries' ids; the removed ones too. */
  register(region: string): Promise<RegisterEntry[]>;
  /** The call-back requests of a region that nobody took, the oldest first. */
  openConsults(region: string): Promise<Consult[]>;
  /** What does not get through in a region, also of what is gone, the longest first. */
  troubled(region: string): Promise<Delivery[]>;
  /**
   * What delivery has to do. First the messages that may no longer be read (`whyWiped`), and what is
   * gone while its channel card may stand; then cases, call-back requests, bulletins and digests that
   * are not yet shown completely, oldest first.
   */
  behind(): Promise<Behind[]>;
  /** Removes drafts, requests, bulletins, absences, runs and repeat keys past `expiresAt`; returns how many. */
  forgetExpired(now: DateTime): Promise<number>;
  /** Why nothing can be written now; absent while all is well, as far as is known. */
  readOnlyBecause(): string | undefined;
  close(): Promise<void>;
}

import type { ColumnType, Generated } from 'kysely';
import type { Standing } from '../copy.js';
import type { Behind, Kind } from '../repository.js';

/** Given as text, so that every character a person can type is kept; read back as an object. */
type Json = ColumnType<unknown, string, string>;

/** The tables of schema `nnz`. Those with a region policy show the regions of `nnz.regions` only. */
export interface Database {
  /** Which region a record is of, for whoever knows only its key, and until when it is kept. */
  places: { kind: Kind; key: string; region: string; expires_at: string | null };
  /** Region policy. */
  regional_records: {
    region: string;
    kind: Kind;
    key: string;
    version: number;
    record: Json;
    /** Since when it waits for somebody, if it does. */
    waits_since: string | null;
    organisation: string | null;
    /** What may not change: a case's moment of opening, the month a past case is filed under. */
    filed: string | null;
  };
  /** What is read before a region is known: drafts, profiles, copies, runs. */
  personal_records: {
    kind: Kind;
    key: string;
    version: number;
    record: Json;
    expires_at: string | null;
  };
  /** Region policy. What cases are listed by. */
  case_lists: {
    region: string;
    code: string;
    /** Their order: `placeOf`. */
    place: string;
    status: string;
    professional: string;
    holder: string | null;
    organisation: string;
    awaited: boolean;
  };
  /** Region policy. What each record adds to the figures now. */
  contributions: {
    region: string;
    kind: Kind;
    key: string;
    row: string;
    period: string;
    n: number;
  };
  /** Region policy. The figures: a number is the sum of all that was added to it. */
  tallies: { region: string; row: string; node: string; n: number };
  repeats: { key: string; expires_at: string };
  /** What delivery has to do. */
  behind: { kind: Behind['kind']; key: string; since: string };
  /** How what messages tell of stands: a subject, or the drafts that go by a code. */
  standings: { key: string; holder: string; standing: Exclude<Standing, 'gone'> };
  /** Which copies tell of what. */
  tellings: { told: string; copy: string };
  /** Regions that were copied here, and whether they are whole. */
  moves: { region: string; is_done: boolean };
  /** Who does what one instance does at a time. */
  duties: { name: string; holder: string; until: Generated<Date> };
  /** Who is in line for what: lowest first, as long as they are heard of. */
  tickets: {
    id: Generated<string>;
    queue: string;
    until: Generated<Date>;
    late: string[] | null;
  };
}

import type { Person } from './person.js';
import {
  lastChangeOf,
  registerContentSchema,
  removalOf,
  type RegisterContent,
  type RegisterEntry,
  type RegisterEvent,
} from './register.js';
import { contentFrom, type Entering, type RegisterRefusal } from './registerContent.js';
import { instantOf, type DateTime } from './weeks.js';

export type RegisterDecision =
  /** To be stored. */
  | { kind: 'stored'; entry: RegisterEntry }
  /** It says this already. */
  | { kind: 'unchanged'; entry: RegisterEntry }
  | { kind: 'refused'; refusal: RegisterRefusal };

/** A new entry under an id that was given out with its form. */
export function addEntry(id: string, entering: Entering, now: DateTime): RegisterDecision {
  const made = contentFrom(entering, now);
  if (!made.ok) return { kind: 'refused', refusal: made.refusal };
  const { region, by } = entering;
  const history = [{ kind: 'added', by, at: instantOf(now) } as const];
  return {
    kind: 'stored',
    entry: { id, region: region.id, version: 1, content: made.content, history },
  };
}

/** @param seen the version that was on screen */
export function correctEntry(
  stored: RegisterEntry,
  seen: number,
  entering: Entering,
  now: DateTime,
): RegisterDecision {
  const late = overtaken(stored, seen);
  if (late) return { kind: 'refused', refusal: late };
  const made = contentFrom(entering, now, stored);
  if (!made.ok) return { kind: 'refused', refusal: made.refusal };
  if (isSame(stored.content, made.content)) return { kind: 'unchanged', entry: stored };
  const { by } = entering;
  const before = stored.content;
  const event = { kind: 'corrected', by, at: instantOf(now), before } as const;
  return { kind: 'stored', entry: changed(stored, event, made.content) };
}

/** From now on it counts nowhere. */
export function removeEntry(
  stored: RegisterEntry,
  seen: number,
  by: Person,
  now: DateTime,
): RegisterDecision {
  const late = overtaken(stored, seen);
  if (late) return { kind: 'refused', refusal: late };
  return {
    kind: 'stored',
    entry: changed(stored, { kind: 'removed', by, at: instantOf(now) }, stored.content),
  };
}

/** Why somebody who saw this version can no longer change the entry. */
export function overtaken(stored: RegisterEntry, seen: number): RegisterRefusal | undefined {
  const removal = removalOf(stored);
  if (removal) return { kind: 'removed-meanwhile', by: removal };
  if (stored.version === seen) return undefined;
  return { kind: 'changed-meanwhile', by: lastChangeOf(stored) };
}

function changed(
  stored: RegisterEntry,
  event: RegisterEvent,
  content: RegisterContent,
): RegisterEntry {
  const { version, history } = stored;
  return { ...stored, version: version + 1, content, history: [...history, event] };
}

/** Parsed, so that their parts stand in one order. */
function isSame(one: RegisterContent, other: RegisterContent): boolean {
  const shape = (content: RegisterContent) => JSON.stringify(registerContentSchema.parse(content));
  return shape(one) === shape(other);
}

import { currentEscalation, isShared, type Case } from '../case.js';
import { placeOf } from '../casePage.js';
import { waitingSince } from '../consult.js';
import type { Standing } from '../copy.js';
import { troubledSince } from '../delivery.js';
import { digestKey } from '../digest.js';
import { isAwaited } from '../followUp.js';
import { personKey } from '../person.js';
import type { Kind, Put } from '../repository.js';

/** What is read before a region is known. */
export const PERSONAL = ['copy', 'draft', 'profile', 'run'] as const;
type Personal = (typeof PERSONAL)[number];
export type Regional = Exclude<Kind, Personal>;

export function isPersonal(kind: Kind): kind is Personal {
  return PERSONAL.some((one) => one === kind);
}

/** Until when it is kept by itself; nothing when something else decides. */
export function expiresAt({ put }: Put): string | undefined {
  return 'expiresAt' in put ? put.expiresAt : undefined;
}

/** What records are looked for by, besides their key. */
export function soughtBy(write: Put) {
  return {
    waits_since: waitsSince(write) ?? null,
    organisation: write.kind === 'quick-count' ? write.put.organisation : null,
  };
}

/** Since when it waits for somebody. */
function waitsSince(write: Put): string | undefined {
  if (write.kind === 'delivery') return troubledSince(write.put);
  return write.kind === 'consult' ? waitingSince(write.put) : undefined;
}

/** What never changes of a record, where there is such a thing. */
export function filedAs(write: Put): string | undefined {
  if (write.kind === 'case') return write.put.openedAt;
  return write.kind === 'imported' ? write.put.filedIn : undefined;
}

/** What a case is listed by. */
export function listed(subject: Case) {
  const state = currentEscalation(subject)?.state;
  return {
    region: subject.region,
    code: subject.code,
    place: placeOf(subject),
    status: state?.status ?? 'none',
    professional: personKey(subject.professional),
    holder: state?.status === 'claimed' ? personKey(state.holder) : null,
    organisation: subject.organisation,
    awaited: isAwaited(subject),
  };
}

/** How what messages tell of stands: by what key, and who says so. Nothing for any other kind. */
export function standingOf(
  write: Put,
): { key: string; standing: Exclude<Standing, 'gone'> } | undefined {
  if (write.kind === 'case') {
    return { key: write.put.code, standing: isShared(write.put) ? 'there' : 'not-shared' };
  }
  if (write.kind === 'draft') return { key: write.put.code, standing: 'there' };
  if (write.kind === 'digest') return { key: digestKey(write.put), standing: 'there' };
  const isOther = write.kind === 'consult' || write.kind === 'bulletin';
  return isOther ? { key: write.put.id, standing: 'there' } : undefined;
}

/** Who says how something stands: a subject is one, every draft that goes by a code is one. */
export const holderOf = ({ kind, key }: { kind: Kind; key: string }) => `${kind} ${key}`;

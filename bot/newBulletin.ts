import type { Bulletin } from '../data/bulletin.js';
import type { Write } from '../data/repository.js';
import { instantOf } from '../data/weeks.js';
import type { Deps } from './deps.js';

/** A message to one person about no single case, from now on to be told. */
export function newBulletin(
  { now, randomCode }: Pick<Deps, 'now' | 'randomCode'>,
  told: Pick<Bulletin, 'region' | 'to' | 'about' | 'expiresAt'>,
): Write {
  const put = { id: `BE-${randomCode(6)}`, version: 1, at: instantOf(now()), ...told };
  return { kind: 'bulletin', put };
}

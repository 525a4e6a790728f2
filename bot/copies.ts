import { hasCopy, withCopy, type Copies, type Copy } from '../data/copies.js';
import type { Deps } from './deps.js';

/** A message in somebody's own chat that tells of a case. */
export interface TellsOf {
  code: string;
  region: string;
  reader: Copy['reader'];
  /** In which it was written. */
  language: Copy['language'];
}

/** Notes where a case was told of, so that it can be wiped out there; the same message once. */
export async function rememberCopy(
  { repository }: Pick<Deps, 'repository'>,
  { code, region, reader, language }: TellsOf,
  message: Pick<Copy, 'chat' | 'activityId'>,
): Promise<void> {
  const copy: Copy = { ...message, reader, language };
  for (;;) {
    const known = await repository.read('copies', code);
    if (known && hasCopy(known, copy)) return;
    const first: Copies = { subject: code, region, version: 1, messages: [copy] };
    const put = known ? withCopy(known, copy) : first;
    const { ok } = await repository.commit({ writes: [{ kind: 'copies', put }] });
    if (ok) return;
  }
}

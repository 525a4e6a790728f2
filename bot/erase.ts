import type { Case } from '../data/case.js';
import { remains } from '../data/erase.js';
import { personKey } from '../data/person.js';
import type { Change, Write } from '../data/repository.js';
import type { Deps } from './deps.js';

/**
 * The change that erases a case: what stays are numbers. Unfinished work on it goes along; messages
 * that tell of it are wiped out by delivery, which finds them by what is left of the case.
 */
export async function erasing(
  { repository }: Pick<Deps, 'repository'>,
  subject: Case,
): Promise<Pick<Change, 'writes'> & Required<Pick<Change, 'counted'>>> {
  const drafts = [...ownersOf(subject)].map(async (key): Promise<Write[]> => {
    const draft = await repository.read('draft', key);
    if (draft?.subject !== subject.code) return [];
    return [{ kind: 'draft', remove: { key, version: draft.version } }];
  });
  return {
    writes: [
      { kind: 'case', remove: { key: subject.code, version: subject.version } },
      ...(await Promise.all(drafts)).flat(),
    ],
    counted: remains(subject).map((contribution) => ({ region: subject.region, contribution })),
  };
}

/** Whoever could have begun a further talk on it. */
function ownersOf({ professional, history }: Case): Set<string> {
  const former = history.flatMap((event) => (event.kind === 'taken-over' ? [event.from] : []));
  return new Set([professional, ...former].map(personKey));
}

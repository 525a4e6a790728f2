import type { CardContext } from '../cards/context.js';
import { wordsIn } from '../cards/words/words.js';
import type { Instances } from '../data/instances.js';
import type { Link } from '../data/link.js';
import type { Person } from '../data/person.js';
import type { Language, Region } from '../data/region.js';
import type { Repository } from '../data/repository.js';
import type { DateTime } from '../data/weeks.js';
import type { Calls } from './delivery/calls.js';
import type { Log } from './log.js';
import type { Messenger } from './messenger.js';
import type { Regions } from './regions.js';

/** Everything a handler can reach; built once in `startBot`. */
export interface Deps {
  repository: Repository;
  instances: Instances;
  regions: Regions;
  messenger: Messenger;
  isInTeam: (link: Link, person: Person, by: number) => Promise<boolean>;
  /** In whichever process it is done. */
  delivery: Calls;
  now: () => DateTime;
  /** Random signs of the case-code alphabet. */
  randomCode: (length: number) => string;
  log: Log;
  /** Where files are written in an anonymous run; Teams takes them otherwise. */
  exportsFolder: string | undefined;
  /** The one tenant that is served; absent in an anonymous run on loopback. */
  tenantId: string | undefined;
}

export function contextFor(
  deps: Pick<Deps, 'now'>,
  region: Region,
  language: Language,
): CardContext {
  return { language, words: wordsIn(language), region, now: deps.now() };
}

/**
 * A code that nothing goes by: until its end a draft does, in the records of what was shown and in
 * what its professional sees.
 */
export async function freeCaseCode(deps: Deps, region: Region): Promise<string> {
  const code = `${region.codePrefix}-${deps.randomCode(4)}`;
  const isTaken = await deps.repository.isCodeTaken(code);
  return isTaken ? freeCaseCode(deps, region) : code;
}

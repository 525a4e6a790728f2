import type { CardContext } from '../cards/context.js';
import type { Words } from '../cards/words/words.js';
import type { Person } from '../data/person.js';
import type { Profile } from '../data/profile.js';
import type { Language, Region } from '../data/region.js';
import type { Case } from '../data/case.js';
import type { TellsOf } from './copies.js';
import type { Incoming } from './incoming.js';
import { contextFor, type Deps } from './deps.js';
import type { Pace } from './notLongerThan.js';
import type { Roles } from './roles.js';

/** One message or click, with who it is from. */
export interface Turn<I extends Incoming = Incoming> extends Pace {
  incoming: I;
  sender: Person;
  profile: Profile;
  /** They had no chat with the bot before this turn. */
  isNew: boolean;
  roles: Roles;
  language: Language;
  words: Words;
}

export type Typed = Turn<Extract<Incoming, { kind: 'message' }>>;
export type Clicked = Turn<Extract<Incoming, { kind: 'click' }>>;

/** As whom somebody reads of a case. */
export type Reader = 'professional' | 'coordinator';

/** What a message in this person's chat tells of. */
export function tellsOf({ language }: Turn, { code, region }: Case, reader: Reader): TellsOf {
  return { tells: [code], region, language, needsSharing: reader === 'coordinator' };
}

/** For a card about a region that this reader is to see. */
export function readerContext(deps: Deps, turn: Turn, region: Region): CardContext {
  return contextFor(deps, region, turn.language);
}

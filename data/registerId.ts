import { CODE_ALPHABET } from './case.js';
import { fingerprint } from './fingerprint.js';
import { identityOf, type Entering } from './registerContent.js';

/**
 * The id of a new entry: the one `given` out with its form. Of what there may be one of, the id
 * follows from what it is: of two people who add the same at the same moment the second conflicts.
 */
export function newEntryId(given: string, { region, entries, input }: Entering): string {
  const identity = identityOf(input);
  if (identity === undefined) return given;
  const taken = new Set(entries.map(({ id }) => id));
  let id = given;
  let n = 0;
  // What was removed or got another name keeps its id.
  do {
    id = idOf(`${region.id} ${identity} ${n}`);
    n += 1;
  } while (taken.has(id));
  return id;
}

const SIGNS = 6;

function idOf(text: string): string {
  let rest = fingerprint(text);
  const signs = Array.from({ length: SIGNS }, () => {
    const sign = CODE_ALPHABET.charAt(rest % CODE_ALPHABET.length);
    rest = Math.floor(rest / CODE_ALPHABET.length);
    return sign;
  });
  return `RG-${signs.join('')}`;
}

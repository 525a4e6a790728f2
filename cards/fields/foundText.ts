import { fingerprintOf, mayIdentifyNobody, type Identifier } from '../../data/identifiers.js';
import type { Words } from '../words/words.js';

/** A part of what was typed; what was found stands out by weight, line, colour and brackets. */
interface Run {
  text: string;
  weight: 'bolder' | 'default';
  isFound: boolean;
}

/** Below a text field: what was found in it, and whether the person may say it identifies nobody. */
export interface FoundText {
  hint: string;
  runs: Run[];
  canConfirm: boolean;
  id: string;
  label: string;
  title: string;
  value: string;
  /** Says what was confirmed: when the text then holds something else, it is asked again. */
  valueOn: string;
}

export const confirmationOf = (id: string) => `${id}-confirmed`;

export const NOTHING_FOUND: FoundText = {
  hint: '',
  runs: [],
  canConfirm: false,
  id: '',
  label: '',
  title: '',
  value: '',
  valueOn: '',
};

/** Whether `confirmed` was sent about exactly these findings. */
export function isConfirmed(found: readonly Identifier[], confirmed: unknown): boolean {
  return mayIdentifyNobody(found) && confirmed === fingerprintOf(found);
}

export function foundText(
  { errors }: Words,
  field: { id: string; text: string; isRefused: boolean },
  found: readonly Identifier[],
): FoundText {
  if (found.length === 0) return NOTHING_FOUND;
  const { identifierHints } = errors;
  const canConfirm = mayIdentifyNobody(found);
  const valueOn = fingerprintOf(found);
  const refused = canConfirm ? identifierHints.mayConfirm : identifierHints.neverBsn;
  return {
    hint: field.isRefused ? refused : identifierHints.confirmed,
    runs: runsOf(field.text, found),
    canConfirm,
    id: confirmationOf(field.id),
    label: errors.recognisable,
    title: errors.identifiesNobody,
    value: field.isRefused ? 'false' : valueOn,
    valueOn,
  };
}

function runsOf(text: string, found: readonly Identifier[]): Run[] {
  const runs = found.flatMap(({ start, end }, index) => [
    plain(text.slice(found[index - 1]?.end ?? 0, start)),
    { text: `[${text.slice(start, end)}]`, weight: 'bolder' as const, isFound: true },
  ]);
  return [...runs, plain(text.slice(found.at(-1)?.end ?? 0))].filter((run) => run.text !== '');
}

const plain = (text: string): Run => ({ text, weight: 'default', isFound: false });

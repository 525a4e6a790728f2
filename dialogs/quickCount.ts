import type { CardContext } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import { countAnswers, countFields } from '../cards/countFields.js';
import type { Person } from '../data/person.js';
import { decideCount, type CountAnswers, type QuickCount } from '../data/quickCount.js';
import type { Organisation } from '../data/region.js';

export type CountRead =
  { kind: 'answered'; answers: CountAnswers } | ({ kind: 'again' } & FieldsRead);

export type CountTurn =
  /** Stands now; `changed` when it is still to be stored. */
  | { kind: 'counted'; count: QuickCount; changed: boolean }
  /** Shows what stands before it is replaced. */
  | ({ kind: 'replace'; count: QuickCount } & FieldsRead)
  | ({ kind: 'again' } & FieldsRead);

/** A filled-in count: what it says, or what is the matter at its fields. */
export function readCount(context: CardContext, inputs: Record<string, unknown>): CountRead {
  const form = readForm(countFields(context), inputs, (read) => tooMany(context, read));
  if (form.kind === 'again') return form;
  return { kind: 'answered', answers: countAnswers.parse(form.values) };
}

function tooMany({ words }: CardContext, { values }: FieldsRead): FieldsRead['errors'] {
  const { talks, realised } = values;
  const isTooMany = typeof talks === 'number' && typeof realised === 'number' && realised > talks;
  return isTooMany ? { realised: words.quickCount.moreThanTalks } : {};
}

export interface Counting {
  organisation: Organisation;
  by: Person;
  answers: CountAnswers;
  /** Version of the count that was on screen; 0 when none was. */
  seen: number;
}

/** What becomes of a count, given what stands for that month and municipality. */
export function replyToCount(
  { region, words, now }: CardContext,
  counting: Counting,
  stored: QuickCount | undefined,
): CountTurn {
  const { answers } = counting;
  const decision = decideCount(stored, { ...counting, region }, now);
  switch (decision.kind) {
    case 'counted':
      return { kind: 'counted', count: decision.count, changed: true };
    case 'unchanged':
      return { kind: 'counted', count: decision.count, changed: false };
    case 'exists':
      return { kind: 'replace', count: decision.count, values: { ...answers }, errors: {} };
    case 'nothing-yet':
      return {
        kind: 'again',
        values: { ...answers },
        errors: { talks: words.quickCount.nothingYet },
      };
  }
}

import type { Person } from '../../data/person.js';
import type { Words } from '../words/words.js';
import { choiceField } from './choiceFields.js';
import type { Field, FieldOptions } from './field.js';

/** A coordinator of the same region, who may have left the team of the coordinators. */
export interface Colleague {
  person: Person;
  hasLeft: boolean;
}

interface ColleagueOptions extends FieldOptions {
  titleOf?: (person: Person) => string;
}

/** One of the colleagues who are still there; somebody who left meanwhile is named. */
export function colleagueField(
  words: Words,
  label: string,
  colleagues: readonly Colleague[],
  { titleOf = ({ name }) => name, ...options }: ColleagueOptions = {},
): Field {
  const choices = present(colleagues).map(
    (person) => [person.aadObjectId, titleOf(person)] as const,
  );
  const field = choiceField(words, label, choices, options);
  return {
    ...field,
    read: (raw) => {
      const left = colleagues.find(({ person, hasLeft }) => hasLeft && person.aadObjectId === raw);
      return left ? { ok: false, error: words.handOver.left(left.person.name) } : field.read(raw);
    },
  };
}

export function present(colleagues: readonly Colleague[]): Person[] {
  return colleagues.filter(({ hasLeft }) => !hasLeft).map(({ person }) => person);
}

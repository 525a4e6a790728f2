import { z } from 'zod/v4';
import type { Words } from '../words/words.js';
import { emptyView, isBlank, readAs, type Field, type FieldOptions } from './field.js';

type Choices = readonly (readonly [value: string, title: string])[];

/** Made once: a schema of the choices themselves would be made anew for every card. */
const text = z.string();

function isAmong(choices: Choices, value: unknown): value is string {
  return choices.some(([id]) => id === value);
}

/**
 * One of a few answers. More than six are shown as a list to search in. Where there is only one, and
 * it has to be given, it is said instead of asked: nobody clicks a choice without another.
 */
export function choiceField(
  words: Words,
  label: string,
  choices: Choices,
  options: FieldOptions = {},
): Field {
  const [first, ...others] = choices;
  const only = options.required && others.length === 0 ? first : undefined;
  const read = readAs(text, words.errors.invalid, (value) =>
    isAmong(choices, value) ? undefined : words.errors.invalid,
  );
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => (only && isBlank(raw) ? { ok: true, value: only[0] } : read(raw)),
    show: (id, value) => ({
      ...emptyView('choice', words, label, options),
      ...(only && { kind: 'only', label }),
      id,
      style: choices.length > 6 ? 'filtered' : options.compact ? 'compact' : 'expanded',
      placeholder: words.choose,
      value: only ? only[1] : isAmong(choices, value) ? value : '',
      choices: listed(choices),
    }),
  };
}

/** Any number of answers; none is an answer too. */
export function choicesField(
  words: Words,
  label: string,
  choices: Choices,
  options: FieldOptions = {},
): Field {
  const areChoices = (values: unknown): values is string[] =>
    Array.isArray(values) && values.every((value) => isAmong(choices, value));
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => {
      const parts = typeof raw === 'string' ? raw.split(',').filter((part) => part !== '') : raw;
      const given = parts ?? [];
      return areChoices(given)
        ? { ok: true, value: [...new Set(given)] }
        : { ok: false, error: words.errors.invalid };
    },
    show: (id, value) => ({
      ...emptyView('choices', words, label, options),
      id,
      value: areChoices(value) ? value.join(',') : '',
      choices: listed(choices),
    }),
  };
}

const listed = (choices: Choices) => choices.map(([value, title]) => ({ value, title }));

export function yesNoField(words: Words, label: string, options: FieldOptions = {}): Field {
  const choices = [
    ['yes', words.yes],
    ['no', words.no],
  ] as const;
  const field = choiceField(words, label, choices, options);
  return {
    ...field,
    read: (raw) => {
      const reading = field.read(raw);
      if (!reading.ok || reading.value === undefined) return reading;
      return { ok: true, value: reading.value === 'yes' };
    },
    show: (id, value) => field.show(id, typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''),
  };
}

const toggled = z.enum(['true', 'false']).transform((value) => value === 'true');

export function toggleField(
  words: Words,
  label: string,
  options: FieldOptions & { title: string },
): Field {
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: readAs(toggled, words.errors.invalid),
    show: (id, value) => ({
      ...emptyView('toggle', words, label, options),
      id,
      placeholder: options.title,
      value: value === true ? 'true' : 'false',
    }),
  };
}

import type { DateTime } from '../data/weeks.js';
import { z } from 'zod/v4';
import { findIdentifiers, type IdentifierKind } from '../data/identifiers.js';
import { day, monthOrDay } from '../data/case.js';
import { dayOf } from '../data/weeks.js';
import {
  confirmationOf,
  foundText,
  isConfirmed,
  NOTHING_FOUND,
  type FoundText,
} from './foundText.js';
import type { Words } from './words/words.js';

/**
 * One input as the form template places it: finished strings only. Nothing is marked as required to
 * the client: its check would also block "Terug" and "Later verdergaan", and what was typed would be
 * lost. The label says it, the server checks it.
 */
export interface FieldView {
  kind: 'choice' | 'choices' | 'date' | 'text' | 'toggle';
  id: string;
  section: string;
  hint: string;
  label: string;
  style: 'expanded' | 'compact' | 'filtered';
  value: string;
  placeholder: string;
  choices: { title: string; value: string }[];
  multiline: boolean;
  maxLength: number;
  error: string;
  found: FoundText;
}

export type Reading = { ok: true; value: unknown } | { ok: false; error: string };

/**
 * One question: how an answer is read back and how it is shown. The value shown is a read answer or,
 * beside an error, what the client sent: both are `unknown` here and typed by the flow's own schema.
 */
export interface Field {
  required: boolean;
  /** What is said when it had to be answered and was not. */
  missing: string;
  /** `confirmed` is what was sent about the findings in a text; other fields have none. */
  read: (raw: unknown, confirmed?: unknown) => Reading;
  /** A value that was not refused was accepted, with the findings the person confirmed. */
  show: (id: string, value: unknown, isRefused?: boolean) => FieldView;
}
/** The questions of a form by input id, in the order they are shown. */
export type Fields = Record<string, Field>;

export interface FieldsRead {
  values: Record<string, unknown>;
  errors: Record<string, string>;
}

/** Reads a reply field by field: what is valid is kept, what is not is named. */
export function readFields(fields: Fields, inputs: Record<string, unknown>): FieldsRead {
  const values: FieldsRead['values'] = {};
  const errors: FieldsRead['errors'] = {};
  for (const [id, field] of Object.entries(fields)) {
    const reading = field.read(inputs[id], inputs[confirmationOf(id)]);
    if (reading.ok) values[id] = reading.value;
    else errors[id] = reading.error;
  }
  return { values, errors };
}

/** Errors of the required questions that have no answer yet; `also` names those needed this time. */
export function missingAnswers(
  fields: Fields,
  { values }: FieldsRead,
  also: readonly string[] = [],
): FieldsRead['errors'] {
  const unanswered = Object.entries(fields).filter(
    ([id, { required }]) => (required || also.includes(id)) && isBlank(values[id]),
  );
  return Object.fromEntries(unanswered.map(([id, { missing }]) => [id, missing]));
}

/** What may stand in a message: of a refused answer only its error, never the text itself. */
export function withoutRefused({ values, errors }: FieldsRead): FieldsRead {
  const kept = Object.entries(values).filter(([id]) => errors[id] === undefined);
  return { values: Object.fromEntries(kept), errors };
}

export function showFields(fields: Fields, { values, errors }: FieldsRead): FieldView[] {
  return Object.entries(fields).map(([id, field]) => ({
    ...field.show(id, values[id], errors[id] !== undefined),
    error: errors[id] ?? '',
  }));
}

export interface FieldOptions {
  section?: string;
  hint?: string;
  required?: boolean;
  /** A list to open, for a question few people answer. */
  compact?: boolean;
}

function emptyView(kind: FieldView['kind'], words: Words, label: string, options: FieldOptions) {
  const { required = false, section = '', hint = '' } = options;
  return {
    kind,
    section,
    hint,
    label: required ? `${label} ${words.required}` : label,
    style: 'compact' as const,
    placeholder: '',
    choices: [],
    multiline: false,
    maxLength: 0,
    error: '',
    found: NOTHING_FOUND,
  };
}

type Choices = readonly (readonly [value: string, title: string])[];

/** What was typed, back in its input; a client that ignores the length is cut off. */
const typed = (value: unknown, maxLength: number) =>
  typeof value === 'string' ? value.slice(0, maxLength) : '';

const NO_ANSWER: Reading = { ok: true, value: undefined };

const isBlank = (raw: unknown) =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

/** One of a few answers. More than six are shown as a list to search in. */
export function choiceField(
  words: Words,
  label: string,
  choices: Choices,
  options: FieldOptions = {},
): Field {
  const schema = z.enum(choices.map(([value]) => value));
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = schema.safeParse(raw);
      return parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, error: words.errors.invalid };
    },
    show: (id, value) => ({
      ...emptyView('choice', words, label, options),
      id,
      style: choices.length > 6 ? 'filtered' : options.compact ? 'compact' : 'expanded',
      placeholder: words.choose,
      value: schema.safeParse(value).data ?? '',
      choices: choices.map(([choice, title]) => ({ value: choice, title })),
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
  const schema = z.array(z.enum(choices.map(([value]) => value)));
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => {
      const parts = typeof raw === 'string' ? raw.split(',').filter((part) => part !== '') : raw;
      const parsed = schema.safeParse(parts ?? []);
      return parsed.success
        ? { ok: true, value: [...new Set(parsed.data)] }
        : { ok: false, error: words.errors.invalid };
    },
    show: (id, value) => ({
      ...emptyView('choices', words, label, options),
      id,
      value: (schema.safeParse(value).data ?? []).join(','),
      choices: choices.map(([choice, title]) => ({ value: choice, title })),
    }),
  };
}

export function yesNoField(words: Words, label: string, options: FieldOptions = {}): Field {
  const choices = [
    ['yes', words.yes],
    ['no', words.no],
  ] as const;
  const field = choiceField(words, label, choices, options);
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => {
      const reading = field.read(raw);
      if (!reading.ok || reading.value === undefined) return reading;
      return { ok: true, value: reading.value === 'yes' };
    },
    show: (id, value) => field.show(id, typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''),
  };
}

export function toggleField(
  words: Words,
  label: string,
  options: FieldOptions & { title: string },
): Field {
  return {
    required: options.required ?? false,
    missing: words.errors.required,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      if (raw === 'true' || raw === 'false') return { ok: true, value: raw === 'true' };
      return { ok: false, error: words.errors.invalid };
    },
    show: (id, value) => ({
      ...emptyView('toggle', words, label, options),
      id,
      placeholder: options.title,
      value: value === true ? 'true' : 'false',
    }),
  };
}

/** A calendar date, today at the latest and not more than a year ago. */
export function pastDateField(
  words: Words,
  label: string,
  now: DateTime,
  options: FieldOptions = {},
): Field {
  const today = dayOf(now);
  const yearAgo = dayOf(now.minus({ years: 1 }));
  return {
    required: options.required ?? false,
    missing: words.errors.date,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = day.safeParse(raw);
      if (!parsed.success) return { ok: false, error: words.errors.date };
      if (parsed.data > today) return { ok: false, error: words.errors.futureDate };
      if (parsed.data < yearAgo) return { ok: false, error: words.errors.tooOld };
      return { ok: true, value: parsed.data };
    },
    show: (id, value) => ({
      ...emptyView('date', words, label, options),
      id,
      value: day.safeParse(value).data ?? '',
    }),
  };
}

/**
 * A month, or a day when it is known, stored as `YYYY-MM` or `YYYY-MM-DD`; not in the future, and not before the month `since`
 * in which the programme started.
 */
export function pastMonthField(
  words: Words,
  label: string,
  now: DateTime,
  since: string,
  placeholder: string,
): Field {
  const today = dayOf(now);
  return {
    required: false,
    missing: words.errors.monthOrDay,
    read: (raw) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = monthOrDay.safeParse(typeof raw === 'string' ? asStored(raw) : raw);
      if (!parsed.success) return { ok: false, error: words.errors.monthOrDay };
      if (parsed.data > today.slice(0, parsed.data.length)) {
        return { ok: false, error: words.errors.futureDate };
      }
      if (parsed.data.slice(0, since.length) < since) {
        return { ok: false, error: words.errors.beforeStart(asWritten(since)) };
      }
      return { ok: true, value: parsed.data };
    },
    show: (id, value) => ({
      ...emptyView('text', words, label, {}),
      id,
      placeholder,
      maxLength: 10,
      value: asWritten(typed(value, 10)),
    }),
  };
}

/** `11-2026` and `16-11-2026`, as people write it, to `2026-11` and `2026-11-16`. */
function asStored(written: string): string {
  const parts = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(written.trim());
  if (!parts) return written.trim();
  const [, date, month, year] = parts;
  return [year, month, date]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** The other way round; what is no month or day stays as it was typed. */
function asWritten(stored: string): string {
  return monthOrDay.safeParse(stored).success ? stored.split('-').reverse().join('-') : stored;
}

export interface TextOptions extends FieldOptions {
  maxLength: number;
  multiline?: boolean;
  /** Kinds of identifiers that may stand here, such as the professional's own number. */
  allow?: readonly IdentifierKind[];
}

/**
 * Free text; what may make a person recognisable is refused before anything is stored, unless the
 * person has seen it marked and confirms that it identifies nobody.
 */
export function textField(words: Words, label: string, options: TextOptions): Field {
  const { maxLength, multiline = false, allow = [] } = options;
  const findIn = (text: string) =>
    findIdentifiers(text).filter(({ kind }) => !allow.includes(kind));
  return {
    required: options.required ?? false,
    missing: words.errors.requiredText,
    read: (raw, confirmed) => {
      if (isBlank(raw)) return NO_ANSWER;
      const parsed = z.string().trim().safeParse(raw);
      if (!parsed.success) return { ok: false, error: words.errors.invalid };
      if (parsed.data.length > maxLength)
        return { ok: false, error: words.errors.tooLong(maxLength) };
      const found = findIn(parsed.data);
      if (found.length === 0 || isConfirmed(found, confirmed)) {
        return { ok: true, value: parsed.data };
      }
      const kinds = [...new Set(found.map(({ kind }) => words.errors.identifiers[kind]))];
      return { ok: false, error: words.errors.identifier(kinds.join(', ')) };
    },
    show: (id, value, isRefused = true) => {
      const text = typeof value === 'string' ? value.trim() : '';
      const found = text.length > maxLength ? [] : findIn(text);
      return {
        ...emptyView('text', words, label, options),
        id,
        multiline,
        maxLength,
        value: typed(value, maxLength),
        found: foundText(words, { id, text, isRefused }, found),
      };
    },
  };
}

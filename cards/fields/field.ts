import type { z } from 'zod/v4';
import { confirmationOf, NOTHING_FOUND, type FoundText } from './foundText.js';
import type { Words } from '../words/words.js';

/**
 * One input as the form template places it: finished strings only. Nothing is marked as required to
 * the client: its check would also block "Terug" and "Later verdergaan", and what was typed would be
 * lost. The label says it, the server checks it.
 */
export interface FieldView {
  kind: 'choice' | 'choices' | 'date' | 'text' | 'toggle' | 'only';
  id: string;
  section: string;
  /** Between the title of the section and the question. */
  intro: string;
  /** Names the input: a screen reader tells all of it before anything is typed. */
  label: string;
  /** Right below the input. */
  below: string;
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

export type FormRead =
  { kind: 'answered'; values: FieldsRead['values'] } | ({ kind: 'again' } & FieldsRead);

/**
 * A form as a whole: every question that needs an answer has a valid one, or what was sent comes back
 * with what is the matter. `check` finds what no question sees by itself.
 */
export function readForm(
  fields: Fields,
  inputs: Record<string, unknown>,
  check: (read: FieldsRead) => FieldsRead['errors'] = () => ({}),
): FormRead {
  const read = readFields(fields, inputs);
  const errors = { ...missingAnswers(fields, read), ...check(read), ...read.errors };
  if (Object.keys(errors).length === 0) return { kind: 'answered', values: read.values };
  return { kind: 'again', values: { ...inputs, ...read.values }, errors };
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
  intro?: string;
  /** Has to be known before answering, so it ends the label. */
  hint?: string;
  below?: string;
  required?: boolean;
  /** A list to open, for a question few people answer. */
  compact?: boolean;
}

export function emptyView(
  kind: FieldView['kind'],
  words: Words,
  label: string,
  options: FieldOptions,
) {
  const { required = false, section = '', intro = '', hint = '', below = '' } = options;
  const asked = required ? `${label} ${words.required}` : label;
  return {
    kind,
    section,
    intro,
    label: hint === '' ? asked : `${asked}${label.endsWith('?') ? '' : '.'} ${hint}`,
    below,
    style: 'compact' as const,
    placeholder: '',
    choices: [],
    multiline: false,
    maxLength: 0,
    error: '',
    found: NOTHING_FOUND,
  };
}

/** What was typed, back in its input; a client that ignores the length is cut off. */
export const typed = (value: unknown, maxLength: number) =>
  typeof value === 'string' ? value.slice(0, maxLength) : '';

export const NO_ANSWER: Reading = { ok: true, value: undefined };

export const isBlank = (raw: unknown) =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

/** Reads an answer as its schema says, or says `error`; `check` tells what else is the matter. */
export function readAs<T>(
  schema: z.ZodType<T>,
  error: string,
  check: (value: T) => string | undefined = () => undefined,
): (raw: unknown) => Reading {
  return (raw) => {
    if (isBlank(raw)) return NO_ANSWER;
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return { ok: false, error };
    const problem = check(parsed.data);
    return problem === undefined ? { ok: true, value: parsed.data } : { ok: false, error: problem };
  };
}

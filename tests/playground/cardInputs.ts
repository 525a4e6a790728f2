import { z } from 'zod/v4';
import type { CardNode } from './cardTree.js';

export type InputReply = string | number | boolean | readonly string[];
export type InputReplies = Readonly<Record<string, InputReply>>;

const inputSchema = z.looseObject({
  type: z.string(),
  id: z.string(),
  label: z.string().optional(),
  value: z.union([z.string(), z.number().transform(String)]).default(''),
  isRequired: z.boolean().default(false),
  isMultiSelect: z.boolean().default(false),
  choices: z.array(z.looseObject({ title: z.string(), value: z.string() })).optional(),
  valueOn: z.string().default('true'),
  valueOff: z.string().default('false'),
});
type Input = z.infer<typeof inputSchema>;

/**
 * What the inputs of a card send along with a button, by input id: always strings, and an empty
 * input sends nothing, as seen in the Playground's page. Throws where the form would not let go.
 */
export function inputValues(
  nodes: readonly CardNode[],
  replies: InputReplies,
): Record<string, string> {
  const inputs = nodes.map((node) => inputSchema.parse(node));
  const stranger = Object.keys(replies).find((id) => !inputs.some((input) => input.id === id));
  if (stranger !== undefined) {
    const known = inputs.map(({ id }) => id).join(', ') || 'none';
    throw new Error(`The card has no input ${JSON.stringify(stranger)}; its inputs are: ${known}`);
  }
  const values = inputs.map((input) => [input.id, valueOf(input, replies[input.id])] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

function valueOf(input: Input, reply: InputReply | undefined): string {
  const value = checked(input, reply === undefined ? defaultOf(input) : asSent(input, reply));
  const isEmpty = value === '' || (input.type === 'Input.Toggle' && value !== input.valueOn);
  if (input.isRequired && isEmpty)
    throw new Error(`Input ${input.id} (${input.label ?? 'no label'}) is required and empty`);
  return value;
}

/** An untouched toggle without `value` sends "false", whatever its valueOff: seen in the page. */
function defaultOf(input: Input): string {
  return input.type === 'Input.Toggle' && input.value === '' ? 'false' : input.value;
}

function asSent(input: Input, reply: InputReply): string {
  if (typeof reply === 'boolean') return reply ? input.valueOn : input.valueOff;
  return typeof reply === 'object' ? reply.join(',') : String(reply);
}

const shapes: Record<string, RegExp> = {
  'Input.Date': /^(\d{4}-\d{2}-\d{2})?$/,
  'Input.Time': /^(\d{2}:\d{2})?$/,
  'Input.Number': /^(-?\d+(\.\d+)?)?$/,
};

function checked(input: Input, value: string): string {
  const shape = shapes[input.type];
  if (shape?.test(value) === false)
    throw new Error(`${input.type} ${input.id} cannot hold ${JSON.stringify(value)}`);
  const chosen = input.isMultiSelect ? value.split(',') : [value];
  const strange = chosen.find((one) => one !== '' && isNoChoice(input, one));
  if (strange !== undefined) {
    const known = input.choices?.map((choice) => choice.value).join(', ') ?? '';
    throw new Error(`Input ${input.id} offers no ${JSON.stringify(strange)}, only: ${known}`);
  }
  return value;
}

function isNoChoice({ type, choices }: Input, value: string): boolean {
  if (type !== 'Input.ChoiceSet' || choices === undefined) return false;
  return !choices.some((choice) => choice.value === value);
}

import { z } from 'zod/v4';
import type { Card } from './connectorTraffic.js';
import { inputValues, type InputReplies } from './cardInputs.js';
import { nodesOf, shownCardOf, type CardNode } from './cardTree.js';

const executeSchema = z.looseObject({
  type: z.literal('Action.Execute'),
  id: z.string().optional(),
  title: z.string().optional(),
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  isEnabled: z.boolean().default(true),
  associatedInputs: z.string().default('auto'),
});
type ExecuteAction = z.infer<typeof executeSchema>;

export interface ButtonChoice {
  readonly title?: string;
  readonly verb?: string;
  /** Tells buttons with one title apart by their data. */
  readonly where?: (data: Record<string, unknown>) => boolean;
  readonly inputs?: InputReplies;
}

/** `value.action` of an adaptiveCard/action invoke. */
export interface PressedAction {
  readonly type: 'Action.Execute';
  readonly id: string | undefined;
  readonly verb: string | undefined;
  readonly title: string | undefined;
  readonly data: Record<string, unknown>;
}

interface Button {
  readonly action: ExecuteAction;
  /** The inputs it sends: those of its own card and of the cards around that. */
  readonly inputs: readonly CardNode[];
}

/** Throws when the button is absent, ambiguous or disabled, or when a reply does not fit its input. */
export function press(card: Card, choice: ButtonChoice): PressedAction {
  const { action, inputs } = findButton(card, choice);
  const { id, verb, title, data } = action;
  const replies = choice.inputs ?? {};
  const values = action.associatedInputs === 'none' ? {} : inputValues(inputs, replies);
  return { type: 'Action.Execute', id, verb, title, data: { ...data, ...values } };
}

function findButton(card: Card, choice: ButtonChoice): Button {
  const buttons = [...buttonsOf(card, [])];
  const fitting = buttons.filter(({ action }) => fits(action, choice));
  const wanted = `button ${JSON.stringify(choice.title ?? choice.verb ?? 'of any name')}`;
  const there = buttons.map(({ action }) => describe(action)).join(', ') || 'none';
  const [button] = fitting;
  if (button === undefined) throw new Error(`The card has no ${wanted}; its buttons are: ${there}`);
  if (fitting.length > 1)
    throw new Error(`The card has ${fitting.length} times ${wanted}; add verb or where: ${there}`);
  if (!button.action.isEnabled) throw new Error(`The ${wanted} is not enabled`);
  return button;
}

function* buttonsOf(card: CardNode, outerInputs: readonly CardNode[]): Generator<Button> {
  const nodes = [...nodesOf(card)];
  const inputs = [...outerInputs, ...nodes.filter(isInput)];
  for (const node of nodes) {
    const action = executeSchema.safeParse(node);
    if (action.success) yield { action: action.data, inputs };
    const shown = shownCardOf(node);
    if (shown !== undefined) yield* buttonsOf(shown, inputs);
  }
}

function isInput(node: CardNode): boolean {
  return typeof node.type === 'string' && node.type.startsWith('Input.');
}

function fits({ title, verb, data }: ExecuteAction, choice: ButtonChoice): boolean {
  return (
    (choice.title === undefined || choice.title === title) &&
    (choice.verb === undefined || choice.verb === verb) &&
    (choice.where === undefined || choice.where(data))
  );
}

function describe({ title, verb, isEnabled }: ExecuteAction): string {
  return `[${title ?? ''}]${verb === undefined ? '' : ` (${verb})`}${isEnabled ? '' : ' disabled'}`;
}

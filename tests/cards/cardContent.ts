import { isNode, nodesIn, nodesOf, type CardNode } from '../playground/cardTree.js';

export function elementsOf(card: CardNode, type: string): CardNode[] {
  return [...nodesOf(card)].filter((node) => node.type === type);
}

export function inputsOf(card: CardNode): CardNode[] {
  return [...nodesOf(card)].filter(({ type }) => String(type).startsWith('Input.'));
}

export function buttonsOf(card: CardNode): CardNode[] {
  return elementsOf(card, 'Action.Execute');
}

/** Every text where Markdown and date codes come alive, and the titles of buttons and choices. */
export function livelyTexts(card: CardNode): string[] {
  const live = ['text', 'title', 'label', 'placeholder', 'altText', 'errorMessage'];
  return [...nodesOf(card)]
    .filter(({ type }) => type !== 'TextRun')
    .flatMap((node) => [...live.map((key) => node[key]), ...(isFact(node) ? [node.value] : [])])
    .filter((text) => typeof text === 'string');
}

/** A fact of a FactSet or a choice: no type of its own; a choice's value is an id. */
const isFact = (node: CardNode) => node.type === undefined && 'value' in node && 'title' in node;

/** Every text that is shown as it stands. */
export function literalTexts(card: CardNode): string[] {
  return elementsOf(card, 'TextRun').map(({ text }) => String(text));
}

/** Every string a person can read or a client can send back. */
export function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(everyText);
  return isNode(value) ? Object.values(value).flatMap(everyText) : [];
}

/** All the text below an element, for "has words of its own". */
export function textBelow(node: CardNode): string {
  return nodesIn(node.items)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .join(' ')
    .trim();
}

/** The card as it is before anything on it was opened. */
export function folded(node: CardNode): CardNode {
  return mapNodes(node, (nodes) => nodes.filter((one) => !isNode(one) || one.isVisible !== false));
}

/** The card once everything on it was opened. */
export function opened(node: CardNode): CardNode {
  return mapNodes(node, (nodes) =>
    nodes.map((one) => (isNode(one) ? { ...one, isVisible: true } : one)),
  );
}

function mapNodes(node: CardNode, change: (nodes: unknown[]) => unknown[]): CardNode {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return change(value).map(changed);
    return isNode(value) ? mapNodes(value, change) : value;
  };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, changed(value)]));
}

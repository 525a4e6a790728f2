/** An object somewhere in a card: an element, an action, a fact, a choice. */
export type CardNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is CardNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nodesIn(value: unknown): CardNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Alternatives nobody sees, and data that only looks like card content. */
const notContent = new Set([
  'fallback',
  'data',
  'refresh',
  'authentication',
  'msteams',
  'metadata',
]);

/** All objects below `node`, in reading order; a ShowCard's card is a card of its own and stays out. */
export function* nodesOf(node: CardNode): Generator<CardNode> {
  for (const [key, value] of Object.entries(node)) {
    if (notContent.has(key) || (key === 'card' && node.type === 'Action.ShowCard')) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (Array.isArray(child)) yield* nodesOf({ items: child });
      if (!isNode(child)) continue;
      yield child;
      yield* nodesOf(child);
    }
  }
}

export function shownCardOf(node: CardNode): CardNode | undefined {
  return node.type === 'Action.ShowCard' && isNode(node.card) ? node.card : undefined;
}

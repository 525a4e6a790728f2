import type { Page } from 'playwright-core';
import { z } from 'zod/v4';

const NOTHING = { value: '' };
const textSchema = z.object({ value: z.string().catch('') }).default(NOTHING);
const nodeSchema = z.object({
  nodeId: z.string(),
  parentId: z.string().optional(),
  ignored: z.boolean(),
  role: textSchema,
  name: textSchema,
});
const treeSchema = z.object({ nodes: z.array(nodeSchema) });
type Node = z.infer<typeof nodeSchema>;

/** One thing as Chromium tells it to a screen reader, and the card it is on. */
export interface Told {
  card: string;
  role: string;
  name: string;
}

/** Everything in the page's regions that a screen reader is told, in reading order. */
export async function readAccessibilityTree(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = treeSchema.parse(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      card: cardOf(node, known),
      role: node.role.value,
      name: node.name.value.trim(),
    }))
    .filter(({ card }) => card !== '');
}

/** The region around a node; empty outside every card. */
function cardOf(node: Node, known: ReadonlyMap<string, Node>): string {
  if (node.role.value === 'region') return node.name.value;
  const parent = node.parentId === undefined ? undefined : known.get(node.parentId);
  return parent === undefined ? '' : cardOf(parent, known);
}

import { actionLines, inputLines } from './cardControlsText.js';
import { isNode, nodesIn, type CardNode } from './cardTree.js';
import { grid, hang, indent, wrap } from './textLayout.js';

type Render = (node: CardNode, width: number) => string[];

/** A card as somebody at a terminal can read it. `[x]` is chosen, `[Button]*` is the primary one. */
export function cardText(card: CardNode, width = 78): string {
  const lines = [...renderAll(card.body, width), ...renderActions(card.actions, width)];
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const renderers: Record<string, Render> = {
  TextBlock: renderTextBlock,
  RichTextBlock: (node, width) => wrap(richText(node), width),
  FactSet: renderFactSet,
  Table: renderTable,
  ColumnSet: (node, width) => {
    const cells = nodesIn(node.columns).map((column) => cellOf(column));
    return grid([cells], width).flat();
  },
  Container: renderContainer,
  Column: renderContainer,
  TableCell: renderContainer,
  CarouselPage: renderContainer,
  Carousel: (node, width) => renderAll(node.pages, width),
  ActionSet: (node, width) => renderActions(node.actions, width),
  Image: (node) => (word(node.altText) === '' ? [] : [`(afbeelding: ${word(node.altText)})`]),
  Badge: (node) => [`<${word(node.text)}>`],
  CompoundButton: (node) => [`[${word(node.title)}]`],
  Icon: () => [],
};

function render(node: CardNode, width: number): string[] {
  const type = word(node.type);
  if (node.isVisible === false) return [];
  const lines = renderKnown(node, type, width) ?? renderUnknown(node, type, width);
  return node.separator === true ? ['─'.repeat(width), ...lines] : lines;
}

function renderKnown(node: CardNode, type: string, width: number): string[] | undefined {
  if (type.startsWith('Input.')) return inputLines(node, width);
  if (type.startsWith('Chart.')) return renderChart(node, width);
  return renderers[type]?.(node, width);
}

function renderUnknown(node: CardNode, type: string, width: number): string[] {
  if (isNode(node.fallback)) return render(node.fallback, width);
  return node.fallback === 'drop' ? [] : [`(${type})`];
}

function renderAll(nodes: unknown, width: number): string[] {
  return nodesIn(nodes).flatMap((node) => render(node, width));
}

function renderTextBlock(node: CardNode, width: number): string[] {
  const lines = wrap(withoutMarkdown(word(node.text)), width);
  if (node.style !== 'heading') return lines;
  const longest = Math.max(0, ...lines.map((line) => line.length));
  return ['', ...lines, '═'.repeat(longest)];
}

function richText(node: CardNode): string {
  const inlines = Array.isArray(node.inlines) ? node.inlines : [];
  return inlines.map((run: unknown) => (isNode(run) ? word(run.text) : word(run))).join('');
}

function renderFactSet(node: CardNode, width: number): string[] {
  const facts = nodesIn(node.facts);
  const titles = facts.map((fact) => `${withoutMarkdown(word(fact.title)).replace(/:$/, '')}:`);
  const lead = Math.min(Math.max(0, ...titles.map(({ length }) => length)) + 2, width >> 1);
  return facts.flatMap((fact, index) => {
    const value = wrap(withoutMarkdown(word(fact.value)), width - lead);
    return hang((titles[index] ?? '').padEnd(lead), value);
  });
}

function renderTable(node: CardNode, width: number): string[] {
  const rows = nodesIn(node.rows).map((row) => nodesIn(row.cells).map((cell) => cellOf(cell)));
  const blocks = grid(rows, width);
  if (node.firstRowAsHeaders === false) return blocks.flat();
  const [header = [], ...rest] = blocks;
  const longest = Math.max(0, ...blocks.flat().map((line) => line.length));
  return [...header, '─'.repeat(longest), ...rest.flat()];
}

function cellOf(node: CardNode): (width: number) => string[] {
  return (width) => render({ type: 'Column', ...node }, width);
}

function renderContainer(node: CardNode, width: number): string[] {
  const isMarked = typeof node.style === 'string' && node.style !== 'default';
  if (!isMarked || node.type !== 'Container') return renderAll(node.items, width);
  return indent(renderAll(node.items, width - 2), '│ ');
}

/** A chart is a picture: its title, and the table the card brings for who cannot see it. */
function renderChart(node: CardNode, width: number): string[] {
  const title = wrap(word(node.title), width);
  const table = isNode(node.fallback) ? render(node.fallback, width) : [];
  return [...title, ...(table.length > 0 ? table : chartData(node).flatMap((l) => wrap(l, width)))];
}

function chartData(node: CardNode): string[] {
  return nodesIn(node.data).flatMap((point) => {
    const name = word(point.legend ?? point.x ?? point.title);
    const series = nodesIn(point.values).map(({ x, y }) => `${name}, ${word(x)}: ${word(y)}`);
    return series.length > 0 ? series : [`${name}: ${word(point.value ?? point.y)}`];
  });
}

function renderActions(actions: unknown, width: number): string[] {
  const nodes = nodesIn(actions);
  const shown = nodes.flatMap(({ type, card, title }) =>
    type === 'Action.ShowCard' && isNode(card)
      ? [`${word(title)}:`, ...indent(cardText(card, width - 2).split('\n'), '  ')]
      : [],
  );
  return [...actionLines(nodes, width), ...shown];
}

/** Only what Teams makes of Markdown in cards: bold, italic, links. */
function withoutMarkdown(text: string): string {
  return text
    .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(^|\s)[_*]([^_*]+)[_*](?=\s|[.,;:!?]|$)/g, '$1$2');
}

function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

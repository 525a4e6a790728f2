/** Breaks at spaces; a longer word is cut. Line breaks in the text stay. An empty text is no line. */
export function wrap(text: string, width: number): string[] {
  if (text.trim() === '') return [];
  return text.split(/\r?\n/).flatMap((line) => wrapLine(line, Math.max(width, 1)));
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line
    .trim()
    .split(/\s+/)
    .flatMap((long) => cut(long, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

function cut(word: string, width: number): string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...cut(word.slice(width), width)];
}

export function indent(lines: readonly string[], by: string): string[] {
  return lines.map((line) => `${by}${line}`.trimEnd());
}

/** `lead` before the first line, the rest hanging under it. */
export function hang(lead: string, lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  return [`${lead}${first}`.trimEnd(), ...indent(rest, ' '.repeat(lead.length))];
}

/** Renders one cell within a number of characters. */
export type Cell = (width: number) => string[];

const gap = 2;

/** Cells side by side in columns that are as wide as needed, and narrower when all do not fit. */
export function grid(rows: readonly (readonly Cell[])[], width: number): string[][] {
  const columns = columnWidths(rows, width);
  return rows.map((cells) => besideEachOther(cells, columns));
}

function columnWidths(rows: readonly (readonly Cell[])[], width: number): number[] {
  const count = Math.max(0, ...rows.map((cells) => cells.length));
  const wanted = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((cells) => longest(cells[column]?.(width) ?? []))),
  );
  return shrink(wanted, Math.max(width - gap * (count - 1), count));
}

function longest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => line.length));
}

/** Takes from the widest first: narrow columns hold numbers, which must not break. */
function shrink(widths: readonly number[], available: number): number[] {
  const result = [...widths];
  const total = (): number => result.reduce((sum, one) => sum + one, 0);
  while (total() > available && Math.max(...result) > 1) {
    const widest = result.indexOf(Math.max(...result));
    result[widest] = (result[widest] ?? 1) - 1;
  }
  return result;
}

function besideEachOther(cells: readonly Cell[], columns: readonly number[]): string[] {
  const blocks = cells.map((cell, column) => cell(columns[column] ?? 1));
  const height = Math.max(0, ...blocks.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((lines, column) => (lines[row] ?? '').padEnd(columns[column] ?? 1))
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}

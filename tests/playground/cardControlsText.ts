import { nodesIn, type CardNode } from './cardTree.js';
import { hang, wrap } from './textLayout.js';

/** An input with its label above it and what it holds now; choices one a line. */
export function inputLines(node: CardNode, width: number): string[] {
  const label = wrap(textOf(node.label), width);
  if (node.type === 'Input.Toggle') return [...label, ...toggleLines(node, width)];
  if (node.type === 'Input.ChoiceSet') return [...label, ...choiceLines(node, width)];
  const value = textOf(node.value);
  const shown = value === '' ? textOf(node.placeholder) : value;
  const frame = value === '' && shown !== '' ? `(${shown})` : shown;
  return [...label, ...hang('  > ', wrap(frame, width - 4))];
}

function toggleLines(node: CardNode, width: number): string[] {
  const isOn = textOf(node.value) === (textOf(node.valueOn) || 'true');
  return tick(isOn, textOf(node.title), width);
}

function choiceLines(node: CardNode, width: number): string[] {
  const chosen = textOf(node.value).split(',');
  return nodesIn(node.choices).flatMap(({ title, value }) =>
    tick(chosen.includes(textOf(value)), textOf(title), width),
  );
}

function tick(isOn: boolean, title: string, width: number): string[] {
  return hang(isOn ? '  [x] ' : '  [ ] ', wrap(title, width - 6));
}

/** Buttons on as few lines as fit; the primary one has a star, a disabled one round brackets. */
export function actionLines(actions: readonly CardNode[], width: number): string[] {
  const visible = actions.filter(({ isVisible }) => isVisible !== false);
  const lines: string[] = [];
  for (const button of visible.map(buttonText)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + button.length <= width)
      lines[lines.length - 1] = `${last}  ${button}`;
    else lines.push(button);
  }
  return lines;
}

function buttonText({ title, style, isEnabled }: CardNode): string {
  if (isEnabled === false) return `(${textOf(title)})`;
  return style === 'positive' ? `[${textOf(title)}]*` : `[${textOf(title)}]`;
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

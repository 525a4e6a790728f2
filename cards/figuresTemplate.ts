import type { Button } from './button.js';
import type { CardContext } from './context.js';
import type { FieldItems } from './fields/fieldElements.js';
import figures from './figures.json' with { type: 'json' };
import type { Chart } from './figuresCharts.js';
import type { Fold } from './figuresParts.js';
import type { MainTable } from './figuresTable.js';
import { cardTemplate } from './render.js';

export interface Line {
  text: string;
  weight: 'default' | 'bolder';
  isSubtle: boolean;
}

/** The main table first, charts below it, and what everything is made of in folds. */
export interface FiguresTemplate {
  lang: string;
  heading: string;
  lines: Line[];
  tables: MainTable[];
  notes: string[];
  charts: Chart[];
  folds: (Fold & { id: string; action: string })[];
  fields: FieldItems[];
  buttons: Button[];
}

export const renderFigures = cardTemplate<FiguresTemplate>(figures);

/** Each with what opens it. */
export function folded(
  { words }: Pick<CardContext, 'words'>,
  folds: readonly Fold[],
): FiguresTemplate['folds'] {
  return folds.map((fold, n) => ({ ...fold, id: `fold-${n}`, action: words.fold(fold.title) }));
}

import { z } from 'zod/v4';
import { besides, FIGURE_KINDS, type FigurePeriod } from '../data/figurePeriods.js';
import { periodKey } from '../data/periods.js';
import type { Region } from '../data/region.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import type { FieldView } from './fields/field.js';
import { FIGURE_PAGES, type FigurePage } from './figuresParts.js';
import { titled } from './phrases.js';

const id = z.string().max(60);
const page = z.enum(FIGURE_PAGES).optional().catch(undefined);

/** Where the reader is; what is chosen above the buttons has names of its own. */
export const figuresReplySchema = z.looseObject({
  region: id.optional(),
  period: id.optional(),
  page,
  showKind: z.enum(FIGURE_KINDS).optional().catch(undefined),
  showRegion: id.optional().catch(undefined),
});

/** What the reader looks at, and what else there is for them. */
export interface Place {
  period: FigurePeriod;
  page: FigurePage;
  /** Regions of which they read figures. */
  regions: readonly Pick<Region, 'id' | 'name'>[];
  /** Whether they may see the codes of cases. */
  seesCodes: boolean;
}

export const placeData = ({ region }: Pick<CardContext, 'region'>, period: FigurePeriod) => ({
  region: region.id,
  period: periodKey(period),
});

/** What kind of period, and which region where there is a choice. */
export function placeFields(context: CardContext, { period, regions }: Place): FieldView[] {
  const { words, region } = context;
  const { figures } = words;
  const field = (name: string, label: string, choices: Choices, value: string) =>
    choiceField(words, label, choices, { compact: true }).show(name, value);
  const kinds = titled(FIGURE_KINDS, figures.kinds);
  const others = regions.map((row) => [row.id, row.name] as const);
  return [
    field('showKind', figures.period, kinds, period.kind),
    ...(others.length > 1 ? [field('showRegion', figures.region, others, region.id)] : []),
  ];
}

type Choices = Parameters<typeof choiceField>[2];

function toPeriod({ words }: CardContext, period: FigurePeriod): string {
  const { to } = words.figures;
  switch (period.kind) {
    case 'week':
      return to.week(Number(period.week.slice(-2)));
    case 'quarter':
      return to.quarter(Number(period.quarter.slice(-1)));
    case 'year':
      return to.year(period.year);
    case 'since-start':
      return words.figures.kinds['since-start'];
  }
}

/** Cijfers tonen, the periods around this one, the other pages and the cases: six at most. */
export function placeButtons(context: CardContext, place: Place): Button[] {
  const { figures } = context.words;
  const { period, page: here, seesCodes } = place;
  const at = (of: FigurePeriod, on: FigurePage) => ({ ...placeData(context, of), page: on });
  const turn = (step: -1 | 1) => {
    const beside = besides(period, step, context.region, context.now);
    return beside ? [button(toPeriod(context, beside), 'figures', at(beside, here))] : [];
  };
  const pages = period.kind === 'week' ? [] : FIGURE_PAGES.filter((one) => one !== here);
  return [
    button(figures.show, 'figures', at(period, here), { style: 'positive', inputs: 'auto' }),
    ...turn(-1),
    ...turn(1),
    ...pages.map((one) => button(figures.pages[one], 'figures', at(period, one))),
    ...(seesCodes ? [button(figures.cases, 'figure-cases', at(period, here))] : []),
  ];
}

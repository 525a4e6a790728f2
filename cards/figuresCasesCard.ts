import { z } from 'zod/v4';
import type { FigurePeriod } from '../data/figurePeriods.js';
import type { Sources } from '../data/repository.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { choiceField } from './fields/choiceFields.js';
import type { FieldView } from './fields/field.js';
import { figuresReplySchema, placeData } from './figuresButtons.js';
import type { FigureChoice } from './figuresChoices.js';
import { periodTitle, shown, type FigurePage } from './figuresParts.js';
import { note, type Note } from './formCard.js';
import { listCard, type ListRow } from './listCard.js';
import { list } from './phrases.js';
import type { Card } from './render.js';

const row = z.string().max(100).optional().catch(undefined);

export const figureCasesReplySchema = figuresReplySchema
  .pick({ region: true, period: true, page: true })
  .extend({
    row,
    /** What was chosen with Toon. */
    showRow: row,
    /** The first code of the page. */
    first: z.string().max(10).optional(),
  })
  .loose();

/** A case of the page; who never shared it with coordinators did not share what is in it. */
export interface CaseRow {
  code: string;
  /** Absent when it cannot be opened. */
  version?: number;
}

export interface FigureCases {
  choice: FigureChoice;
  sources: Sources;
  cases: readonly CaseRow[];
  /** Rank of the first one, from 1. */
  first: number;
  previous?: string | undefined;
  next?: string | undefined;
}

export interface FigureCasesView {
  period: FigurePeriod;
  page: FigurePage;
  choices: readonly FigureChoice[];
  /** Absent until a figure was chosen. */
  of?: FigureCases | undefined;
}

/** For coordinators: which cases a figure is made of. */
export function figuresCasesCard(context: CardContext, view: FigureCasesView): Card {
  const { words, language, region } = context;
  const { sources, heading } = words.figures;
  return listCard({
    lang: language,
    heading: sources.heading,
    notes: [
      note(`${heading(region.name)}. ${periodTitle(context, view.period)}.`),
      ...notes(context, view),
    ],
    fields: choiceFields(context, view),
    rows: rows(context, view),
    buttons: buttons(context, view),
  });
}

function choiceFields(context: CardContext, { choices, of }: FigureCasesView): FieldView[] {
  const { words } = context;
  const { sources } = words.figures;
  const counted = choices.filter(({ n }) => n !== 0);
  if (counted.length === 0) return [];
  const titles = counted.map(
    ({ row: id, label, n }) => [id, `${label} (${shown(context)(n)})`] as const,
  );
  const field = choiceField(words, sources.which, titles, { compact: true });
  return [field.show('showRow', of?.choice.row ?? '')];
}

function notes(context: CardContext, { choices, of }: FigureCasesView): Note[] {
  const { sources } = context.words.figures;
  if (choices.every(({ n }) => n === 0)) return [note(sources.nothing)];
  if (!of) return [note(sources.choose)];
  const { choice, cases } = of;
  const hidden = cases.filter(({ version }) => version === undefined).map(({ code }) => code);
  return [
    note(`${choice.label}: ${shown(context)(choice.n)}`, 'emphasis'),
    note(partsOf(context, of)),
    ...(cases.length === 0 ? [] : [note(rangeText(context, of, hidden.length))]),
    ...(hidden.length === 0 ? [] : [note(sources.notShared(list(hidden, context.language)))]),
  ];
}

function rangeText({ words }: CardContext, { cases, first, sources }: FigureCases, hidden: number) {
  const { range, tapToOpen } = words.figures.sources;
  const shown = range(first, first + cases.length - 1, sources.codes.length);
  return hidden === cases.length ? shown : `${shown} ${tapToOpen}`;
}

/** Never hung on a case: counted as such from the start. */
const UNCASED = ['offered-not-wanted', 'consults'];

/** What of a figure comes from where; together they are the figure. */
function partsOf(context: CardContext, { choice, sources }: FigureCases): string {
  const { parts } = context.words.figures.sources;
  const { cases, quickCounts, register, imported } = sources;
  const left = choice.n - cases - quickCounts - register - imported;
  const rest = UNCASED.includes(choice.row) ? parts.uncased : parts.erased;
  const n = shown(context);
  return [
    parts.cases(n(cases)),
    ...(quickCounts === 0 ? [] : [parts.quickCounts(n(quickCounts))]),
    ...(register === 0 ? [] : [parts.register(n(register))]),
    ...(imported === 0 ? [] : [parts.imported(n(imported))]),
    ...(left === 0 ? [] : [rest(n(left))]),
  ].join(' · ');
}

function rows({ words }: CardContext, { of }: FigureCasesView): ListRow[] {
  const { queue } = words;
  return (of?.cases ?? []).flatMap(({ code, version }) =>
    version === undefined
      ? []
      : [
          {
            title: code,
            status: '',
            lines: [],
            button: button(queue.openRow(code), 'open', { code, version }),
          },
        ],
  );
}

function buttons(context: CardContext, { period, page, choices, of }: FigureCasesView): Button[] {
  const { figures, queue } = context.words;
  const { sources } = figures;
  const at = { ...placeData(context, period), page };
  const turn = (title: string, from: string | undefined) =>
    of && from !== undefined
      ? [button(title, 'figure-cases', { ...at, row: of.choice.row, first: from })]
      : [];
  const show = button(sources.show, 'figure-cases', at, { style: 'positive', inputs: 'auto' });
  return [
    ...(choices.every(({ n }) => n === 0) ? [] : [show]),
    ...turn(queue.previous, of?.previous),
    ...turn(queue.next, of?.next),
    button(figures.back, 'figures', at),
  ];
}

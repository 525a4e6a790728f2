import { PHASES } from '../data/checklist.js';
import { daysOf } from '../data/periods.js';
import { DOMAINS, ORGANISATION_TYPES, participation, type Region } from '../data/region.js';
import type { Split } from '../data/statistics.js';
import { dateOf, dayOf } from '../data/weeks.js';
import { municipalityName, type CardContext } from './context.js';
import { shown, sum, table, type Figures, type Fold, type Table } from './figuresParts.js';
import { list, longDay } from './phrases.js';

type Splits = Record<string, Split>;
type Titled = readonly (readonly [id: string, title: string])[];

/** One split of talks and escalations. */
interface Group {
  title: string;
  /** Above its labels. */
  column: string;
  titled: Titled;
  splits: Splits;
}

/** Where talks and escalations come from; no split is crossed with another. */
export function originFolds(figures: Figures): Fold[] {
  const { words } = figures.context;
  const { checklist, figures: texts, organisationTypes, workbook } = words;
  const { statistics } = figures;
  const { sheets, columns } = workbook;
  const types = {
    title: sheets.organisationTypes,
    column: columns.organisationType,
    titled: ORGANISATION_TYPES.map((id) => [id, organisationTypes[id]] as const),
    splits: statistics.organisationTypes,
  };
  const domains = {
    title: sheets.domains,
    column: columns.domain,
    titled: DOMAINS.map((id) => [id, checklist.domains[id]] as const),
    splits: statistics.domains,
  };
  const phases = {
    title: sheets.phases,
    column: columns.phase,
    titled: PHASES.map((id) => [id, checklist.phases[id]] as const),
    splits: statistics.phases,
  };
  return [
    ...municipalityFolds(figures),
    countedFold(figures, types),
    wholeFold(figures, domains, texts.why.erased),
    wholeFold(figures, phases, texts.why.phase),
  ];
}

const PLACES = ['participating', 'notParticipating', 'elsewhere'] as const;
type Place = (typeof PLACES)[number];

function municipalityFolds(figures: Figures): Fold[] {
  const { context, statistics } = figures;
  const { words, region, language } = context;
  const { participatesOn } = words.figures;
  const splits = statistics.municipalities;
  const on = dayOfParticipation(figures);
  const ids = new Set([...region.municipalities.map(({ id }) => id), ...Object.keys(splits)]);
  const titled = [...ids].map((id) => [id, municipalityName(context, id)] as const);
  const said: Record<Place, string[]> = {
    participating: [participatesOn(longDay(on, language))],
    notParticipating: [participatesOn(longDay(on, language))],
    elsewhere: [],
  };
  return PLACES.flatMap((place) => {
    const there = titled.filter(([id]) => placeOf(region, id, on) === place);
    if (there.length === 0) return [];
    const title = words.figures[place];
    const { municipality } = words.workbook.columns;
    const column = place === 'elsewhere' ? words.figures.home : municipality;
    const fold = countedFold(figures, { title, column, titled: there, splits });
    return [{ ...fold, texts: [...fold.texts, ...said[place]] }];
  });
}

/** The last day of the period, or today. */
function dayOfParticipation({ context, period }: Figures): string {
  const today = dayOf(context.now);
  const until = daysOf(period)?.until ?? today;
  return until < today ? until : today;
}

/** What is no municipality of the region, or no longer, stands apart. */
function placeOf(region: Region, id: string, on: string): Place {
  if (!region.municipalities.some((row) => row.id === id)) return 'elsewhere';
  const takesPart = participation(region, id, dateOf(on)) === 'participating';
  return takesPart ? 'participating' : 'notParticipating';
}

/** Those with numbers; the others in one line. */
function countedFold({ context }: Figures, group: Group): Fold {
  const { title, titled, splits } = group;
  const { without } = context.words.figures;
  const counted = titled.filter(([id]) => splits[id]);
  const rest = titled.filter(([id]) => !splits[id]).map(([, name]) => name);
  return {
    title,
    tables: counted.length === 0 ? [] : [splitTable(context, { ...group, titled: counted })],
    texts: rest.length === 0 ? [] : [without(list(rest, context.language))],
  };
}

/** All there are, and why they can be fewer than the programme's rows. */
function wholeFold({ context, statistics }: Figures, group: Group, why: string): Fold {
  const missing = unknown(context, group.splits, statistics.indicators);
  return {
    title: group.title,
    tables: [splitTable(context, group)],
    texts: missing.length === 0 ? [] : [...missing, why],
  };
}

function splitTable(context: CardContext, { column, titled, splits }: Group): Table {
  const { columns } = context.words.workbook;
  const n = shown(context);
  const rows = titled.map(([id, name]) => {
    const { talks, escalations } = splits[id] ?? { talks: 0, escalations: 0 };
    return [name, n(talks), n(escalations)] as const;
  });
  return table([column, columns.talks, columns.escalations], rows);
}

/** How many of the totals are in none of the rows. */
function unknown(
  context: CardContext,
  splits: Splits,
  total: { talks: number; escalations: number },
): string[] {
  const { unknownTalks, unknownEscalations } = context.words.figures.why;
  const left = (of: keyof Split) => total[of] - sum(Object.values(splits).map((row) => row[of]));
  const n = shown(context);
  return [
    ...(left('talks') === 0 ? [] : [unknownTalks(n(left('talks')))]),
    ...(left('escalations') === 0 ? [] : [unknownEscalations(n(left('escalations')))]),
  ];
}

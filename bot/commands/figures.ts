import type { z } from 'zod/v4';
import type { figuresReplySchema } from '../../cards/figuresButtons.js';
import { figurePeriods, figuresCard } from '../../cards/figuresCard.js';
import type { FigurePage, Printed } from '../../cards/figuresParts.js';
import { figuresRegionCard } from '../../cards/figuresRegionCard.js';
import { longMonth } from '../../cards/phrases.js';
import { wordsIn } from '../../cards/words/words.js';
import { ACTIVE_STATUSES } from '../../data/case.js';
import { digestKey, digestOf, printedOf } from '../../data/digest.js';
import {
  columnsOf,
  hasFigures,
  ofKind,
  readFigurePeriod,
  type FigurePeriod,
} from '../../data/figurePeriods.js';
import { periodKey, SINCE_START, weekAt } from '../../data/periods.js';
import { LANGUAGES, type Region } from '../../data/region.js';
import { entriesOf } from '../../data/register.js';
import { progressOf, progressPeriods } from '../../data/registerProgress.js';
import { agesOf } from '../../data/statistics.js';
import { allCases } from '../allCases.js';
import type { Deps } from '../deps.js';
import { chosenReader, forFigures, type FigureReader } from '../forFigures.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';

type Reply = z.infer<typeof figuresReplySchema>;

/** `cijfers` and its buttons; nothing chosen is this week. */
export function showFigures(deps: Deps, turn: Turn, reply: Reply = {}): Promise<Outcome> {
  const now = deps.now();
  const at = readFigurePeriod(reply.period ?? '') ?? weekAt(now);
  const period = reply.showKind ? ofKind(at, reply.showKind, now) : at;
  return show(deps, turn, { ...reply, region: reply.showRegion ?? reply.region }, period);
}

/** `cijfers 2026-K3` */
export function showFiguresOf(deps: Deps, turn: Turn, typed: string): Promise<Outcome> {
  const period = readTyped(typed);
  // Who may not read figures is told that first.
  if (period) return show(deps, turn, {}, period);
  return forFigures(deps, turn, () => refuse(turn.words.figures.unreadable));
}

function readTyped(typed: string): FigurePeriod | undefined {
  const sinceStart = LANGUAGES.flatMap((language) => wordsIn(language).figures.typedSinceStart);
  return sinceStart.includes(typed) ? SINCE_START : readFigurePeriod(typed);
}

function show(
  deps: Deps,
  turn: Turn,
  { region: wanted, page }: Pick<Reply, 'region' | 'page'>,
  period: FigurePeriod,
): Promise<Outcome> {
  const { words } = turn;
  return forFigures(deps, turn, (readers) => {
    const reader = chosenReader(readers, wanted);
    if (reader) return showFiguresIn(deps, turn, { readers, reader, period, page });
    if (wanted !== undefined) return refuse(words.refusals.figures);
    const regions = readers.map(({ region }) => region);
    return showCard(figuresRegionCard(turn, regions, period), words.figures.summary);
  });
}

interface Asked {
  readers: readonly FigureReader[];
  reader: FigureReader;
  period: FigurePeriod;
  page: FigurePage | undefined;
}

async function showFiguresIn(
  deps: Deps,
  turn: Turn,
  { readers, reader: { region, seesCodes }, period, page = 'overview' }: Asked,
): Promise<Outcome> {
  const { words, language } = turn;
  const context = readerContext(deps, turn, region);
  const { now } = context;
  if (!hasFigures(period, region, now)) {
    return refuse(words.figures.outside(longMonth(region.startedIn, language)));
  }
  const targets = await targetsOf(deps, region, ofKind(period, 'year', now));
  const periods = [...figurePeriods(period, now), ...progressPeriods(targets, now)];
  const counts = await deps.repository.counts(region.id, periods);
  const view = {
    ...{ period, seesCodes, counts, page: period.kind === 'week' ? 'overview' : page },
    regions: readers.map((row) => row.region),
    progress: progressOf(targets, counts, now),
    printed: await printedIn(deps, region, columnsOf(period)),
    ages: agesOf(page === 'escalations' ? await activeCases(deps, region) : [], now),
  } as const;
  return showCard(figuresCard(context, view), words.figures.summary);
}

const activeCases = ({ repository }: Deps, { id: region }: Region) =>
  allCases(repository, { region, statuses: ACTIVE_STATUSES });

/** Those of the year that is looked at. */
async function targetsOf({ repository }: Deps, { id }: Region, year: FigurePeriod) {
  const targets = entriesOf(await repository.register(id), 'target');
  return targets
    .map(({ content }) => content)
    .filter((target) => periodKey({ kind: 'year', year: target.year }) === periodKey(year));
}

/** What digests printed of these periods. */
async function printedIn(
  { repository }: Deps,
  { id: region }: Region,
  periods: readonly FigurePeriod[],
): Promise<Printed> {
  const found = await Promise.all(
    periods.map(async (period) => {
      const of = digestOf(period);
      const digest = of && (await repository.read('digest', digestKey({ region, week: of.week })));
      return of && digest ? [[periodKey(period), { digest, scope: of.scope }] as const] : [];
    }),
  );
  const digests = new Map(found.flat());
  return (period, row) => {
    const { digest, scope } = digests.get(periodKey(period)) ?? {};
    return scope && printedOf(digest, row, scope);
  };
}

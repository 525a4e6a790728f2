import type { z } from 'zod/v4';
import { figurePeriods } from '../../cards/figuresCard.js';
import {
  figuresCasesCard,
  type CaseRow,
  type figureCasesReplySchema,
  type FigureCases,
} from '../../cards/figuresCasesCard.js';
import { figureChoices, type FigureChoice } from '../../cards/figuresChoices.js';
import { isShared } from '../../data/case.js';
import { slicePage } from '../../data/casePage.js';
import { readFigurePeriod } from '../../data/figurePeriods.js';
import { weekAt } from '../../data/periods.js';
import type { Region } from '../../data/region.js';
import type { TellsOf } from '../copies.js';
import type { Deps } from '../deps.js';
import { chosenReader, forFigures } from '../forFigures.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof figureCasesReplySchema>;

/** So many codes fit a phone. */
const CODES = 10;

/** Casuscodes: which cases a figure is made of, for those who coordinate them. */
export function showFigureCases(deps: Deps, turn: Clicked, reply: Reply): Promise<Outcome> {
  const { figures } = turn.words;
  return forFigures(deps, turn, (readers) => {
    const reader = chosenReader(readers, reply.region);
    return reader?.seesCodes
      ? showCasesIn(deps, turn, reader.region, reply)
      : refuse(figures.sources.refused);
  });
}

async function showCasesIn(
  deps: Deps,
  turn: Clicked,
  region: Region,
  reply: Reply,
): Promise<Outcome> {
  const context = readerContext(deps, turn, region);
  const period = readFigurePeriod(reply.period ?? '') ?? weekAt(context.now);
  const page = period.kind === 'week' ? 'overview' : (reply.page ?? 'overview');
  const counts = await deps.repository.counts(region.id, figurePeriods(period, context.now));
  const choices = figureChoices(context, { period, page, counts });
  const choice = choices.find(({ row }) => row === (reply.showRow ?? reply.row));
  const of = choice && (await casesOf(deps, region, choice, reply.first));
  const card = figuresCasesCard(context, { period, page, choices, of });
  return showCard(card, turn.words.figures.sources.summary, of && tellsOf(turn, region, of));
}

/** One page of the codes, from this one on. */
async function casesOf(
  { repository }: Deps,
  { id }: Region,
  choice: FigureChoice,
  from = '',
): Promise<FigureCases> {
  const sources = await repository.sourcesOf(id, choice.row, choice.period);
  const { codes } = sources;
  const found = codes.findIndex((code) => code >= from);
  const { shown, ...around } = slicePage(codes, found, CODES, (code) => code);
  const cases = await Promise.all(
    shown.map(async (code): Promise<CaseRow> => {
      const subject = await repository.read('case', code);
      return subject && isShared(subject) ? { code, version: subject.version } : { code };
    }),
  );
  return { choice, sources, cases, ...around };
}

/** A code alone tells of a case also when what is in it was not shared. */
function tellsOf({ language }: Clicked, { id }: Region, of: FigureCases): TellsOf | undefined {
  const tells = of.cases.map(({ code }) => code);
  return tells.length === 0 ? undefined : { tells, region: id, language, needsSharing: false };
}

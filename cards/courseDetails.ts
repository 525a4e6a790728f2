import type { Case } from '../data/case.js';
import type { CaseEvent, Correctable, Correction } from '../data/caseEvents.js';
import { progressNote } from '../data/progress.js';
import { parseInstant } from '../data/weeks.js';
import { municipalityName, type CardContext } from './context.js';
import type { Fact } from './messageCard.js';
import { list, longDay, longMonth, shortMoment } from './phrases.js';

type Corrected = Extract<CaseEvent, { kind: 'corrected' }>;

/** `november 2026`, or `16 november 2026` when the day is known. */
export function longMonthOrDay(on: string, { language }: Pick<CardContext, 'language'>): string {
  return on.length > 'YYYY-MM'.length ? longDay(on, language) : longMonth(on, language);
}

type Phrase = (context: CardContext, id: string) => string;

/** From a dictionary of answers; an id of an older checklist stands for itself. */
const fromWords =
  (pick: (words: CardContext['words']) => Record<string, string>): Phrase =>
  ({ words }, id) =>
    pick(words)[id] ?? id;

const asIs: Phrase = (_context, id) => id;

const PHRASES: Record<Correctable, Phrase> = {
  on: ({ language }, day) => longDay(day, language),
  municipality: municipalityName,
  topics: fromWords(({ checklist }) => checklist.topics),
  determinants: fromWords(({ checklist }) => checklist.determinants),
  phase: fromWords(({ checklist }) => checklist.phases),
  wish: fromWords(({ checklist }) => checklist.wishes),
  wants: fromWords(({ checklist }) => checklist.wants),
  arrangement: fromWords(({ checklist }) => checklist.arrangements),
  situations: fromWords(({ checklist }) => checklist.situations),
  realisedOn: (context, on) => longMonthOrDay(on, context),
  reasons: fromWords(({ checklist }) => checklist.reasons),
  priority: fromWords(({ yes, no }) => ({ true: yes, false: no })),
  reachable: asIs,
  note: asIs,
  permissions: fromWords(({ checklist }) => checklist.permissions),
  progressNote: asIs,
};

function correctionText(context: CardContext, { field, from, to }: Correction): string {
  const { corrections } = context.words;
  const label = corrections.fields[field];
  // Of free text only that it changed is kept.
  if (from === to) return corrections.changed(label);
  const phrase = (ids: string) => {
    const texts = ids.split(',').map((id) => PHRASES[field](context, id));
    return ids === '' ? corrections.nothing : list(texts, context.language);
  };
  return corrections.was(label, phrase(from), phrase(to));
}

/** What a correction changed, one line per answer; `talks` is how many talks the case has. */
function correctionLines(context: CardContext, event: Corrected, talks: number): string[] {
  const lines = event.corrections.map((row) => correctionText(context, row));
  if (event.talk === undefined || talks < 2) return lines.map((line) => `– ${line}`);
  const talk = context.words.corrections.ofTalk(event.talk);
  return lines.map((line) => `– ${talk}. ${line}`);
}

/** What a line takes on a card besides its text. */
const ROOM_AROUND = 120;

/** By event number what was corrected or reported: of the newest events, as many as fit. */
export function detailsThatFit(
  context: CardContext,
  events: readonly CaseEvent[],
  talks: number,
  within: number,
): Map<number, string[]> {
  const fitting = new Map<number, string[]>();
  let room = within;
  for (const event of events.toReversed()) {
    const lines = detailLines(context, event, talks);
    room -= lines.reduce((sum, line) => sum + line.length + ROOM_AROUND, 0);
    if (room < 0) break;
    fitting.set(event.number, lines);
  }
  return fitting;
}

function detailLines(context: CardContext, event: CaseEvent, talks: number): string[] {
  if (event.kind === 'corrected') return correctionLines(context, event, talks);
  if (event.kind !== 'progress') return [];
  return [`– ${context.words.ownForms.progress.answers[event.answer]}`];
}

/** So many reports fit a card; the history has a line for each. */
const REPORTS_SHOWN = 3;

/** How it went, as the professional reported it last; newest first, each with its own explanation. */
export function progressFacts(
  context: CardContext,
  subject: Case,
  events: readonly CaseEvent[],
): Fact[] {
  const { ownForms, ownCase } = context.words;
  const reports = events.filter((event) => event.kind === 'progress').slice(-REPORTS_SHOWN);
  return reports.reverse().flatMap((report) => {
    const note = progressNote(subject, report);
    return [
      {
        label: shortMoment(parseInstant(report.at), context.language),
        value: ownForms.progress.answers[report.answer],
      },
      ...(note === '' ? [] : [{ label: ownCase.progressNote, value: note }]),
    ];
  });
}

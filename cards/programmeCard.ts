import {
  entriesOf,
  PARTNER_STATUSES,
  presentStanding,
  type ContentOf,
  type RegisterEntry,
  type RegisterKind,
} from '../data/register.js';
import type { Progress } from '../data/registerProgress.js';
import type { Region } from '../data/region.js';
import { button } from './button.js';
import type { CardContext, Reader } from './context.js';
import { note } from './formCard.js';
import { listCard } from './listCard.js';
import { messageCard, section, shortSection, type Fact, type Section } from './messageCard.js';
import { count, longDay } from './phrases.js';
import { attendedIn, progressText, totalRowName } from './programmePhrases.js';
import type { Card } from './render.js';

export interface ProgrammeView {
  /** What this reader may register. */
  kinds: readonly RegisterKind[];
  /** The whole register of the region. */
  entries: readonly RegisterEntry[];
  /** Of the targets that stand, in the order of their list. */
  progress: readonly Progress[];
}

/** For who has the programme of several regions. */
export function programmeRegionCard({ words, language }: Reader, regions: readonly Region[]): Card {
  const { programme } = words;
  return listCard({
    lang: language,
    heading: programme.summary,
    notes: [note(programme.whichRegion)],
    rows: regions.map(({ id, name }) => ({
      title: name,
      status: '',
      lines: [],
      button: button(programme.ofRegion(name), 'programme', { region: id }),
    })),
    buttons: [],
  });
}

/** `programma`: what the register holds, in numbers; each kind of it is one click away. */
export function programmeCard(context: CardContext, view: ProgrammeView): Card {
  const { words, language, region } = context;
  const { programme } = words;
  const isLeader = view.kinds.includes('partner');
  return messageCard({
    lang: language,
    heading: programme.heading(region.name),
    notes: [note(isLeader ? programme.intro : programme.introCoordinator)],
    sections: [
      ...(isLeader ? [section(programme.kinds.partner.list, partnerFacts(context, view))] : []),
      section(programme.trainingAndIntervision, [
        ...trainingFacts(context, view),
        ...(isLeader ? [programme.registered] : []),
      ]),
      ...(isLeader ? [targetSection(context, view), totalSection(context, view)] : []),
    ],
    buttons: view.kinds.map((kind) =>
      button(programme.kinds[kind].list, 'programme-list', { region: region.id, list: kind }),
    ),
  });
}

function partnerFacts({ words, language }: CardContext, { entries }: ProgrammeView): Fact[] {
  const { statuses } = words.programme;
  const present = entriesOf(entries, 'partner').map(({ content }) => presentStanding(content));
  return PARTNER_STATUSES.map((status) => ({
    label: statuses[status],
    value: count(present.filter((row) => row.status === status).length, language),
  }));
}

function trainingFacts({ words, language }: CardContext, { entries }: ProgrammeView): Fact[] {
  const { kinds, fields, attendedInAll } = words.programme;
  const trainings = entriesOf(entries, 'training');
  const meetings = entriesOf(entries, 'meeting');
  const officers = trainings.reduce((sum, { content }) => sum + content.officers, 0);
  const attended = meetings.reduce((sum, { content }) => sum + attendedIn(content), 0);
  const fact = (label: string, n: number) => ({ label, value: count(n, language) });
  return [
    fact(kinds.training.list, trainings.length),
    fact(fields.officers, officers),
    fact(kinds.group.list, entriesOf(entries, 'group').length),
    fact(kinds.meeting.list, meetings.length),
    fact(attendedInAll, attended),
  ];
}

const TARGETS_SHOWN = 8;
const TARGETS_LISTED = 24;

function targetSection(context: CardContext, { progress }: ProgrammeView): Section {
  const { words } = context;
  const { kinds, nothing, more } = words.programme;
  if (progress.length === 0) return section(kinds.target.list, [nothing]);
  const entries = progress.map((one) => [
    { label: targetLabel(context, one.target), value: progressText(context, one) },
  ]);
  const lengths = { shown: TARGETS_SHOWN, listed: TARGETS_LISTED, more };
  return shortSection(words, kinds.target.list, entries, lengths);
}

function targetLabel(
  { words }: CardContext,
  { indicator, year, basis }: Omit<ContentOf<'target'>, 'kind'>,
): string {
  const { targetLabel: label, bases } = words.programme;
  return label(words.figures.rows[indicator], year, bases[basis]);
}

function totalSection({ words, language }: CardContext, { entries }: ProgrammeView): Section {
  const { kinds, nothing, totalUntil } = words.programme;
  const facts = entriesOf(entries, 'total').map(({ content: { row, n, until } }) => ({
    label: totalRowName(words, row),
    value: totalUntil(count(n, language), longDay(until, language)),
  }));
  return section(kinds.total.list, facts.length === 0 ? [nothing] : facts);
}

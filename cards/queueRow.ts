import { currentEscalation, hasPriority } from '../data/case.js';
import { tagOf } from '../data/delivery.js';
import { parseInstant, type DateTime } from '../data/weeks.js';
import type { CaseRow, ConsultRow, QueueFact, QueueRow, TroubleRow } from '../data/workQueue.js';
import { button } from './button.js';
import { municipalityName, type Reader } from './context.js';
import type { ListRow } from './listCard.js';
import { longDate, longDay } from './phrases.js';
import { reasonsText } from './reasons.js';
import { troubleLines } from './troubleLines.js';

/** What the rows of one card have in common. */
export interface QueueRowView {
  now: DateTime;
  /** Whether rows of several regions stand together. */
  severalRegions: boolean;
}

export function queueRow(reader: Reader, row: QueueRow, view: QueueRowView): ListRow {
  switch (row.kind) {
    case 'case':
      return caseRow(reader, row, view);
    case 'consult':
      return consultRow(reader, row, view);
    case 'trouble':
      return troubleRow(reader, row, view);
  }
}

function caseRow(reader: Reader, row: CaseRow, view: QueueRowView): ListRow {
  const { words } = reader;
  const { code, version, municipality: place } = row.case;
  const about = [
    ...(view.severalRegions ? [row.region.name] : []),
    reasonsText(reader, row.current),
    municipalityName({ words, region: row.region }, place),
  ];
  const facts = row.facts.flatMap((fact) => FACT_LINES[fact]({ ...reader, ...row, now: view.now }));
  return {
    title: code,
    status: statusOf(reader, row),
    lines: [about.join(' · '), ...facts, ...(row.isStuck ? [words.queue.facts.stuck] : [])].map(
      (text) => ({ text }),
    ),
    button: button(words.queue.openRow(code), 'open', { code, version }),
  };
}

function statusOf({ words }: Reader, { current, facts }: CaseRow): string {
  const { state } = current;
  const status =
    state.status === 'claimed'
      ? words.queue.heldBy(facts.includes('mine') ? words.queue.you : state.holder.name)
      : words.escalation.statuses[state.status];
  return hasPriority(current) ? `${status} · ${words.queue.withPriority}` : status;
}

type Line = (about: Reader & CaseRow & { now: DateTime }) => string[];

const dated = (at: string | undefined, { language }: Reader) =>
  at === undefined ? '' : longDate(parseInstant(at), language);

const onDay = (day: string | undefined, { language }: Reader) =>
  day === undefined ? '' : longDay(day, language);

const appointment = ({ current }: CaseRow) => current.lanes['somatic-network']?.appointmentOn;

/** Who holds a case stands behind its code already. */
const FACT_LINES: Record<QueueFact, Line> = {
  open: (row) => [row.words.queue.facts.open(dated(row.current.at, row))],
  'too-long': ({ words, region }) => [words.queue.facts['too-long'](region.terms.claimWithin)],
  mine: () => [],
  others: () => [],
  covered: ({ words }) => [words.queue.facts.covered],
  offered: ({ words }) => [words.queue.facts.offered],
  question: (row) => {
    const oldest = row.current.questions.find(({ answer }) => !answer);
    return [row.words.queue.facts.question(dated(oldest?.at, row))];
  },
  'question-late': ({ words, region }) => [
    words.queue.facts['question-late'](region.terms.answerWithin),
  ],
  appointment: (row) => [row.words.queue.facts.appointment(onDay(appointment(row), row))],
  'appointment-passed': (row) => [
    row.words.queue.facts['appointment-passed'](onDay(appointment(row), row)),
  ],
  silent: (row) => {
    const asked = row.current.lanes['follow-up']?.askedAt;
    return [row.words.queue.facts.silent(dated(asked, row))];
  },
};

function consultRow(reader: Reader, { consult, region }: ConsultRow, view: QueueRowView): ListRow {
  const { words, language } = reader;
  const { id, at } = consult;
  const asked = words.queue.facts.consult(longDate(parseInstant(at), language));
  return {
    title: id,
    status: words.consult.heading,
    lines: [{ text: view.severalRegions ? `${region.name} · ${asked}` : asked }],
    button: button(words.queue.openConsult(id), 'open-consult', { consult: id }),
  };
}

function troubleRow(reader: Reader, row: TroubleRow, view: QueueRowView): ListRow {
  const { words } = reader;
  const { key } = tagOf(row.subject);
  const lines = troubleLines(reader, row.delivery, view.now);
  const title = titleOf(reader, row);
  return {
    title,
    status: nameOf(reader, row),
    lines: [...(view.severalRegions ? [row.region.name] : []), ...lines].map((text) => ({ text })),
    button: button(words.queue.retryRow(title), 'retry-delivery', {
      subject: key,
      version: row.delivery.version,
    }),
  };
}

/** A message about no single case is known by whom it is for, a digest by its week. */
function titleOf({ words }: Reader, { subject }: TroubleRow): string {
  switch (subject.kind) {
    case 'case':
    case 'consult':
      return tagOf(subject).key;
    case 'bulletin':
      return words.queue.troubleFor(subject.bulletin.to.name);
    case 'digest':
      return words.digest.summary(Number(subject.digest.week.slice(-2)));
  }
}

function nameOf({ words }: Reader, { subject }: TroubleRow): string {
  switch (subject.kind) {
    case 'case': {
      const status = currentEscalation(subject.case)?.state.status;
      return status ? words.escalation.statuses[status] : '';
    }
    case 'consult':
      return words.consult.heading;
    case 'bulletin':
    case 'digest':
      return '';
  }
}

import {
  IMPORT_COLUMNS,
  type ImportColumn,
  type ImportValues,
} from '../../data/imported/columns.js';
import { seeded } from '../seeded.js';

/** A talk, and nothing more. */
export const TALK: ImportValues = {
  external_id: '1',
  opened_on: '2021-03-10',
  domain: 'social',
  organisation: '',
  organisation_type: 'youth-health',
  municipality: 'leiden',
  talk: 'yes',
  reasons: '',
  escalated_on: '',
  closed_on: '',
  outcome: '',
  contraception_realised_on: '',
};

export const aRow = (parts: Partial<ImportValues> = {}): ImportValues => ({ ...TALK, ...parts });

interface Form {
  separator?: ',' | ';';
  newline?: '\n' | '\r\n';
  columns?: readonly ImportColumn[];
}

/** As a spreadsheet writes it: a value with a separator, a quote or a line end in it is quoted. */
export function csv(
  rows: readonly ImportValues[],
  { separator = ';', newline = '\r\n', columns = IMPORT_COLUMNS }: Form = {},
): string {
  const quoted = (value: string) =>
    /[",;\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(separator));
  return [columns.join(separator), ...lines].join(newline) + newline;
}

const DAY_MS = 86_400_000;
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const FIRST = msOf('2020-01-01');

/** Rows that keep all rules until a day; some dates are known by their month only. */
export function randomRows(n: number, seed: number, until = '2026-11-16'): ImportValues[] {
  const pick = seeded(seed);
  const last = msOf(until);
  const numbers = Array.from({ length: 60 }, (_, at) => at);
  const days = Array.from({ length: (last - FIRST) / DAY_MS + 1 }, (_, at) => FIRST + at * DAY_MS);
  const later = (ms: number) => Math.min(last, ms + pick(numbers) * DAY_MS);
  const written = (ms: number) => isoDay(ms).slice(0, pick([10, 10, 10, 7]));
  const reasons = ['complex', 'finance', 'somatic-network', 'follow-up'];
  return Array.from({ length: n }, (_, at) => {
    const opened = pick(days);
    const escalated = later(opened);
    const talk = pick(['yes', 'yes', 'no']);
    const isEscalated = talk === 'no' || pick([true, false]);
    const isClosed = isEscalated && pick([true, true, false]);
    return {
      external_id: `dossier ${at}`,
      opened_on: written(opened),
      domain: pick(['social', 'medical', 'sociaal', 'medisch']),
      organisation: pick(['', 'jgz-voorbeeld', 'Een praktijk; "elders"']),
      organisation_type: pick(['gp', 'ggz', 'verloskundigen', 'youth-health']),
      municipality: pick(['leiden', 'Gouda', 'Alphen aan den Rijn', 'unknown']),
      talk,
      reasons: isEscalated
        ? reasons.filter((reason) => pick([true, reason === 'finance'])).join(';')
        : '',
      escalated_on: isEscalated ? written(escalated) : '',
      closed_on: isClosed ? written(later(escalated)) : '',
      outcome: isClosed ? pick(['postponed', 'pregnant', 'other', '']) : '',
      contraception_realised_on: pick([true, false, false]) ? written(later(opened)) : '',
    };
  });
}

/** The middle of a month that is over; a day is that day; nothing later than the day of importing. */
export function countedOn(written: string, today: string): string {
  if (today.startsWith(written)) return today;
  const day = written.length === 10 ? written : `${written}-15`;
  return day < today ? day : today;
}

const IDS: Record<string, string> = {
  sociaal: 'social',
  medisch: 'medical',
  ggz: 'mental-health',
  verloskundigen: 'midwives',
  Gouda: 'gouda',
  'Alphen aan den Rijn': 'alphen-aan-den-rijn',
};
const idOf = (text: string) => IDS[text] ?? text;

/** Figures the slow way: every row looked at, day by day, with none of the code under test. */
export function bruteForce(
  rows: readonly ImportValues[],
  { from, until, today }: { from: string; until: string; today: string },
): Record<string, number> {
  const found: Record<string, number> = {};
  const count = (row: string, written: string) => {
    const day = countedOn(written, today);
    if (from <= day && day <= until) found[row] = (found[row] ?? 0) + 1;
  };
  for (const row of rows) {
    const { opened_on: opened, escalated_on: escalated, closed_on: closed } = row;
    const split = (of: string, on: string) => {
      count(of, on);
      count(`${of} ${idOf(row.municipality)}`, on);
      count(`${of} ${idOf(row.organisation_type)}`, on);
      count(`${of} ${idOf(row.domain)}`, on);
    };
    if (row.talk === 'yes') split('talks', opened);
    if (row.talk === 'yes' && escalated) count('talks-escalated', opened);
    if (escalated) split('escalations', escalated);
    if (escalated) for (const reason of row.reasons.split(';')) count(reason, escalated);
    if (row.outcome) count(row.outcome, closed);
    if (row.contraception_realised_on) countRealised(row, count);
  }
  return found;
}

function countRealised(row: ImportValues, count: (row: string, written: string) => void): void {
  const { escalated_on: escalated, contraception_realised_on: realised } = row;
  // Only as much of the two dates as both of them tell.
  const [one, other] =
    escalated.length === 7 || realised.length === 7
      ? [escalated.slice(0, 7), realised.slice(0, 7)]
      : [escalated, realised];
  const isEscalated = escalated !== '' && one <= other;
  count(isEscalated ? 'escalated-contraception' : 'partner-contraception', realised);
}

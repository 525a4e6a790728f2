import { ELSEWHERE, OUTCOMES, REASONS, type Outcome, type Reason } from '../checklist.js';
import { choices, folded, type Choices, type ImportGuide } from './guide.js';
import { isNotAfter } from '../realisation.js';
import { ORGANISATION_TYPES, type Domain, type OrganisationType } from '../region.js';
import { monthOrDay } from '../weeks.js';

/** Every column a file has, by its name in the header. */
export const IMPORT_COLUMNS = [
  'external_id',
  'opened_on',
  'domain',
  'organisation',
  'organisation_type',
  'municipality',
  'talk',
  'reasons',
  'escalated_on',
  'closed_on',
  'outcome',
  'contraception_realised_on',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One row as it is written, without the spaces around values. */
export type ImportValues = Record<ImportColumn, string>;

/** What a row says, column by column; what is not filled in is absent. */
export interface Parsed {
  external_id: string;
  opened_on: string;
  domain: Domain;
  /** Nothing for one that is not in the region file: such a name is not kept. */
  organisation: string | undefined;
  organisation_type: OrganisationType;
  municipality: string;
  talk: boolean;
  reasons: Reason[];
  escalated_on: string;
  closed_on: string;
  outcome: Outcome;
  contraception_realised_on: string;
}

type Read<T> = { ok: true; value: T } | { ok: false; rule: string };
type Reader<T> = (text: string, guide: ImportGuide) => Read<T>;

const taken = <T>(value: T): Read<T> => ({ ok: true, value });

/** A month or a day that is not in the future and not before the programme began. */
const date: Reader<string> = (text, { today, region: { startedIn } }) => {
  if (!monthOrDay.safeParse(text).success) {
    return { ok: false, rule: 'is not a date: write YYYY-MM-DD or YYYY-MM' };
  }
  if (!isNotAfter(text, today)) return { ok: false, rule: 'lies in the future' };
  if (!isNotAfter(startedIn, text)) {
    return { ok: false, rule: `lies before the programme began in this region, ${startedIn}` };
  }
  return taken(text);
};

function oneOf<T>(of: (guide: ImportGuide) => Choices<T>, allowed: string): Reader<T> {
  return (text, guide) => {
    const value = of(guide).get(folded(text));
    return value === undefined ? { ok: false, rule: `is unknown: write ${allowed}` } : taken(value);
  };
}

const oneReason = oneOf(({ reasons }) => reasons, `${REASONS.join(', ')}; more than one as a;b`);

/** Each once, in our own order. */
const reasons: Reader<Reason[]> = (text, guide) => {
  const read = text.split(';').map((one) => oneReason(one, guide));
  const unknown = read.find((one) => !one.ok);
  if (unknown) return unknown;
  const found = read.flatMap((one) => (one.ok ? [one.value] : []));
  return taken(REASONS.filter((reason) => found.includes(reason)));
};

const organisationType = oneOf(
  ({ organisationTypes }) => organisationTypes,
  ORGANISATION_TYPES.join(', '),
);

const municipality = oneOf(
  ({ municipalities }) => municipalities,
  `a municipality of the region file, or ${ELSEWHERE.join(', ')}`,
);

const YES_OR_NO = choices([
  ['yes', true],
  ['ja', true],
  ['no', false],
  ['nee', false],
]);

/** One column: how it is read into the row. */
export interface ColumnReader {
  name: ImportColumn;
  isRequired: boolean;
  /** Answers the rule that it breaks. */
  readInto: (parsed: Partial<Parsed>, text: string, guide: ImportGuide) => string | undefined;
}

function column<C extends ImportColumn>(name: C, reader: Reader<Parsed[C]>): ColumnReader {
  return {
    name,
    isRequired: false,
    readInto: (parsed, text, guide) => {
      const read = reader(text, guide);
      if (!read.ok) return read.rule;
      parsed[name] = read.value;
      return undefined;
    },
  };
}

const required = (reader: ColumnReader): ColumnReader => ({ ...reader, isRequired: true });

export const COLUMN_READERS: readonly ColumnReader[] = [
  required(column('external_id', (text) => taken(text.normalize('NFC')))),
  required(column('opened_on', date)),
  required(
    column(
      'domain',
      oneOf(({ domains }) => domains, 'social or medical'),
    ),
  ),
  column('organisation', (text, guide) => taken(guide.organisations.get(folded(text)))),
  required(column('organisation_type', organisationType)),
  required(column('municipality', municipality)),
  required(
    column(
      'talk',
      oneOf(() => YES_OR_NO, 'yes or no'),
    ),
  ),
  column('reasons', reasons),
  column('escalated_on', date),
  column('closed_on', date),
  column(
    'outcome',
    oneOf(({ outcomes }) => outcomes, OUTCOMES.join(', ')),
  ),
  column('contraception_realised_on', date),
];

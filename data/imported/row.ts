import type { PastCase } from '../imported.js';
import {
  COLUMN_READERS,
  type ColumnReader,
  type ImportColumn,
  type ImportValues,
  type Parsed,
} from './columns.js';
import type { ImportGuide } from './guide.js';
import { isNotAfter } from '../realisation.js';
import { participation, type Region } from '../region.js';
import { dateOf } from '../weeks.js';

/** One value that cannot be taken, and why. */
export interface BrokenRule {
  column: ImportColumn;
  value: string;
  rule: string;
}

export type ImportRow =
  { ok: true; externalId: string; past: PastCase } | { ok: false; broken: BrokenRule[] };

/** What a row says, or every rule it breaks. */
export function readImportRow(values: ImportValues, guide: ImportGuide): ImportRow {
  const parsed: Partial<Parsed> = {};
  const broken = [
    ...COLUMN_READERS.flatMap((reader) => brokenIn(reader, values, parsed, guide)),
    ...BETWEEN_COLUMNS.filter(({ isBroken }) => isBroken(values, parsed)).map(
      ({ column, rule }) => ({ column, value: values[column], rule }),
    ),
  ];
  const past = broken.length === 0 && pastCase(parsed, guide.region);
  if (!past || parsed.external_id === undefined) return { ok: false, broken };
  return { ok: true, externalId: parsed.external_id, past };
}

function brokenIn(
  { name: column, isRequired, readInto }: ColumnReader,
  values: ImportValues,
  parsed: Partial<Parsed>,
  guide: ImportGuide,
): BrokenRule[] {
  const value = values[column];
  if (value === '') return isRequired ? [{ column, value, rule: 'is missing' }] : [];
  const rule = readInto(parsed, value, guide);
  return rule === undefined ? [] : [{ column, value, rule }];
}

interface BetweenColumns {
  column: ImportColumn;
  rule: string;
  isBroken: (values: ImportValues, parsed: Partial<Parsed>) => boolean;
}

const needs = (column: ImportColumn, other: ImportColumn): BetweenColumns => ({
  column,
  rule: `needs ${other}`,
  isBroken: (values) => values[column] !== '' && values[other] === '',
});

type DateColumn = 'opened_on' | 'escalated_on' | 'closed_on';

/** As far as both dates tell: within one month or day either order is possible. */
const notBefore = (column: DateColumn, other: DateColumn): BetweenColumns => ({
  column,
  rule: `is earlier than ${other}`,
  isBroken: (_, { [column]: date, [other]: earlier }) =>
    date !== undefined && earlier !== undefined && !isNotAfter(earlier, date),
});

const BETWEEN_COLUMNS: readonly BetweenColumns[] = [
  needs('reasons', 'escalated_on'),
  needs('escalated_on', 'reasons'),
  needs('closed_on', 'escalated_on'),
  needs('outcome', 'closed_on'),
  notBefore('escalated_on', 'opened_on'),
  notBefore('closed_on', 'escalated_on'),
  {
    column: 'talk',
    rule: 'leaves nothing to count: no talk, no escalation and no realised contraception',
    isBroken: ({ escalated_on: escalatedOn, contraception_realised_on: realisedOn }, { talk }) =>
      talk === false && escalatedOn === '' && realisedOn === '',
  },
];

function pastCase(parsed: Partial<Parsed>, region: Region): PastCase | undefined {
  const { opened_on: openedOn, domain, organisation, municipality, talk } = parsed;
  const { organisation_type: organisationType, contraception_realised_on: realisedOn } = parsed;
  if (openedOn === undefined || domain === undefined || municipality === undefined)
    return undefined;
  if (organisationType === undefined || talk === undefined) return undefined;
  const escalation = pastEscalation(parsed, municipality, region);
  return {
    openedOn,
    domain,
    ...(organisation !== undefined && { organisation }),
    organisationType,
    municipality,
    talk,
    ...(escalation && { escalation }),
    ...(realisedOn !== undefined && { realisedOn }),
  };
}

function pastEscalation(
  { escalated_on: on, reasons = [], closed_on: closedOn, outcome }: Partial<Parsed>,
  municipality: string,
  region: Region,
): PastCase['escalation'] {
  if (on === undefined) return undefined;
  return {
    on,
    reasons,
    participation: participation(region, municipality, dateOf(on)),
    ...(closedOn !== undefined && {
      closed: { on: closedOn, ...(outcome !== undefined && { outcome }) },
    }),
  };
}

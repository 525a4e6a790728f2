import type { Period } from '../../../data/periods.js';
import { dutchDay, isoOf, numbered, spanOf, type Span } from './calendar.js';
import { caseUnits } from './caseReference.js';
import type { Fact } from './log.js';
import { dayMeant, isNotLater, onDay, whence, type TakesPart, type Unit } from './units.js';

/** Everything that a log says of one region. */
export function unitsOf(log: readonly Fact[], region: string, takesPart: TakesPart): Unit[] {
  const own = log.filter((fact) => fact.region === region);
  const all = [...new Set(own.map(({ of }) => of))].map((of) =>
    own.filter((fact) => fact.of === of),
  );
  return all.flatMap((facts) => unitsOfOne(facts, takesPart));
}

function unitsOfOne(facts: readonly Fact[], takesPart: TakesPart): Unit[] {
  const units = unitsBegunBy(facts, takesPart);
  const isErased = facts.some(({ kind }) => kind === 'erased');
  return isErased ? units.flatMap(leftOf) : units;
}

/** What it began with says what it is. */
function unitsBegunBy(facts: readonly Fact[], takesPart: TakesPart): Unit[] {
  const [first] = facts;
  if (first?.kind === 'opened') return caseUnits(facts, takesPart);
  if (first?.kind === 'counted') return countUnits(facts);
  if (first?.kind === 'registered') return registerUnits(facts);
  if (first?.kind === 'imported') return importUnits(facts, takesPart);
  if (first?.kind === 'offered-not-wanted') return [inWeek('offered-not-wanted', first.at)];
  if (first?.kind === 'consult') return [inWeek('consults', first.at)];
  throw new Error(`nothing begins with ${first?.kind ?? 'nothing'}`);
}

const inWeek = (row: string, at: number): Unit => ({
  row,
  n: 1,
  when: spanOf(isoOf(dutchDay(at)).week),
});

/** The last numbers count, in the week that the first were entered for. */
function countUnits(facts: readonly Fact[]): Unit[] {
  const told = facts.filter((fact) => fact.kind === 'counted');
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return [];
  const day = dayMeant(first.month, dutchDay(first.at));
  const talks = ['talks', ...whence('talks', first)].map((row) => onDay(row, day, last.talks));
  const source = { kind: 'quick-count', code: '' } as const;
  return [...talks, onDay('partner-contraception', day, last.realised)].map((unit) => ({
    ...unit,
    source,
  }));
}

function registerUnits(facts: readonly Fact[]): Unit[] {
  if (facts.some(({ kind }) => kind === 'unregistered')) return [];
  const last = facts.findLast((fact) => fact.kind === 'registered');
  const source = { kind: 'register', code: '' } as const;
  return last ? entryUnits(last).map((unit) => ({ ...unit, source })) : [];
}

function entryUnits({ input }: Extract<Fact, { kind: 'registered' }>): Unit[] {
  switch (input.kind) {
    case 'partner':
      return input.status === 'joined' ? [onDay('partners', numbered(input.since))] : [];
    case 'training':
      return [
        onDay('trainings', numbered(input.on)),
        onDay('attention-officers', numbered(input.on), input.officers),
      ];
    case 'group':
      return [onDay('intervision-groups', numbered(input.since))];
    case 'meeting':
      return [onDay('intervision', numbered(input.on))];
    case 'target':
      return [];
    case 'total':
      return [onDay(input.row, numbered(input.until), input.n)];
  }
}

/** A past case: the same rows, from the dates that were written down. */
function importUnits(facts: readonly Fact[], takesPart: TakesPart): Unit[] {
  const last = facts.findLast((fact) => fact.kind === 'imported');
  if (!last) return [];
  const { values, at } = last;
  const day = (on: string) => dayMeant(on, dutchDay(at));
  const place = {
    municipality: values.municipality,
    type: values.organisation_type,
    domain: values.domain,
  };
  const isEscalated = values.reasons !== '';
  const rows: [string, string][] = [];
  if (values.talk === 'yes') {
    for (const row of ['talks', ...whence('talks', place), 'talks:phase:unknown'])
      rows.push([row, values.opened_on]);
    if (isEscalated) rows.push(['talks-escalated', values.opened_on]);
  }
  if (isEscalated) {
    const on = values.escalated_on;
    const part = takesPart(values.municipality, on.slice(0, 7));
    for (const row of [
      'escalations',
      ...whence('escalations', place),
      'escalations:phase:unknown',
      `escalations:participation:${part}`,
      ...values.reasons.split(';').map((reason) => `reason:${reason}`),
    ])
      rows.push([row, on]);
    if (values.outcome !== '') rows.push([`outcome:${values.outcome}`, values.closed_on]);
    if (values.closed_on.length > 7 && on.length > 7)
      rows.push([`close-days:${numbered(values.closed_on) - numbered(on)}`, values.closed_on]);
  }
  const realised = values.contraception_realised_on;
  if (realised !== '') {
    const isAfter = isEscalated && isNotLater(values.escalated_on, realised);
    rows.push([isAfter ? 'escalated-contraception' : 'partner-contraception', realised]);
  }
  const source = { kind: 'imported', code: '' } as const;
  return rows.map(([row, on]) => ({ ...onDay(row, day(on)), source }));
}

const INDICATORS = [
  'talks',
  'partner-contraception',
  'escalations',
  'escalated-contraception',
  'talks-escalated',
  'escalations-again',
  'not-taken',
  'not-taken-not-participating',
];
const PER_QUARTER = [
  'talks:municipality:',
  'escalations:municipality:',
  'talks:type:',
  'escalations:type:',
  'reason:',
  'outcome:',
];

/**
 * Erasing leaves counters: per indicator and ISO week, and per quarter by municipality, organisation
 * type, reason and outcome. What was paid stays too; nothing else does.
 */
function leftOf({ row, n, when }: Unit): Unit[] {
  if (when === 'now') return [];
  if ('year' in when) return [{ row, n, when }];
  const { week, quarter } = isoOf(when.from);
  if (INDICATORS.includes(row)) return [{ row, n, when: spanOf(week) }];
  if (PER_QUARTER.some((prefix) => row.startsWith(prefix)))
    return [{ row, n, when: spanOf(quarter) }];
  return [];
}

/** Whether it lies in a period, or may do so: of what was erased only a week or quarter is known. */
export function lies({ when }: Unit, period: Period): 'inside' | 'perhaps' | 'outside' {
  if (when === 'now') return period.kind === 'now' ? 'inside' : 'outside';
  if ('year' in when) {
    return period.kind === 'calendar-year' && period.year === when.year ? 'inside' : 'outside';
  }
  if (period.kind === 'now' || period.kind === 'calendar-year') return 'outside';
  if (period.kind === 'since-start') return 'inside';
  const { from, until } = daysIn(period);
  if (when.from >= from && when.until <= until) return 'inside';
  return when.from <= until && when.until >= from ? 'perhaps' : 'outside';
}

type Stretch = Exclude<Period, { kind: 'since-start' | 'calendar-year' | 'now' }>;

function daysIn(period: Stretch): Span {
  switch (period.kind) {
    case 'week':
      return spanOf(period.week);
    case 'quarter':
      return spanOf(period.quarter);
    case 'half-year':
      return spanOf(period.half);
    case 'year':
      return spanOf(String(period.year));
    case 'days':
      return { from: numbered(period.from), until: numbered(period.until) };
  }
}

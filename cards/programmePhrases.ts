import type { Progress } from '../data/registerProgress.js';
import {
  groupOf,
  presentStanding,
  removalOf,
  type ContentOf,
  type RegisterContent,
  type RegisterEntry,
  type RegisterKind,
  type TotalRow,
} from '../data/register.js';
import { organisationName, type CardContext } from './context.js';
import type { Fact } from './messageCard.js';
import { count, list, longDay } from './phrases.js';
import type { Words } from './words/words.js';

export function totalRowName({ figures, programme }: Words, row: TotalRow): string {
  return row === 'intervision-groups' ? programme.kinds.group.list : figures.rows[row];
}

type FactsOf = {
  [K in RegisterKind]: (
    context: CardContext,
    content: ContentOf<K>,
    entries: readonly RegisterEntry[],
  ) => Fact[];
};

const FACTS: FactsOf = {
  partner: partnerFacts,
  training: ({ words, language, region }, { on, title, organisation, officers }) => {
    const { fields } = words.programme;
    return [
      { label: fields.title, value: title },
      { label: fields.on, value: longDay(on, language) },
      {
        label: fields.organisation,
        value:
          organisation === undefined
            ? fields.noOrganisation
            : organisationName(region, organisation),
      },
      { label: fields.officers, value: count(officers, language) },
    ];
  },
  group: ({ words, language }, { name, since }) => [
    { label: words.programme.fields.name, value: name },
    { label: words.programme.fields.groupSince, value: longDay(since, language) },
  ],
  meeting: (context, content, entries) => {
    const { words, language } = context;
    const { fields } = words.programme;
    return [
      { label: fields.on, value: longDay(content.on, language) },
      { label: fields.group, value: groupName(context, content, entries) },
      { label: fields.attendance, value: attendanceText(context, content) },
    ];
  },
  target: ({ words, language }, { indicator, year, basis, n }) => {
    const { fields, bases } = words.programme;
    return [
      { label: fields.indicator, value: words.figures.rows[indicator] },
      { label: fields.year, value: String(year) },
      { label: fields.basisShort, value: bases[basis] },
      { label: fields.target, value: count(n, language) },
    ];
  },
  total: ({ words, language }, { row, n, until }) => {
    const { fields } = words.programme;
    return [
      { label: fields.row, value: totalRowName(words, row) },
      { label: fields.n, value: count(n, language) },
      { label: fields.until, value: longDay(until, language) },
    ];
  },
};

/** What an entry says, one fact for each thing that can be corrected. */
export function contentFacts(
  context: CardContext,
  entries: readonly RegisterEntry[],
  content: RegisterContent,
): Fact[] {
  return factsOf(content.kind, content, context, entries);
}

function factsOf<K extends RegisterKind>(
  kind: K,
  content: Extract<RegisterContent, { kind: K }>,
  context: CardContext,
  entries: readonly RegisterEntry[],
): Fact[] {
  return FACTS[kind](context, content, entries);
}

function partnerFacts({ words, language }: CardContext, content: ContentOf<'partner'>): Fact[] {
  const { fields, statuses, since: sinceDay } = words.programme;
  const { status, since } = presentStanding(content);
  const earlier = content.standings
    .slice(0, -1)
    .map((row) => `${statuses[row.status]} ${sinceDay(longDay(row.since, language))}`);
  return [
    { label: fields.partnerName, value: content.name },
    { label: fields.organisationType, value: words.organisationTypes[content.organisationType] },
    { label: fields.status, value: statuses[status] },
    { label: fields.since, value: longDay(since, language) },
    ...(earlier.length === 0 ? [] : [{ label: fields.earlier, value: earlier.join(', ') }]),
  ];
}

/** Typed text; where it stands must show it as it is. */
export function groupName(
  { words }: CardContext,
  { group: id }: ContentOf<'meeting'>,
  entries: readonly RegisterEntry[],
): string {
  const { noGroup, groupRemoved } = words.programme.fields;
  const group = groupOf(entries, id);
  if (!group) return noGroup;
  return removalOf(group) ? groupRemoved(group.content.name) : group.content.name;
}

export const attendedIn = ({ attendance }: ContentOf<'meeting'>) =>
  attendance.reduce((sum, { n }) => sum + n, 0);

function attendanceText(
  { words, language, region }: CardContext,
  content: ContentOf<'meeting'>,
): string {
  const { attendedFrom, attendanceOf, nobody } = words.programme.fields;
  if (content.attendance.length === 0) return nobody;
  const each = content.attendance.map(({ organisation, n }) =>
    attendedFrom(organisationName(region, organisation), n),
  );
  return attendanceOf(list(each, language), attendedIn(content));
}

/** `12 van 40`, and whether the year has yet to come or is over. */
export function progressText(
  { words: { programme }, language }: CardContext,
  { target, done, year }: Progress,
): string {
  const reached = programme.progress(count(done, language), count(target.n, language));
  switch (year) {
    case 'ahead':
      return `${reached}, ${programme.ahead(target.year)}`;
    case 'running':
      return reached;
    case 'over':
      return `${reached}, ${programme.over(target.year)}`;
  }
}

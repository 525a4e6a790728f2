import { INDICATORS } from '../data/figureRows.js';
import { yearAt } from '../data/periods.js';
import {
  BASES,
  entriesOf,
  groupOf,
  LONGEST_NAME,
  MOST_COUNTED,
  MOST_PEOPLE,
  PARTNER_STATUSES,
  PLAIN_NAME,
  TOTAL_ROWS,
  type RegisterEntry,
  type RegisterKind,
} from '../data/register.js';
import { dateProblem } from '../data/registerContent.js';
import { ORGANISATION_TYPES } from '../data/region.js';
import { organisationName, type CardContext } from './context.js';
import { choiceField, choicesField } from './fields/choiceFields.js';
import { dateField } from './fields/dateFields.js';
import { isBlank, type Field, type FieldOptions, type Fields } from './fields/field.js';
import { numberField } from './fields/numberField.js';
import { saidField } from './fields/saidField.js';
import { textField } from './fields/textField.js';
import { titled } from './phrases.js';
import { contentFacts, totalRowName } from './programmePhrases.js';

/** A form to add an entry, or to correct the one that is `stored`. */
export interface ProgrammeForm {
  kind: RegisterKind;
  id: string;
  stored: RegisterEntry | undefined;
  /** The whole register of the region. */
  entries: readonly RegisterEntry[];
  /** Second step of a meeting: ids of the organisations of which the number is asked. */
  attending?: readonly string[] | undefined;
  /** First step of a meeting, after Terug: ids of the organisations of which a number was typed. */
  counted?: readonly string[] | undefined;
  /** Somebody else changed it while the form was open: what it says now is shown. */
  isOvertaken?: boolean;
}

/** In a choice that can be left open: an answer that can be chosen again. */
export const NONE = '-';
const ATTENDED = 'attended-';
export const attendedId = (organisation: string) => `${ATTENDED}${organisation}`;

/** Of which organisations a number came with a reply. */
export function countedIn(inputs: Record<string, unknown>): string[] {
  const ids = Object.keys(inputs).filter((id) => id.startsWith(ATTENDED));
  return ids.map((id) => id.slice(ATTENDED.length));
}
/** So far ahead targets can be set. */
const YEARS_AHEAD = 5;

const FIELDS: Record<RegisterKind, (context: CardContext, form: ProgrammeForm) => Fields> = {
  partner: partnerFields,
  training: trainingFields,
  group: groupFields,
  meeting: meetingFields,
  target: targetFields,
  total: totalFields,
};

export function programmeFields(context: CardContext, form: ProgrammeForm): Fields {
  const own = FIELDS[form.kind](context, form);
  const now = nowFields(context, form);
  return Object.keys(now).length === 0 ? own : { ...now, ...asYours(context, own) };
}

/** Below what stands now: what the reader typed begins here. */
function asYours({ words }: CardContext, fields: Fields): Fields {
  const [first, ...others] = Object.entries(fields);
  if (!first) return fields;
  const [id, field] = first;
  const show: Field['show'] = (...shown) => ({
    ...field.show(...shown),
    section: words.programme.yours,
  });
  return { [id]: { ...field, show }, ...Object.fromEntries(others) };
}

function nowFields(context: CardContext, { stored, isOvertaken, entries }: ProgrammeForm): Fields {
  if (!stored || !isOvertaken) return {};
  const { words } = context;
  const rows = contentFacts(context, entries, stored.content).map(({ label, value }, n) => {
    const said = saidField(words, label, value);
    const section = n === 0 ? words.programme.standsNow : '';
    const show: Field['show'] = (id, shown) => ({ ...said.show(id, shown), section });
    return [`now-${n}`, { ...said, show }] as const;
  });
  return Object.fromEntries(rows);
}

function partnerFields(context: CardContext, { stored }: ProgrammeForm): Fields {
  const { words } = context;
  const { fields, statuses, statusHint } = words.programme;
  const statusOptions = { required: true, ...(stored && { below: statusHint }) };
  return {
    name: nameField(context, fields.partnerName),
    organisationType: choiceField(
      words,
      fields.organisationType,
      titled(ORGANISATION_TYPES, words.organisationTypes),
      { required: true },
    ),
    status: choiceField(words, fields.status, titled(PARTNER_STATUSES, statuses), statusOptions),
    since: registeredDay(context, fields.since, { hint: fields.sinceHint }),
  };
}

function trainingFields(context: CardContext, { stored }: ProgrammeForm): Fields {
  const { words } = context;
  const { fields } = words.programme;
  const own = stored?.content.kind === 'training' ? stored.content.organisation : undefined;
  const choices = [[NONE, fields.noOrganisation] as const, ...organisations(context, [own])];
  return {
    on: registeredDay(context, fields.on),
    title: nameField(context, fields.title),
    organisation: choiceField(words, fields.organisation, choices, { compact: true }),
    officers: numberField(words, fields.officersAsked, { required: true, most: MOST_PEOPLE }),
  };
}

function groupFields(context: CardContext): Fields {
  const { fields } = context.words.programme;
  return {
    name: plainNameField(context, fields.name),
    since: registeredDay(context, fields.groupSince),
  };
}

function meetingFields(context: CardContext, form: ProgrammeForm): Fields {
  const { words } = context;
  const { fields } = words.programme;
  const { attending, counted = [] } = form;
  const there = form.stored?.content.kind === 'meeting' ? form.stored.content.attendance : [];
  const own = there.map(({ organisation }) => organisation);
  const attendance: Fields = attending
    ? attendedFields(context, attending, { required: true })
    : {
        organisations: choicesField(words, fields.organisations, organisations(context, own), {
          required: true,
        }),
        ...attendedFields(context, counted, {}),
      };
  return {
    on: registeredDay(context, fields.on),
    group: choiceField(words, fields.group, groupChoices(context, form), { compact: true }),
    ...attendance,
  };
}

function attendedFields(
  { words, region }: CardContext,
  attending: readonly string[],
  asked: FieldOptions,
): Fields {
  const section = words.programme.fields.howMany;
  const rows = attending.map((id, n) => {
    const options = { ...asked, most: MOST_PEOPLE, ...(n === 0 && { section }) };
    return [attendedId(id), numberField(words, organisationName(region, id), options)] as const;
  });
  return Object.fromEntries(rows);
}

function targetFields(context: CardContext): Fields {
  const { words } = context;
  const { fields } = words.programme;
  return {
    indicator: choiceField(words, fields.indicator, titled(INDICATORS, words.figures.rows), {
      required: true,
    }),
    year: yearField(context),
    basis: choiceField(words, fields.basis, titled(BASES, fields.basisTitles), {
      required: true,
      below: fields.basisHint,
    }),
    n: numberField(words, fields.target, { required: true, most: MOST_COUNTED }),
  };
}

function totalFields(context: CardContext): Fields {
  const { words } = context;
  const { fields } = words.programme;
  const rows = TOTAL_ROWS.map((row) => [row, totalRowName(words, row)] as const);
  return {
    row: choiceField(words, fields.row, rows, { required: true, intro: fields.totalHint }),
    n: numberField(words, fields.n, { required: true, most: MOST_COUNTED }),
    until: registeredDay(context, fields.until, { hint: fields.untilHint }),
  };
}

function nameField({ words }: CardContext, label: string): Field {
  return textField(words, label, { required: true, maxLength: LONGEST_NAME });
}

function plainNameField(context: CardContext, label: string): Field {
  const field = nameField(context, label);
  const error = context.words.programme.errors.plainName;
  return {
    ...field,
    read: (raw, confirmed) => {
      const reading = field.read(raw, confirmed);
      const isPlain = typeof raw !== 'string' || isBlank(raw) || PLAIN_NAME.test(raw);
      return isPlain ? reading : { ok: false, error };
    },
  };
}

function registeredDay(
  { words, region, now }: CardContext,
  label: string,
  options: FieldOptions = {},
): Field {
  return dateField(words, label, { ...options, required: true }, (date) => {
    const problem = dateProblem(date, region, now);
    return problem && words.programme.errors.dates[problem];
  });
}

/** From the year in which the programme started; a choice is text, a year a number. */
function yearField({ words, region, now }: CardContext): Field {
  const first = Number(region.startedIn.slice(0, 4));
  const last = yearAt(now).year + YEARS_AHEAD;
  const years = Array.from({ length: last - first + 1 }, (_, n) => String(last - n));
  const field = choiceField(
    words,
    words.programme.fields.year,
    years.map((year) => [year, year] as const),
    { required: true },
  );
  return {
    ...field,
    read: (raw) => {
      const reading = field.read(typeof raw === 'number' ? String(raw) : raw);
      return reading.ok && reading.value !== undefined
        ? { ok: true, value: Number(reading.value) }
        : reading;
    },
    show: (id, value) => field.show(id, typeof value === 'number' ? String(value) : value),
  };
}

/** Those of the region, and those that stand in the entry although they left it. */
function organisations(
  { region }: CardContext,
  own: readonly (string | undefined)[],
): (readonly [id: string, name: string])[] {
  const listed = region.organisations.map(({ id, name }) => [id, name] as const);
  const left = own
    .filter((id) => id !== undefined)
    .filter((id) => !listed.some(([known]) => known === id));
  return [...listed, ...left.map((id) => [id, id] as const)];
}

function groupChoices(
  { words }: CardContext,
  { entries, stored }: ProgrammeForm,
): (readonly [id: string, name: string])[] {
  const { fields } = words.programme;
  const own = stored?.content.kind === 'meeting' ? stored.content.group : undefined;
  const standing = entriesOf(entries, 'group').map(
    ({ id, content }) => [id, content.name] as const,
  );
  const gone = standing.some(([id]) => id === own) ? undefined : groupOf(entries, own);
  return [
    [NONE, fields.noGroup],
    ...standing,
    ...(gone ? [[gone.id, fields.groupRemoved(gone.content.name)] as const] : []),
  ];
}

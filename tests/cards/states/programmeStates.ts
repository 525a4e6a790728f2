import type { CardContext } from '../../../cards/context.js';
import { programmeCard, programmeRegionCard } from '../../../cards/programmeCard.js';
import { programmeEntryCard, removeEntryCard } from '../../../cards/programmeEntryCard.js';
import { note } from '../../../cards/formCard.js';
import type { ProgrammeForm } from '../../../cards/programmeFields.js';
import { programmeFormCard, type ProgrammeFormView } from '../../../cards/programmeFormCard.js';
import { programmeListCard } from '../../../cards/programmeListCard.js';
import { slicePage } from '../../../data/casePage.js';
import { INDICATORS } from '../../../data/figureRows.js';
import {
  COORDINATOR_KINDS,
  entriesOf,
  REGISTER_KINDS,
  TOTAL_ROWS,
  type RegisterContent,
  type RegisterEntry,
  type RegisterEvent,
  type RegisterKind,
} from '../../../data/register.js';
import type { Progress } from '../../../data/registerProgress.js';
import { entryValues, newValues } from '../../../dialogs/programmeValues.js';
import { ANNEKE, MERYEM, NOW, utc } from '../../builders.js';
import {
  aGroup,
  aMeeting,
  anEntry,
  aPartner,
  aTarget,
  aTotal,
  aTraining,
} from '../../data/registerBuilder.js';
import { aRegion } from '../../data/regionBuilder.js';
import { PARTNER, TRAINING } from './typedTexts.js';

const NONE = { values: {}, errors: {} };
const ATTENDING = ['jgz-voorbeeld', 'wijkteam-voorbeeld', 'opvang-voorbeeld'];

const GROUP = anEntry(aGroup(), { id: 'RG-GGGGGG' });
const CONTENTS: { [K in RegisterKind]: Extract<RegisterContent, { kind: K }> } = {
  partner: aPartner({
    name: PARTNER,
    standings: [
      { status: 'talking', since: '2026-02-01' },
      { status: 'pledged', since: '2026-03-02' },
      { status: 'joined', since: '2026-11-02' },
    ],
  }),
  training: aTraining({ title: TRAINING, organisation: 'jgz-voorbeeld' }),
  group: aGroup(),
  meeting: aMeeting({
    group: GROUP.id,
    attendance: ATTENDING.map((organisation, n) => ({ organisation, n: n + 1 })),
  }),
  target: aTarget({ n: 1234 }),
  total: aTotal({ row: 'intervision-groups' }),
};

const removal: RegisterEvent = { kind: 'removed', by: MERYEM, at: utc('2026-11-16T08:40') };
const removed = (entry: RegisterEntry): RegisterEntry => ({
  ...entry,
  history: [...entry.history, removal],
});

/** Corrected so often that the card cannot show all of it. */
const OFTEN = anEntry(CONTENTS.partner, {
  version: 21,
  history: [
    { kind: 'added', by: ANNEKE, at: utc('2026-11-02T10:00') },
    ...Array.from({ length: 20 }, (_, n): RegisterEvent => {
      const before = { ...CONTENTS.partner, name: n % 2 === 0 ? TRAINING : PARTNER };
      return { kind: 'corrected', by: MERYEM, at: utc('2026-11-16T08:40'), before };
    }),
  ],
});

const many = (kind: 'partner' | 'training', n: number) =>
  Array.from({ length: n }, (_, index) =>
    anEntry(CONTENTS[kind], { id: `RG-${String(index + 222_222).replaceAll(/[01]/g, 'Z')}` }),
  );

const PROGRESS: Progress[] = [2025, 2026, 2027].flatMap((year, n) =>
  INDICATORS.map((indicator) => ({
    target: { indicator, year, basis: n === 0 ? 'since-start' : 'this-year', n: 1234 },
    done: 987,
    year: (['over', 'running', 'ahead'] as const)[n] ?? 'running',
  })),
);

export function programmeStates(context: CardContext) {
  const { words, region } = context;
  const { errors, saved, unchanged, changedBeforeRemoval } = words.programme;
  const each = REGISTER_KINDS.map((kind) => anEntry(CONTENTS[kind]));
  const entries = [
    ...many('partner', 40),
    ...many('training', 12),
    GROUP,
    ...each.slice(3),
    ...TOTAL_ROWS.map((row, n) => anEntry(aTotal({ row }), { id: `RG-TTTTT${n + 2}` })),
  ];
  const overview = { kinds: REGISTER_KINDS, entries, progress: PROGRESS };

  const list = (rows: RegisterEntry[], kind: RegisterKind, which: 'standing' | 'removed', at = 0) =>
    programmeListCard(context, {
      ...slicePage(entriesOf(rows, kind, which), at, 8, ({ id }) => id),
      kind,
      which,
      total: entriesOf(rows, kind, which).length,
      removed: entriesOf(rows, kind, 'removed').length,
      entries: [...rows, GROUP],
      progress: new Map(PROGRESS.slice(0, 1).map((one) => ['RG-2222AA', one])),
    });
  const entry = (kind: RegisterKind) => ({ entry: anEntry(CONTENTS[kind]), entries: [GROUP] });
  const form = (kind: RegisterKind, parts: Partial<ProgrammeFormView> = {}): ProgrammeForm => ({
    kind,
    id: 'RG-2222AA',
    stored: undefined,
    entries: [GROUP],
    ...parts,
  });
  const empty = (kind: RegisterKind) =>
    programmeFormCard(context, form(kind), { values: newValues(kind, NOW), errors: {} });
  const filled = (kind: RegisterKind, parts: Partial<ProgrammeFormView> = {}) => {
    const stored = anEntry(CONTENTS[kind]);
    const read = { values: entryValues(stored.content), errors: {} };
    return programmeFormCard(context, form(kind, { stored, ...parts }), read);
  };
  const inEach = <T>(make: (kind: RegisterKind) => T) =>
    Object.fromEntries(REGISTER_KINDS.map((kind) => [kind, make(kind)]));

  return {
    programmeRegionCard: {
      two: programmeRegionCard(context, [region, aRegion({ name: 'Elders' })]),
    },
    programmeCard: {
      'of a project leader': programmeCard(context, overview),
      'of a coordinator': programmeCard(context, { ...overview, kinds: COORDINATOR_KINDS }),
      empty: programmeCard(context, { kinds: REGISTER_KINDS, entries: [], progress: [] }),
    },
    programmeListCard: {
      ...inEach((kind) => list([anEntry(CONTENTS[kind])], kind, 'standing')),
      empty: list([], 'partner', 'standing'),
      'in the middle': list([...many('partner', 40)], 'partner', 'standing', 16),
      'the last one': list([...many('partner', 41)], 'partner', 'standing', 40),
      'with removed ones': list([removed(anEntry(aGroup()))], 'group', 'standing'),
      'the removed ones': list([removed(anEntry(aGroup()))], 'group', 'removed'),
      'none removed': list([], 'group', 'removed'),
      'a group that was removed': programmeListCard(context, {
        ...slicePage([anEntry(CONTENTS.meeting)], 0, 8, ({ id }) => id),
        kind: 'meeting',
        which: 'standing',
        total: 1,
        removed: 0,
        entries: [removed(GROUP)],
        progress: new Map(),
      }),
    },
    programmeEntryCard: {
      ...inEach((kind) => programmeEntryCard(context, entry(kind))),
      'of a target': programmeEntryCard(context, {
        ...entry('target'),
        progress: PROGRESS[0],
      }),
      'with a last day in another year': programmeEntryCard(context, {
        entry: anEntry(aTotal({ until: '2025-12-31' })),
        entries: [],
      }),
      saved: programmeEntryCard(context, { ...entry('partner'), happened: note(saved, 'good') }),
      'with nothing changed': programmeEntryCard(context, {
        ...entry('partner'),
        happened: note(unchanged, 'emphasis'),
      }),
      'with a long history': programmeEntryCard(context, { entry: OFTEN, entries: [] }),
      removed: programmeEntryCard(context, { entry: removed(OFTEN), entries: [] }),
      'removed this moment': programmeEntryCard(context, {
        entry: removed(OFTEN),
        entries: [],
        happened: note(words.programme.removedDone, 'good'),
      }),
    },
    programmeFormCard: {
      ...inEach(empty),
      ...Object.fromEntries(REGISTER_KINDS.map((kind) => [`${kind} to correct`, filled(kind)])),
      'who was at a meeting': filled('meeting', { attending: ATTENDING }),
      'back to who was at a meeting': filled('meeting', { counted: ATTENDING }),
      'changed meanwhile': filled('partner', { isOvertaken: true, stored: OFTEN }),
      'there already': programmeFormCard(
        context,
        { ...form('partner'), twin: anEntry(CONTENTS.partner) },
        {
          values: { ...entryValues(CONTENTS.partner), since: '2027-01-01' },
          errors: { name: errors.duplicate.partner, since: errors.dates.future },
        },
      ),
      'with nothing filled in': programmeFormCard(context, form('training'), {
        ...NONE,
        errors: { on: words.errors.date, title: words.errors.requiredText },
      }),
    },
    removeEntryCard: {
      ...inEach((kind) => removeEntryCard(context, entry(kind))),
      'changed meanwhile': removeEntryCard(context, {
        ...entry('partner'),
        happened: note(changedBeforeRemoval('16 november 2026', 'Meryem Kaya'), 'warning'),
      }),
    },
  };
}

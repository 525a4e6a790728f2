import { wordsIn } from '../../../cards/words/words.js';
import { erasedImport, importedKey, type Imported } from '../../../data/imported.js';
import type { ImportValues } from '../../../data/imported/columns.js';
import { importGuide } from '../../../data/imported/guide.js';
import { readImportRow } from '../../../data/imported/row.js';
import { dayOf } from '../../../data/weeks.js';
import { written } from './calendar.js';
import { regionOf, type Step, type World } from './world.js';

/** A row of a file; now and then one that was imported before, corrected. */
export const importRow: Step = async (world) => {
  const before = world.log.filter((fact) => fact.kind === 'imported');
  const again = before.length > 0 && world.maybe(1, 3) ? world.pick(before) : undefined;
  const region = again ? regionOf(again.region) : world.region;
  const id = again?.of ?? world.thing('past').padEnd(43, '_').replace(' ', '-');
  const stored = await world.store.read('imported', importedKey({ region: region.id, id }));
  if (stored?.status === 'erased') return;
  const today = dayOf(world.now);
  const values = pastValues(world);
  const row = readImportRow(values, importGuide(region, today, WORDS));
  if (!row.ok) return;
  const put: Imported = {
    ...{ region: region.id, id, version: (stored?.version ?? 0) + 1, status: 'kept' },
    filedIn: stored?.filedIn ?? row.past.openedOn.slice(0, 7),
    importedOn: today,
    past: row.past,
  };
  const facts = world.facts(id, region.id, [{ kind: 'imported', values }]);
  await world.carryOut({ writes: [{ kind: 'imported', put }] }, facts);
};

const { checklist, organisationTypes } = wordsIn('nl');
const WORDS = {
  domains: { social: ['sociaal'], medical: ['medisch'] },
  organisationTypes,
  elsewhere: checklist.elsewhere,
  reasons: checklist.reasons,
  outcomes: checklist.outcomes,
};

function pastValues(world: World): ImportValues {
  const dates = [0, 1, 2].map(() => written(world.today - world.pick([0, 3, 20, 200, 400]))).sort();
  const [opened = '', escalated = '', closed = ''] = dates.map((day) =>
    world.maybe(1, 3) ? day.slice(0, 7) : day,
  );
  const isEscalated = world.maybe(1, 2);
  const isClosed = isEscalated && world.maybe(1, 2);
  return {
    external_id: 'dossier',
    opened_on: opened,
    domain: world.pick(['social', 'medical']),
    organisation: '',
    organisation_type: world.pick(['gp', 'youth-health']),
    municipality: world.pick(['leiden', 'lisse', 'gouda', 'unknown']),
    talk: world.pick(['yes', 'yes', 'no']),
    reasons: isEscalated ? world.reasons().join(';') : '',
    escalated_on: isEscalated ? escalated : '',
    closed_on: isClosed ? closed : '',
    outcome: isClosed && world.maybe(2, 3) ? world.pick(['postponed', 'pregnant']) : '',
    contraception_realised_on: world.maybe(1, 2)
      ? world.dayBefore().slice(0, world.pick([7, 10]))
      : '',
  };
}

export const eraseImport: Step = async (world) => {
  const imported = world.log.filter((fact) => fact.kind === 'imported');
  if (imported.length === 0) return;
  const { of: id, region } = world.pick(imported);
  const stored = await world.store.read('imported', importedKey({ region, id }));
  if (stored?.status !== 'kept') return;
  const { put, remains: left } = erasedImport(stored);
  const counted = left.map((contribution) => ({ region, contribution }));
  const writes = [{ kind: 'imported', put } as const];
  await world.carryOut({ writes, counted }, world.facts(id, region, [{ kind: 'erased' }]));
};

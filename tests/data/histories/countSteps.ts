import { decideCount, quickCountKey } from '../../../data/quickCount.js';
import type { RegisterInput } from '../../../data/register.js';
import { addEntry, correctEntry, removeEntry } from '../../../data/registerChanges.js';
import { ANNEKE, SANNE } from '../../builders.js';
import { regionOf, type Step, type World } from './world.js';

/** Entered, or what was entered last corrected. */
export const countQuickly: Step = async (world) => {
  const before = world.log.findLast((fact) => fact.kind === 'counted');
  const again = world.maybe(1, 2) ? before : undefined;
  const region = again ? regionOf(again.region) : world.region;
  const organisation =
    region.organisations.find(({ type }) => type === again?.type) ??
    world.pick(region.organisations);
  const municipality = again?.municipality ?? world.pick(['leiden', 'gouda']);
  const month = again?.month ?? world.dayBefore().slice(0, 7);
  const answers = {
    month,
    municipality,
    talks: world.pick([0, 1, 4]),
    realised: world.pick([0, 1]),
  };
  const key = quickCountKey({
    region: region.id,
    organisation: organisation.id,
    municipality,
    month,
  });
  const stored = await world.store.read('quick-count', key);
  const entry = { region, organisation, answers, by: SANNE, seen: stored?.version ?? 0 };
  const decision = decideCount(stored, entry, world.now);
  if (decision.kind !== 'counted') return;
  const { type, domain } = organisation;
  await world.carryOut(
    { writes: [{ kind: 'quick-count', put: decision.count }] },
    world.facts(`count ${key}`, region.id, [{ kind: 'counted', type, domain, ...answers }]),
  );
};

/** Added; or one that is there corrected or removed. */
export const register: Step = async (world) => {
  const entered = world.log.flatMap((fact) => (fact.kind === 'registered' ? [fact] : []));
  const before = entered.length > 0 && world.maybe(1, 2) ? world.pick(entered) : undefined;
  const region = before ? regionOf(before.region) : world.region;
  const id = before?.of ?? `RG-${world.signs(6)}`;
  const stored = await world.store.read('register', id);
  const input = before ? anew(world, before.input) : entry(world);
  const entering = { region, entries: [], input, by: ANNEKE };
  const isRemoved = stored !== undefined && world.maybe(1, 3);
  const decision = !stored
    ? addEntry(id, entering, world.now)
    : isRemoved
      ? removeEntry(stored, stored.version, ANNEKE, world.now)
      : correctEntry(stored, stored.version, entering, world.now);
  if (decision.kind !== 'stored') return;
  await world.carryOut(
    { writes: [{ kind: 'register', put: decision.entry }] },
    world.facts(id, region.id, [
      isRemoved ? { kind: 'unregistered' } : { kind: 'registered', input },
    ]),
  );
};

const STATUSES = ['joined', 'joined', 'talking', 'declined'] as const;

function entry(world: World): RegisterInput {
  const on = world.dayBefore();
  return world.pick<RegisterInput>([
    {
      kind: 'partner',
      name: 'Kraamzorg',
      organisationType: 'maternity-care',
      status: world.pick(STATUSES),
      since: on,
    },
    { kind: 'training', on, title: 'Basisscholing', officers: world.pick([0, 6]) },
    { kind: 'group', name: 'Intervisie', since: on },
    { kind: 'meeting', on, attendance: [] },
    {
      kind: 'total',
      row: world.pick(['trainings', 'partners']),
      n: world.pick([0, 25]),
      until: on,
    },
    { kind: 'target', indicator: 'talks', year: 2026, basis: 'since-start', n: 40 },
  ]);
}

/** Of the same kind, on another day. */
function anew(world: World, input: RegisterInput): RegisterInput {
  const on = world.dayBefore();
  switch (input.kind) {
    case 'partner':
      return { ...input, status: world.pick(STATUSES), since: on };
    case 'training':
      return { ...input, on, officers: world.pick([1, 8]) };
    case 'group':
      return { ...input, since: on };
    case 'meeting':
      return { ...input, on };
    case 'total':
      return { ...input, n: world.pick([1, 30]), until: on };
    case 'target':
      return { ...input, n: world.pick([10, 20]) };
  }
}

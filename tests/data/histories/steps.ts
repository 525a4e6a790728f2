import { keptUntil, remains } from '../../../data/erase.js';
import { weekOf } from '../../../data/weeks.js';
import { CASE_STEPS } from './caseSteps.js';
import { open } from './checklistSteps.js';
import { countQuickly, register } from './countSteps.js';
import { eraseImport, importRow } from './importSteps.js';
import { regionOf, type Step, type World } from './world.js';

const openOne: Step = async (world) => {
  const { region } = world;
  const { next, happened } = open(world, region);
  const of = world.thing('case');
  await world.carryOut(
    { writes: [{ kind: 'case', put: next }] },
    world.facts(of, region.id, happened),
  );
  world.cases.set(next.code, of);
};

const changeOne: Step = async (world) => {
  const known = [...world.cases];
  if (known.length === 0) return;
  // Mostly one that people are busy with, or few stories would get far.
  const [code, of] = world.pick(world.maybe(3, 4) ? known.slice(-8) : known);
  const subject = await world.stored(code);
  const region = regionOf(subject.region);
  // Most of what is chosen blindly has no effect.
  for (let tries = 0; tries < 6; tries += 1) {
    const done = world.pick(CASE_STEPS)(world, subject, region);
    if (!done) continue;
    const writes = [{ kind: 'case', put: done.next } as const];
    await world.carryOut({ writes }, world.facts(of, region.id, done.happened));
    return;
  }
};

/** The client took back that it was recorded, or somebody asked for it. */
const eraseOne: Step = async (world) => {
  const codes = [...world.cases.keys()];
  if (codes.length > 0) await erase(world, world.pick(codes));
};

/** Whatever has been kept for so long as the region allows. */
const letGo: Step = async (world) => {
  for (const code of [...world.cases.keys()]) {
    const subject = await world.stored(code);
    const until = keptUntil(subject, regionOf(subject.region).retention);
    if (until && until <= world.now) await erase(world, code);
  }
};

async function erase(world: World, code: string): Promise<void> {
  const subject = await world.stored(code);
  const { region, version } = subject;
  const counted = remains(subject).map((contribution) => ({ region, contribution }));
  const writes = [{ kind: 'case', remove: { key: code, version } } as const];
  const of = world.cases.get(code) ?? '';
  await world.carryOut({ writes, counted }, world.facts(of, region, [{ kind: 'erased' }]));
  world.cases.delete(code);
}

const loose =
  (row: 'offered-not-wanted' | 'consults', kind: 'offered-not-wanted' | 'consult'): Step =>
  async (world) => {
    const region = world.region.id;
    const counted = [{ region, contribution: { row, period: weekOf(world.now) } }];
    await world.carryOut(
      { writes: [], counted },
      world.facts(world.thing(kind), region, [{ kind }]),
    );
  };

const times = (n: number, step: Step) => Array.from({ length: n }, () => step);

const STEPS: readonly Step[] = [
  ...times(8, openOne),
  ...times(36, changeOne),
  ...times(2, eraseOne),
  ...times(2, letGo),
  ...times(2, loose('offered-not-wanted', 'offered-not-wanted')),
  ...times(2, loose('consults', 'consult')),
  ...times(3, countQuickly),
  ...times(4, register),
  ...times(3, importRow),
  ...times(1, eraseImport),
];

/** Something happens, and time goes by. */
export async function step(world: World): Promise<void> {
  await world.pick(STEPS)(world);
  world.goOn();
}

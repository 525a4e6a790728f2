import { currentEscalation } from '../../../data/case.js';
import { CONTRACEPTION_RESULTS, OUTCOMES, PROGRESS } from '../../../data/checklist.js';
import { decide, type Command } from '../../../data/lifeCycle.js';
import type { Person } from '../../../data/person.js';
import type { CaseStep } from './checklistSteps.js';
import type { Happened } from './log.js';
import { COORDINATORS, type World } from './world.js';

/** A command by whoever may give it, mostly. */
function command(
  of: (world: World, by: { holder: Person; professional: Person }) => Command,
  ...happened: Happened[]
): CaseStep {
  return (world, subject) => {
    const state = currentEscalation(subject)?.state;
    const holder = state?.status === 'claimed' ? state.holder : world.pick(COORDINATORS);
    const given = of(world, { holder, professional: subject.professional });
    const decision = decide(subject, given, world.now);
    if (!decision.ok) return undefined;
    return { next: decision.case, happened: [...happened, ...alsoSaid(given)] };
  };
}

/** What a command says besides its kind. */
function alsoSaid(given: Command): Happened[] {
  if (given.kind === 'close') {
    const { outcome, contraception: result, realisedOn } = given;
    const closed = { kind: 'closed', outcome, result } as const;
    const isRealised = result === 'realised' && realisedOn !== undefined;
    return [closed, ...(isRealised ? [{ kind: 'realised', on: realisedOn } as const] : [])];
  }
  if (given.kind === 'answer-follow-up' && given.realisedOn !== undefined)
    return [{ kind: 'realised', on: given.realisedOn }];
  if (given.kind !== 'update-lane' || given.reason !== 'finance') return [];
  const { askedCents = 0, grantedCents = 0, chargedTo, year, declaration } = given.lane;
  const amounts = { asked: askedCents, granted: grantedCents, by: chargedTo, year };
  return [{ kind: 'financed', ...amounts, paid: declaration === 'paid' }];
}

const exception = 'verhuist naar Leiden';
export const claim = command(({ pick }) => ({ kind: 'claim', by: pick(COORDINATORS), exception }), {
  kind: 'claimed',
});
export const giveBack = command(
  ({ pick }, { holder }) => pick<Command>([{ kind: 'give-back', by: holder }, { kind: 'lapse' }]),
  { kind: 'back-in-line' },
);
export const offer = command(
  ({ pick }, { holder }) => ({ kind: 'offer', by: holder, to: pick(COORDINATORS) }),
  { kind: 'went-on' },
);
export const accept = command(({ pick }) => ({ kind: 'accept', by: pick(COORDINATORS) }), {
  kind: 'went-on',
});
export const decline = command(
  (_, { holder }) => ({ kind: 'decline', by: holder, reason: 'regulier' }),
  {
    kind: 'declined',
  },
);
export const close = command((world, { holder }) => ({
  kind: 'close',
  by: holder,
  outcome: world.pick(OUTCOMES),
  contraception: world.pick([...CONTRACEPTION_RESULTS, 'realised']),
  realisedOn: world.maybe(3, 4) ? world.monthOrDay() : undefined,
}));
export const reopen = command(({ pick }) => ({ kind: 'reopen', by: pick(COORDINATORS) }), {
  kind: 'reopened',
});
export const withdraw = (why: 'mistake' | 'client-stops') =>
  command((_, { professional: by }) => ({ kind: 'withdraw', by, why }), {
    kind: 'withdrawn',
    why,
  });

export const finance = command((world, { holder: by }) => ({
  kind: 'update-lane',
  by,
  reason: 'finance',
  lane: {
    year: Number(world.now.toFormat('yyyy')) + world.pick([0, 0, 1]),
    settled: false,
    ...(world.maybe(4, 5) && { chargedTo: world.pick(['leiden', 'lisse']) }),
    ...(world.maybe(2, 3) && { askedCents: world.pick([0, 12_550, 8000]) }),
    ...(world.maybe(2, 3) && { grantedCents: world.pick([0, 7500]) }),
    ...(world.maybe(2, 3) && { declaration: 'paid' as const }),
  },
}));
export const followUp = command(
  (world, { holder: by }) => {
    const lane = { on: world.dayBefore(), asks: 'professional', settled: false } as const;
    return { kind: 'update-lane', by, reason: 'follow-up', lane };
  },
  { kind: 'went-on' },
);
export const askHow = command(() => ({ kind: 'ask-follow-up' }), { kind: 'went-on' });
export const sayHow = command(
  (world, { professional: by }) => ({
    kind: 'answer-follow-up',
    by,
    answer: world.pick(PROGRESS),
    realisedOn: world.maybe(1, 2) ? world.monthOrDay() : undefined,
  }),
  { kind: 'went-on' },
);

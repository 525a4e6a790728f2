import { PHASES, PROGRESS } from '../../../data/checklist.js';
import type { OwnDecision } from '../../../data/corrections.js';
import { correctRealisation } from '../../../data/correctRealisation.js';
import { correctTalk } from '../../../data/correctTalk.js';
import { correctEscalation, recordRealised } from '../../../data/ownCase.js';
import { withdrawPermission } from '../../../data/permission.js';
import { reportProgress } from '../../../data/progress.js';
import { takeOver } from '../../../data/takeOver.js';
import { SANNE, TOM } from '../../builders.js';
import { further, type CaseStep, type Done } from './checklistSteps.js';
import {
  accept,
  askHow,
  claim,
  close,
  decline,
  finance,
  followUp,
  giveBack,
  offer,
  reopen,
  sayHow,
  withdraw,
} from './commandSteps.js';
import type { Happened } from './log.js';
import { PLACES, type World } from './world.js';

function own(decision: OwnDecision, ...happened: Happened[]): Done | undefined {
  return decision.ok ? { next: decision.case, happened } : undefined;
}

const rightTalk: CaseStep = (world, subject, region) => {
  const talk = world.pick([1, subject.talks.length]);
  const on = world.maybe(1, 2) ? world.dayBefore() : undefined;
  const phase = world.maybe(1, 2) ? world.pick(PHASES) : undefined;
  const municipality = world.maybe(1, 3) ? world.pick(PLACES) : undefined;
  const realisation = world.maybe(1, 4) ? { on: whenever(world) } : undefined;
  const dated = { ...(on !== undefined && { on }), ...(phase && { phase }) };
  const answers = {
    ...dated,
    ...(municipality !== undefined && { municipality }),
    ...(realisation && { realisation }),
    ...(world.maybe(1, 4) && { arrangement: 'self' as const }),
  };
  return own(
    correctTalk(region, subject, talk, answers, SANNE, world.now),
    { kind: 'talk-corrected', talk, ...dated },
    ...(municipality === undefined ? [] : [{ kind: 'moved', municipality } as const]),
    ...(realisation ? [{ kind: 'realised-otherwise', on: realisation.on } as const] : []),
  );
};

const whenever = (world: World) => (world.maybe(1, 3) ? undefined : world.monthOrDay());

const rightRealisation: CaseStep = (world, subject) => {
  const on = whenever(world);
  const decision = correctRealisation(subject, { on }, SANNE, world.now);
  return own(decision, { kind: 'realised-otherwise', on });
};

const rightEscalation: CaseStep = (world, subject, region) => {
  const reasons = world.maybe(2, 3) ? world.reasons() : undefined;
  // What it took over from its talk is corrected there.
  const phase = subject.talks.length === 0 ? world.pick(PHASES) : undefined;
  const municipality = world.maybe(1, 3) ? world.pick(PLACES) : undefined;
  const permissions = world.some(['network', 'followUp'] as const);
  const rows = { ...(reasons && { reasons }), ...(phase && { phase }) };
  const moved = municipality === undefined ? {} : { municipality };
  const answers = { ...rows, ...moved, permissions };
  return own(
    correctEscalation(region, subject, answers, SANNE, world.now),
    { kind: 'permitted', permissions },
    { kind: 'escalation-corrected', ...rows },
    ...(municipality === undefined ? [] : [{ kind: 'moved', municipality } as const]),
  );
};

const realised: CaseStep = (world, subject) => {
  const on = world.monthOrDay();
  return own(recordRealised(subject, on, SANNE, world.now), { kind: 'realised', on });
};

const forbid: CaseStep = (world, subject) => {
  const permission = world.pick(['share', 'network', 'followUp', 'network', 'followUp'] as const);
  const next = withdrawPermission(subject, permission, SANNE, world.now);
  return next && { next, happened: [{ kind: 'forbidden', permission }] };
};

const goesOn: CaseStep = (world, subject) => {
  const report = { answer: world.pick(PROGRESS), note: '' };
  const told = reportProgress(subject, report, SANNE, world.now);
  // Their own again: what somebody else took over, nobody but they can withdraw.
  const to = world.pick([SANNE, TOM]);
  const next = world.maybe(1, 2) && told.ok ? told.case : takeOver(subject, to, world.now);
  return { next, happened: [{ kind: 'went-on' }] };
};

/** What happens often stands here more than once. */
export const CASE_STEPS: readonly CaseStep[] = [
  ...[claim, claim, claim, claim, claim, claim, claim, claim, close, close, close],
  ...[further, further, further, rightTalk, rightTalk, rightEscalation, rightEscalation],
  ...[rightRealisation, rightRealisation, rightRealisation, realised, realised, realised],
  ...[forbid, forbid, forbid, goesOn, giveBack, giveBack, offer, accept, reopen, reopen, reopen],
  ...[finance, finance, finance, finance, finance, finance, finance, finance],
  ...[followUp, followUp, followUp, askHow, askHow, askHow, sayHow, sayHow, sayHow],
  ...[decline, decline, decline, withdraw('mistake'), withdraw('mistake')],
  ...[withdraw('client-stops')],
];

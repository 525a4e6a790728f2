import { addToCase } from '../../../data/addToCase.js';
import { PERMISSIONS, type Case } from '../../../data/case.js';
import { PHASES, type Reason } from '../../../data/checklist.js';
import { openCase, type Attested, type EscalationRequest } from '../../../data/openCase.js';
import type { Region } from '../../../data/region.js';
import { instantOf } from '../../../data/weeks.js';
import { SANNE } from '../../builders.js';
import type { Happened } from './log.js';
import { PLACES, type World } from './world.js';

export interface Done {
  next: Case;
  happened: Happened[];
}
/** One thing that people do to a case; nothing when it has no effect. */
export type CaseStep = (world: World, subject: Case, region: Region) => Done | undefined;

export function open(world: World, region: Region): Done {
  const organisation = world.pick(region.organisations);
  const brought = bring(world, { canEscalate: true });
  const municipality = world.pick(PLACES);
  const code = newCode(world, region);
  const setting = { region, professional: SANNE, organisation, domain: organisation.domain };
  const caller = world.maybe(1, 8) ? { name: 'Kim', phone: '071' } : undefined;
  const opening = { ...brought.addition, code, municipality, caller };
  const { type, domain } = organisation;
  const opened: Happened = { kind: 'opened', code, municipality, type, domain };
  return {
    next: openCase(setting, opening, world.now),
    happened: [opened, ...brought.happened(0)],
  };
}

/** Now and then one that another case had, which was erased. */
function newCode(world: World, region: Region): string {
  const former = world.log.flatMap((fact) => (fact.kind === 'opened' ? [fact.code] : []));
  const free = former.filter(
    (code) => code.startsWith(region.codePrefix) && !world.cases.has(code),
  );
  if (free.length > 0 && world.maybe(1, 3)) return world.pick(free);
  const code = `${region.codePrefix}-${world.signs(4)}`;
  return world.cases.has(code) ? newCode(world, region) : code;
}

export const further: CaseStep = (world, subject, region) => {
  const { addition, happened } = bring(world, { canEscalate: world.maybe(2, 3) });
  const next = addToCase(region, subject, addition, world.now);
  return next && { next, happened: happened(subject.talks.length) };
};

/** A checklist: a talk, an escalation or both; medical referrers have no talk to record. */
function bring(world: World, { canEscalate }: { canEscalate: boolean }) {
  const isEscalated = canEscalate && world.maybe(3, 5);
  const realisedOn = world.maybe(1, 5) ? world.monthOrDay() : undefined;
  const talk = !isEscalated || world.maybe(3, 4) ? world.talk(realisedOn) : undefined;
  const phase = talk?.phase ?? world.pick(PHASES);
  const escalation = isEscalated ? request(world, phase) : undefined;
  const attested = attest(world, escalation?.reasons ?? []);
  const permissions = PERMISSIONS.filter((permission) => attested[permission]?.given);
  const happened = (talksBefore: number): Happened[] => [
    { kind: 'permitted', permissions },
    ...(talk ? [{ kind: 'talked', on: talk.on, phase } as const] : []),
    ...(talk && realisedOn !== undefined ? [{ kind: 'realised', on: realisedOn } as const] : []),
    ...(escalation
      ? [
          {
            kind: 'escalated',
            reasons: escalation.reasons,
            phase,
            ...(talk && { talk: talksBefore + 1 }),
          } as const,
        ]
      : []),
  ];
  return { addition: { talk, realisedOn, escalation, attested }, happened };
}

function request(world: World, phase: EscalationRequest['phase']): EscalationRequest {
  const about = { situations: [], priority: false, reachable: 'dinsdag', note: '' };
  return { ...about, reasons: world.reasons(), phase };
}

/** Everything that these reasons need, and chance decides of the rest. */
function attest(world: World, reasons: readonly Reason[]): Attested {
  const at = instantOf(world.now);
  const said = (given: boolean) => ({ given, at });
  return {
    record: said(true),
    ...(reasons.length > 0 || world.maybe(1, 3) ? { share: said(true) } : {}),
    network: said(reasons.includes('somatic-network') || world.maybe(1, 2)),
    followUp: said(reasons.includes('follow-up') || world.maybe(1, 2)),
  };
}

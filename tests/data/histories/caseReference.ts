import type { Permission } from '../../../data/case.js';
import type { Reason } from '../../../data/checklist.js';
import { DAY_MS, dutchDay, numbered, written } from './calendar.js';
import type { Fact } from './log.js';
import {
  dayMeant,
  isNotLater,
  monthOf,
  onDay,
  whence,
  type TakesPart,
  type Unit,
} from './units.js';

/** One escalation as it was told. */
interface Told {
  at: number;
  reasons: readonly Reason[];
  phase: string;
  talk: number | undefined;
  status: 'open' | 'claimed' | 'declined' | 'closed' | 'withdrawn';
  /** A mistake, or stopped by the client after nobody took it: neither makes it count. */
  isOff: 'mistake' | 'declined' | undefined;
  firstClaim?: number;
  closed?: { at: number; outcome: string; result: string };
  money?: Extract<Fact, { kind: 'financed' }>;
}

/** What is known of one case by the end of the log. */
interface Story {
  code: string;
  place: { municipality: string; type: string; domain: string };
  talks: { on: string; phase: string }[];
  escalations: Told[];
  permitted: Set<Permission>;
  realised: { on: string; at: number } | undefined;
  /** Fixed the first time that it was recorded. */
  route: 'partner-contraception' | 'escalated-contraception' | undefined;
}

const isCounted = ({ status, isOff }: Told) => status !== 'declined' && isOff === undefined;
const isActive = ({ status }: Told) => status === 'open' || status === 'claimed';

function storyOf(facts: readonly Fact[]): Story {
  const [first] = facts;
  if (first?.kind !== 'opened') throw new Error('a case begins when it is opened');
  const { code, municipality, type, domain } = first;
  const story: Story = {
    code,
    place: { municipality, type, domain },
    talks: [],
    escalations: [],
    permitted: new Set(),
    realised: undefined,
    route: undefined,
  };
  for (const fact of facts) tell(story, fact);
  return story;
}

/** Long because it says all of it at one place, in the order in which things come about. */
function tell(story: Story, fact: Fact): void {
  const current = story.escalations.at(-1);
  switch (fact.kind) {
    case 'opened':
    case 'went-on':
    case 'erased':
      return;
    case 'permitted':
      for (const permission of fact.permissions) story.permitted.add(permission);
      return;
    case 'forbidden':
      story.permitted.delete(fact.permission);
      if (current && isActive(current) && isLeftWithNothing(current, story.permitted))
        current.status = 'withdrawn';
      return;
    case 'moved':
      story.place = { ...story.place, municipality: fact.municipality };
      return;
    case 'talked':
      story.talks.push({ on: fact.on, phase: fact.phase });
      return;
    case 'talk-corrected':
      rightTalk(story, fact);
      return;
    case 'realised':
      if (!story.realised) realise(story, fact.on, fact.at);
      return;
    case 'realised-otherwise':
      if (fact.on === undefined) story.realised = undefined;
      else if (fact.on !== story.realised?.on) realise(story, fact.on, fact.at);
      return;
    case 'escalated': {
      const { at, reasons, phase, talk } = fact;
      story.escalations.push({ at, reasons, phase, talk, status: 'open', isOff: undefined });
      return;
    }
    case 'escalation-corrected':
    case 'claimed':
    case 'back-in-line':
    case 'reopened':
    case 'declined':
    case 'closed':
    case 'withdrawn':
    case 'financed':
      if (!current) throw new Error(`${fact.kind} without an escalation`);
      tellOf(current, fact);
      return;
    case 'offered-not-wanted':
    case 'consult':
    case 'counted':
    case 'registered':
    case 'unregistered':
    case 'imported':
      throw new Error(`${fact.kind} is not of a case`);
  }
}

type OfEscalation = Extract<
  Fact,
  {
    kind:
      | 'escalation-corrected'
      | 'claimed'
      | 'back-in-line'
      | 'reopened'
      | 'declined'
      | 'closed'
      | 'withdrawn'
      | 'financed';
  }
>;

function tellOf(current: Told, fact: OfEscalation): void {
  switch (fact.kind) {
    case 'escalation-corrected':
      current.reasons = fact.reasons ?? current.reasons;
      current.phase = fact.phase ?? current.phase;
      return;
    case 'claimed':
      current.status = 'claimed';
      current.firstClaim ??= fact.at;
      return;
    case 'back-in-line':
    case 'reopened':
      current.status = 'open';
      return;
    case 'declined':
      current.status = 'declined';
      return;
    case 'closed':
      current.status = 'closed';
      current.closed = { at: fact.at, outcome: fact.outcome, result: fact.result };
      return;
    case 'withdrawn':
      if (fact.why === 'mistake') current.isOff = 'mistake';
      else if (current.status === 'declined') current.isOff = 'declined';
      current.status = 'withdrawn';
      return;
    case 'financed':
      current.money = fact;
      return;
  }
}

/** An escalation that was stored with a talk says the same phase: they are one answer. */
function rightTalk(
  { talks, escalations }: Story,
  { talk: number, on, phase }: Extract<Fact, { kind: 'talk-corrected' }>,
): void {
  const talk = talks[number - 1];
  if (!talk) throw new Error(`no talk ${number}`);
  talk.on = on ?? talk.on;
  talk.phase = phase ?? talk.phase;
  for (const row of escalations) if (row.talk === number) row.phase = phase ?? row.phase;
}

/** R5: sharing for all of it; the medical network and being asked later for one reason each. */
const NEEDS: Record<Reason, readonly Permission[]> = {
  complex: ['share'],
  finance: ['share'],
  'somatic-network': ['share', 'network'],
  'follow-up': ['share', 'followUp'],
};

const isLeftWithNothing = ({ reasons }: Told, permitted: ReadonlySet<Permission>) =>
  !reasons.some((reason) => NEEDS[reason].every((one) => permitted.has(one)));

function realise(story: Story, on: string, at: number): void {
  story.realised = { on, at };
  const isAfter = story.escalations.some(
    (row) => isCounted(row) && isNotLater(written(dutchDay(row.at)), on),
  );
  story.route ??= isAfter ? 'escalated-contraception' : 'partner-contraception';
}

export function caseUnits(facts: readonly Fact[], takesPart: TakesPart): Unit[] {
  const story = storyOf(facts);
  const { code, realised, route } = story;
  const units = [
    ...talkUnits(story),
    ...story.escalations.flatMap((row, n) => [
      { row: `now:${row.status}`, n: 1, when: 'now' } as const,
      ...escalationUnits(story, row, story.escalations.slice(0, n), takesPart),
      ...moneyUnits(row),
    ]),
    ...(realised && route ? [onDay(route, dayMeant(realised.on, dutchDay(realised.at)))] : []),
  ];
  return units.map((unit) => ({ ...unit, source: { kind: 'case', code } }));
}

/** In the week of the first, however late it was recorded. */
function talkUnits({ talks, place, escalations }: Story): Unit[] {
  const on = talks.map((talk) => talk.on).sort()[0];
  const first = talks.find((talk) => talk.on === on);
  if (on === undefined || !first) return [];
  const day = numbered(on);
  const rows = ['talks', ...whence('talks', place), `talks:phase:${first.phase}`];
  const isLater = escalations.some((row) => isCounted(row) && dutchDay(row.at) >= day);
  return [...rows, ...(isLater ? ['talks-escalated'] : [])].map((row) => onDay(row, day));
}

function escalationUnits(
  { place }: Story,
  told: Told,
  earlier: readonly Told[],
  takesPart: TakesPart,
): Unit[] {
  const day = dutchDay(told.at);
  const part = takesPart(place.municipality, monthOf(told.at));
  if (!isCounted(told)) {
    if (told.isOff === 'mistake') return [];
    const isOutside = part === 'not-participating';
    return ['not-taken', ...(isOutside ? ['not-taken-not-participating'] : [])].map((row) =>
      onDay(row, day),
    );
  }
  const rows = [
    'escalations',
    ...whence('escalations', place),
    `escalations:phase:${told.phase}`,
    `escalations:participation:${part}`,
    ...(earlier.some(isCounted) ? ['escalations-again'] : []),
    ...told.reasons.map((reason) => `reason:${reason}`),
  ];
  return [...rows.map((row) => onDay(row, day)), ...courseUnits(told)];
}

/** When it was first taken on, and how it ended. */
function courseUnits({ at, firstClaim, status, closed }: Told): Unit[] {
  const days = (until: number) => Math.floor((until - at) / DAY_MS);
  const claimed =
    firstClaim === undefined ? [] : [onDay(`claim-days:${days(firstClaim)}`, dutchDay(firstClaim))];
  if (status !== 'closed' || !closed) return claimed;
  const rows = [
    `outcome:${closed.outcome}`,
    `result:${closed.result}`,
    `close-days:${days(closed.at)}`,
  ];
  return [...claimed, ...rows.map((row) => onDay(row, dutchDay(closed.at)))];
}

/** By the year of the budget; of what does not count only what has been paid. */
function moneyUnits(told: Told): Unit[] {
  if (!told.money || !(isCounted(told) || told.money.paid)) return [];
  const { asked, granted, by, year } = told.money;
  if (by === undefined) return [];
  return [
    { row: `finance-asked:${by}`, n: asked, when: { year } },
    { row: `finance-granted:${by}`, n: granted, when: { year } },
  ];
}

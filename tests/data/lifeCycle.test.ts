import { describe, expect, test } from 'vitest';
import {
  caseSchema,
  currentEscalation,
  FOLLOW_UP_ASKS,
  type Case,
  type CaseEvent,
  type Escalation,
  type EscalationState,
  type EscalationStatus,
  type FollowUp,
  type Lane,
} from '../../data/case.js';
import {
  CONTRACEPTION_RESULTS,
  OUTCOMES,
  REASONS,
  type ContraceptionResult,
} from '../../data/checklist.js';
import {
  decide,
  lacksException,
  type Command,
  type Decision,
  type Refusal,
} from '../../data/lifeCycle.js';
import type { Person } from '../../data/person.js';
import {
  aCase,
  anEscalatedCase,
  anEscalation,
  JOOST,
  MERYEM,
  NOW,
  SANNE,
  TOM,
  utc,
} from '../builders.js';
import { seeded, type Pick } from '../seeded.js';

const HELD = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;

/** Meryem holds, Joost is the colleague; `offered` is claimed with an offer to Joost. */
const SITUATION: Record<
  'open' | 'claimed' | 'offered' | 'declined' | 'closed' | 'withdrawn',
  EscalationState
> = {
  open: { status: 'open' },
  claimed: HELD,
  offered: { ...HELD, offer: { to: JOOST, at: utc('2026-11-16T08:40') } },
  declined: { status: 'declined', by: MERYEM, at: utc('2026-11-16T08:40'), reason: 'dubbel' },
  closed: {
    status: 'closed',
    by: MERYEM,
    at: utc('2026-11-16T08:40'),
    outcome: 'postponed',
    contraception: 'planned',
  },
  withdrawn: { status: 'withdrawn', at: utc('2026-11-16T08:40'), why: 'client-stops' },
};
type Situation = keyof typeof SITUATION;
const SITUATIONS = Object.keys(SITUATION) as Situation[];

const LATER = NOW.plus({ hours: 2 });
const AT = utc('2026-11-16T11:00');

function inSituation(situation: Situation, parts: Partial<Escalation> = {}): Case {
  const asked = { id: 1, by: MERYEM, at: utc('2026-11-16T08:35'), text: 'Wanneer past het?' };
  return anEscalatedCase({ state: SITUATION[situation], questions: [asked], ...parts });
}

/** Freezes first, so that a command that changes its input throws. */
function run(subject: Case, command: Command): Decision {
  return decide(frozen(subject), frozen(command), LATER);
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

function accepted(subject: Case, command: Command): Case {
  const decision = run(subject, command);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.kind}`);
  return decision.case;
}

function refusal(subject: Case, command: Command): Refusal | undefined {
  const decision = run(subject, command);
  return decision.ok ? undefined : decision.refusal;
}

function current(subject: Case): Escalation {
  const escalation = currentEscalation(subject);
  if (!escalation) throw new Error('not escalated');
  return escalation;
}

function after(
  situation: Situation,
  command: Command,
  parts: Partial<Escalation> = {},
): Escalation {
  return current(accepted(inSituation(situation, parts), command));
}

const GRANTED = {
  reason: 'finance',
  lane: { askedCents: 200_00, grantedCents: 150_00, year: 2026, settled: true },
} as const;
const CLOSE = { kind: 'close', outcome: 'postponed', contraception: 'planned' } as const;

describe('the life cycle, command by command', () => {
  type Cell = EscalationStatus | `no: ${Refusal['kind']}`;
  type Row = Record<Situation, Cell>;

  /** Every situation the same, but for these. */
  const otherwise = (rest: Cell, parts: Partial<Row>): Row => ({
    open: rest,
    claimed: rest,
    offered: rest,
    declined: rest,
    closed: rest,
    withdrawn: rest,
    ...parts,
  });
  const wrong = (parts: Partial<Row>) => otherwise('no: wrong-status', parts);
  const whenClaimed = (claimed: Cell, offered = claimed) => wrong({ claimed, offered });

  const MATRIX: [who: string, Command, Row][] = [
    [
      'the holder',
      { kind: 'claim', by: MERYEM },
      wrong({ open: 'claimed', claimed: 'no: already-yours', offered: 'no: already-yours' }),
    ],
    [
      'another coordinator',
      { kind: 'claim', by: JOOST },
      wrong({ open: 'claimed', claimed: 'no: held-by', offered: 'no: held-by' }),
    ],
    ['the holder', { kind: 'give-back', by: MERYEM }, whenClaimed('open')],
    ['another coordinator', { kind: 'give-back', by: JOOST }, whenClaimed('no: not-the-holder')],
    ['the clock', { kind: 'lapse' }, whenClaimed('open')],
    [
      'the holder',
      { kind: 'offer', by: MERYEM, to: JOOST },
      whenClaimed('claimed', 'no: already-offered'),
    ],
    [
      'the holder',
      { kind: 'offer', by: MERYEM, to: MERYEM },
      whenClaimed('no: offer-to-self', 'no: already-offered'),
    ],
    [
      'another coordinator',
      { kind: 'offer', by: JOOST, to: TOM },
      whenClaimed('no: not-the-holder'),
    ],
    ['the colleague', { kind: 'accept', by: JOOST }, whenClaimed('no: no-offer', 'claimed')],
    ['the holder', { kind: 'accept', by: MERYEM }, whenClaimed('no: no-offer')],
    ['a third coordinator', { kind: 'accept', by: TOM }, whenClaimed('no: no-offer')],
    ['the colleague', { kind: 'refuse', by: JOOST }, whenClaimed('no: no-offer', 'claimed')],
    ['the holder', { kind: 'refuse', by: MERYEM }, whenClaimed('no: no-offer')],
    ['a third coordinator', { kind: 'refuse', by: TOM }, whenClaimed('no: no-offer')],
    ['the holder', { kind: 'cancel-offer', by: MERYEM }, whenClaimed('no: no-offer', 'claimed')],
    ['the colleague', { kind: 'cancel-offer', by: JOOST }, whenClaimed('no: not-the-holder')],
    [
      'the holder',
      { kind: 'decline', by: MERYEM, reason: 'regulier kan' },
      wrong({ open: 'declined', claimed: 'declined', offered: 'declined' }),
    ],
    [
      'another coordinator',
      { kind: 'decline', by: JOOST, reason: 'regulier kan' },
      wrong({ open: 'declined', claimed: 'no: not-the-holder', offered: 'no: not-the-holder' }),
    ],
    ['the holder', { kind: 'update-lane', by: MERYEM, ...GRANTED }, whenClaimed('claimed')],
    [
      'another coordinator',
      { kind: 'update-lane', by: JOOST, ...GRANTED },
      whenClaimed('no: not-the-holder'),
    ],
    ['the holder', { kind: 'ask', by: MERYEM, text: 'Sinds wanneer?' }, whenClaimed('claimed')],
    [
      'another coordinator',
      { kind: 'ask', by: JOOST, text: 'Sinds wanneer?' },
      whenClaimed('no: not-the-holder'),
    ],
    [
      'the professional',
      { kind: 'answer', by: SANNE, question: 1, text: 'Dinsdag' },
      whenClaimed('claimed'),
    ],
    [
      'the holder',
      { kind: 'answer', by: MERYEM, question: 1, text: 'Dinsdag' },
      whenClaimed('no: not-the-professional'),
    ],
    ['the holder', { ...CLOSE, by: MERYEM }, whenClaimed('closed')],
    ['another coordinator', { ...CLOSE, by: JOOST }, whenClaimed('no: not-the-holder')],
    ['the holder', { kind: 'reopen', by: MERYEM }, wrong({ closed: 'open', declined: 'open' })],
    [
      'another coordinator',
      { kind: 'reopen', by: JOOST },
      wrong({ closed: 'open', declined: 'open' }),
    ],
    [
      'the professional',
      { kind: 'withdraw', by: SANNE, why: 'mistake' },
      otherwise('withdrawn', { withdrawn: 'no: wrong-status' }),
    ],
    [
      'the professional',
      { kind: 'withdraw', by: SANNE, why: 'client-stops' },
      otherwise('withdrawn', { withdrawn: 'no: wrong-status' }),
    ],
    [
      'the holder',
      { kind: 'withdraw', by: MERYEM, why: 'mistake' },
      otherwise('no: not-the-professional', {}),
    ],
  ];

  const cells = MATRIX.flatMap(([who, command, row]) =>
    SITUATIONS.map((situation) => ({
      who,
      what: command.kind,
      command,
      situation,
      cell: row[situation],
    })),
  );

  test.each(cells)('$who: $what when $situation → $cell', ({ command, situation, cell }) => {
    const before = inSituation(situation);
    const decision = run(before, command);
    if (!decision.ok) {
      expect(`no: ${decision.refusal.kind}`).toBe(cell);
      if (decision.refusal.kind === 'wrong-status') {
        expect(decision.refusal.status).toBe(SITUATION[situation].status);
      }
      return;
    }
    expect(current(decision.case).state.status).toBe(cell);
    expect(decision.case.version).toBe(before.version + 1);
    expect(decision.case.history.slice(0, -1)).toEqual(before.history);
    expect(decision.case.history.at(-1)).toMatchObject({
      number: before.history.length + 1,
      at: AT,
      ...('by' in command ? { by: command.by } : {}),
    });
    expect(caseSchema.safeParse(decision.case).error).toBeUndefined();
  });

  test.each(cells)(
    '$who: $what when $situation leaves everything else of the case as it was',
    ({ command, situation }) => {
      const before = inSituation(situation);
      const decision = run(before, command);
      if (!decision.ok) return;
      const { version, escalations, history, ...rest } = decision.case;
      expect([version, escalations.length, history.length]).toEqual([2, 1, 3]);
      expect(before).toMatchObject(rest);
      const { state, lanes, questions, ...kept } = current(decision.case);
      expect([state, lanes, questions].every(Boolean)).toBe(true);
      expect(current(before)).toMatchObject(kept);
    },
  );

  test.each(MATRIX)('%s: a case that was never escalated refuses every command', (_, command) => {
    expect(refusal(aCase(), command)).toEqual({ kind: 'not-escalated' });
  });
});

describe('claiming', () => {
  test('writes down who holds it and since when', () => {
    expect(after('open', { kind: 'claim', by: MERYEM }).state).toEqual({
      status: 'claimed',
      holder: MERYEM,
      claimedAt: AT,
    });
  });

  test('the loser of a race is told who won', () => {
    const won = accepted(inSituation('open'), { kind: 'claim', by: MERYEM });
    expect(refusal(won, { kind: 'claim', by: JOOST })).toEqual({ kind: 'held-by', holder: MERYEM });
  });

  test('knows a person by tenant and object id, not by name', () => {
    const renamed = { ...MERYEM, name: 'M. Kaya' };
    const namesake = { ...JOOST, name: MERYEM.name };
    const elsewhere = { ...MERYEM, tenantId: '22222222-2222-4222-8222-222222222222' };
    expect(after('claimed', { kind: 'give-back', by: renamed }).state.status).toBe('open');
    for (const by of [namesake, elsewhere]) {
      expect(refusal(inSituation('claimed'), { kind: 'give-back', by })).toEqual({
        kind: 'not-the-holder',
        holder: MERYEM,
      });
    }
  });

  const EXCEPTION = 'moeder verhuist in december naar Leiden';
  test.each([
    ['participating', undefined, 'claimed'],
    ['unknown', undefined, 'claimed'],
    ['not-participating', undefined, 'exception-needed'],
    ['not-participating', '', 'exception-needed'],
    ['not-participating', EXCEPTION, 'claimed'],
  ] as const)(
    'from a municipality that is %s, with ground %j: %s',
    (participation, exception, expected) => {
      const subject = inSituation('open', { participation });
      const decision = run(subject, { kind: 'claim', by: MERYEM, exception });
      expect(decision.ok ? current(decision.case).state.status : decision.refusal.kind).toBe(
        expected,
      );
    },
  );

  test('the exception stands in the case and in its history', () => {
    const subject = inSituation('open', { participation: 'not-participating' });
    const claimed = accepted(subject, { kind: 'claim', by: MERYEM, exception: EXCEPTION });
    expect(current(claimed).state).toMatchObject({ exception: EXCEPTION });
    expect(claimed.history.at(-1)).toMatchObject({ kind: 'claimed', exception: EXCEPTION });
  });

  test('an exception is asked again after giving back', () => {
    const subject = inSituation('open', { participation: 'not-participating' });
    const claimed = accepted(subject, { kind: 'claim', by: MERYEM, exception: EXCEPTION });
    const open = accepted(claimed, { kind: 'give-back', by: MERYEM });
    expect(refusal(open, { kind: 'claim', by: JOOST })).toEqual({ kind: 'exception-needed' });
  });

  test('a municipality that does not take part can be declined without an exception', () => {
    const command = { kind: 'decline', by: MERYEM, reason: 'gemeente doet niet mee' } as const;
    expect(after('open', command, { participation: 'not-participating' }).state).toEqual({
      status: 'declined',
      by: MERYEM,
      at: AT,
      reason: 'gemeente doet niet mee',
    });
  });
});

describe('giving up a case', () => {
  test.each<[string, Command]>([
    ['giving back', { kind: 'give-back', by: MERYEM }],
    ['lapsing', { kind: 'lapse' }],
  ])('%s leaves it open to everybody, an offer gone', (_, command) => {
    const open = accepted(inSituation('offered'), command);
    expect(current(open).state).toEqual({ status: 'open' });
    expect(refusal(open, { kind: 'accept', by: JOOST })).toEqual({
      kind: 'wrong-status',
      status: 'open',
    });
    expect(current(accepted(open, { kind: 'claim', by: TOM })).state).toMatchObject({
      holder: TOM,
    });
  });

  test('a lapse tells whose it was and that the clock did it', () => {
    const lapsed = accepted(inSituation('claimed'), { kind: 'lapse' }).history.at(-1);
    expect(lapsed).toEqual({ kind: 'lapsed', number: 3, at: AT, holder: MERYEM });
  });
});

describe('handing over', () => {
  test('an offer leaves the case with its holder', () => {
    expect(after('claimed', { kind: 'offer', by: MERYEM, to: JOOST }).state).toEqual({
      ...HELD,
      offer: { to: JOOST, at: AT },
    });
  });

  test('a second offer is refused and tells to whom the first one went', () => {
    expect(refusal(inSituation('offered'), { kind: 'offer', by: MERYEM, to: TOM })).toEqual({
      kind: 'already-offered',
      to: JOOST,
    });
  });

  test('accepting makes the colleague the only holder, from now on, and clears the offer', () => {
    const taken = accepted(inSituation('offered'), { kind: 'accept', by: JOOST });
    expect(current(taken).state).toEqual({ status: 'claimed', holder: JOOST, claimedAt: AT });
    expect(refusal(taken, { kind: 'give-back', by: MERYEM })).toEqual({
      kind: 'not-the-holder',
      holder: JOOST,
    });
    expect(taken.history.at(-1)).toMatchObject({ kind: 'offer-accepted', by: JOOST, from: MERYEM });
  });

  test('accepting keeps the exception on which the case was taken', () => {
    const offered = { ...SITUATION.offered, exception: 'verhuist' } as EscalationState;
    expect(after('open', { kind: 'accept', by: JOOST }, { state: offered }).state).toMatchObject({
      exception: 'verhuist',
    });
  });

  test.each<[string, Command, Partial<CaseEvent>]>([
    ['refusing', { kind: 'refuse', by: JOOST }, { kind: 'offer-refused', from: MERYEM }],
    ['cancelling', { kind: 'cancel-offer', by: MERYEM }, { kind: 'offer-cancelled', to: JOOST }],
  ])('%s leaves the case with its holder as if nothing was offered', (_, command, event) => {
    const kept = accepted(inSituation('offered'), command);
    expect(current(kept).state).toEqual(HELD);
    expect(kept.history.at(-1)).toMatchObject(event);
    expect(refusal(kept, { kind: 'accept', by: JOOST })).toEqual({ kind: 'no-offer' });
    expect(current(accepted(kept, { kind: 'offer', by: MERYEM, to: TOM })).state).toMatchObject({
      offer: { to: TOM },
    });
  });
});

describe('lanes', () => {
  const LANES: Lane[] = [
    { reason: 'complex', lane: { result: 'advised', settled: true } },
    {
      reason: 'finance',
      lane: {
        askedCents: 200_00,
        chargedTo: 'leiden',
        year: 2026,
        declaration: 'submitted',
        settled: true,
      },
    },
    {
      reason: 'somatic-network',
      lane: { provider: 'verloskundigen-voorbeeld', happened: 'moved', settled: true },
    },
    { reason: 'follow-up', lane: { on: '2027-01-18', asks: 'professional', settled: true } },
  ];

  test.each(LANES)('$reason is settled when it was a reason of the escalation', (lane) => {
    const command: Command = { kind: 'update-lane', by: MERYEM, ...lane };
    const settled = accepted(inSituation('claimed', { reasons: [...REASONS] }), command);
    expect(current(settled).lanes).toEqual({ [lane.reason]: lane.lane });
    expect(settled.history.at(-1)).toMatchObject({ kind: 'lane-settled', reason: lane.reason });
    const reasons = REASONS.filter((reason) => reason !== lane.reason);
    expect(refusal(inSituation('claimed', { reasons }), command)).toEqual({
      kind: 'reason-not-asked',
    });
  });

  test('settling one lane keeps the others; settling it again replaces it', () => {
    const reasons = ['complex', 'finance'] as const;
    const one = accepted(inSituation('claimed', { reasons: [...reasons] }), {
      kind: 'update-lane',
      by: MERYEM,
      reason: 'complex',
      lane: { result: 'taken-over', settled: false },
    });
    const two = accepted(one, { kind: 'update-lane', by: MERYEM, ...GRANTED });
    const three = accepted(two, {
      kind: 'update-lane',
      by: MERYEM,
      reason: 'finance',
      lane: { askedCents: 90_00, year: 2026, settled: false },
    });
    expect(current(two).lanes).toEqual({
      complex: { result: 'taken-over', settled: false },
      finance: GRANTED.lane,
    });
    expect(current(three).lanes).toEqual({
      complex: { result: 'taken-over', settled: false },
      finance: { askedCents: 90_00, year: 2026, settled: false },
    });
  });
});

describe('questions', () => {
  const ask = (text: string): Command => ({ kind: 'ask', by: MERYEM, text });
  const answer = (question: number): Command => ({
    kind: 'answer',
    by: SANNE,
    question,
    text: 'Ja.',
  });

  test('are numbered from 1 and answered one by one, in any order', () => {
    const none = inSituation('claimed', { questions: [] });
    const two = accepted(accepted(none, ask('Een?')), ask('Twee?'));
    expect(current(two).questions.map((row) => row.id)).toEqual([1, 2]);
    const answered = accepted(two, answer(2));
    expect(current(answered).questions).toEqual([
      { id: 1, by: MERYEM, at: AT, text: 'Een?' },
      { id: 2, by: MERYEM, at: AT, text: 'Twee?', answer: { by: SANNE, at: AT, text: 'Ja.' } },
    ]);
  });

  test('are answered once', () => {
    const answered = accepted(inSituation('claimed'), answer(1));
    expect(refusal(answered, answer(1))).toEqual({ kind: 'no-such-question' });
  });

  test.each([0, 2])('question %i was never asked', (question) => {
    expect(refusal(inSituation('claimed'), answer(question))).toEqual({ kind: 'no-such-question' });
  });

  test('stay when the case goes to a colleague', () => {
    const taken = accepted(inSituation('offered'), { kind: 'accept', by: JOOST });
    expect(current(accepted(taken, answer(1))).questions[0]?.answer?.text).toBe('Ja.');
  });
});

describe('closing', () => {
  const close = (contraception: ContraceptionResult, realisedOn?: string): Command => ({
    ...CLOSE,
    by: MERYEM,
    contraception,
    realisedOn,
  });
  const earlier = { on: '2026-10', recordedAt: utc('2026-11-01T09:00'), route: 'partner' } as const;

  test.each(OUTCOMES)('with outcome %s keeps it in the state and in the history', (outcome) => {
    const closed = accepted(inSituation('claimed'), { ...CLOSE, by: MERYEM, outcome });
    expect(current(closed).state).toEqual({
      status: 'closed',
      by: MERYEM,
      at: AT,
      outcome,
      contraception: 'planned',
    });
    expect(closed.history.at(-1)).toMatchObject({
      kind: 'closed',
      outcome,
      contraception: 'planned',
    });
  });

  test('as realised records the month, in one change with two events by the same person', () => {
    const closed = accepted(inSituation('claimed'), close('realised', '2026-11'));
    expect(closed.realisation).toEqual({ on: '2026-11', recordedAt: AT, route: 'escalated' });
    expect(closed.version).toBe(2);
    expect(closed.history.slice(2)).toMatchObject([
      { kind: 'closed', number: 3, by: MERYEM },
      { kind: 'realised', number: 4, by: MERYEM },
    ]);
    expect(caseSchema.safeParse(closed).success).toBe(true);
  });

  test('as realised without a month is refused', () => {
    expect(refusal(inSituation('claimed'), close('realised'))).toEqual({ kind: 'month-needed' });
  });

  test('asks no month of who does not hold it', () => {
    const command: Command = { ...CLOSE, by: JOOST, contraception: 'realised' };
    expect(refusal(inSituation('claimed'), command)?.kind).toBe('not-the-holder');
  });

  test.each([undefined, '2026-11'])(
    'as realised once more (month %s) leaves the first realisation',
    (month) => {
      const subject = { ...inSituation('claimed'), realisation: earlier };
      const closed = accepted(subject, close('realised', month));
      expect(closed.realisation).toEqual(earlier);
      expect(closed.history.at(-1)?.kind).toBe('closed');
    },
  );

  test.each(CONTRACEPTION_RESULTS.filter((result) => result !== 'realised'))(
    'as %s realises nothing, even when a month was still filled in',
    (result) => {
      const closed = accepted(inSituation('claimed'), close(result, '2026-11'));
      expect(closed.realisation).toBeUndefined();
      expect(closed.history.at(-1)?.kind).toBe('closed');
    },
  );
});

describe('reopening', () => {
  test.each(['closed', 'declined'] as const)(
    'a %s escalation is the same one, with all it had',
    (situation) => {
      const before = inSituation(situation, { lanes: { finance: GRANTED.lane } });
      const { state, ...rest } = current(accepted(before, { kind: 'reopen', by: JOOST }));
      expect(state).toEqual({ status: 'open' });
      expect(current(before)).toMatchObject(rest);
      expect(rest.number).toBe(1);
    },
  );

  test('touches the last escalation only', () => {
    const first = anEscalation({ state: SITUATION.closed });
    const second = anEscalation({ number: 2, state: SITUATION.declined });
    const reopened = accepted(aCase({ escalations: [first, second] }), {
      kind: 'reopen',
      by: JOOST,
    });
    expect(reopened.escalations).toEqual([first, { ...second, state: { status: 'open' } }]);
  });

  const back = { given: false, by: SANNE, at: utc('2026-11-16T08:40') };
  const reopen = { kind: 'reopen', by: JOOST } as const;

  test('is refused once the client no longer lets coordinators read it', () => {
    const before = inSituation('closed');
    const subject = { ...before, permissions: { ...before.permissions, share: back } };
    expect(refusal(subject, reopen)).toEqual({ kind: 'not-shared' });
  });

  test('is refused when every reason ended with its permission', () => {
    const reasons = ['somatic-network', 'follow-up'] as const;
    const some = inSituation('closed', { reasons: [...reasons], ended: ['follow-up'] });
    expect(current(accepted(some, reopen))).toMatchObject({ ended: ['follow-up'] });
    const all = inSituation('closed', { reasons: [...reasons], ended: [...reasons] });
    expect(refusal(all, reopen)).toEqual({ kind: 'all-ended' });
  });
});

describe('a colleague who stands in', () => {
  const decideFor = (covers: Person[], situation: Situation, command: Command) =>
    decide(inSituation(situation), command, LATER, covers);

  test('does what the holder can do, in their own name', () => {
    const asked = { kind: 'ask', by: JOOST, text: 'Sinds wanneer?' } as const;
    expect(decideFor([TOM], 'claimed', asked)).toMatchObject({ ok: false });
    const decision = decideFor([MERYEM], 'claimed', asked);
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(current(decision.case).state).toMatchObject({ holder: MERYEM });
    expect(decision.case.history.at(-1)).toMatchObject({ kind: 'asked', by: JOOST });
  });

  test('accepts what was offered to the absent one, and holds it then', () => {
    const decision = decideFor([JOOST], 'offered', { kind: 'accept', by: TOM });
    if (!decision.ok) throw new Error(decision.refusal.kind);
    expect(current(decision.case).state).toMatchObject({ status: 'claimed', holder: TOM });
  });
});

describe('the follow-up', () => {
  const planned = { on: '2026-11-16', asks: 'professional', settled: false } as const;
  const whole = (
    lane: FollowUp,
    situation: Situation = 'claimed',
    parts: Partial<Escalation> = {},
  ) => inSituation(situation, { reasons: ['follow-up'], lanes: { 'follow-up': lane }, ...parts });
  const laneOf = (subject: Case) => current(subject).lanes['follow-up'];
  const ASK = { kind: 'ask-follow-up' } as const;
  const answerBy = (by: Person) =>
    ({ kind: 'answer-follow-up', by, answer: 'appointment-kept', realisedOn: '2026-11' }) as const;

  test('asks the professional once', () => {
    const asked = accepted(whole(planned), ASK);
    expect(laneOf(asked)).toMatchObject({ askedAt: AT });
    expect(asked.history.at(-1)).toMatchObject({ kind: 'follow-up-asked', to: SANNE });
    expect(refusal(asked, ASK)).toEqual({ kind: 'no-follow-up' });
  });

  test.each<[Situation, FollowUp['asks'], Person | undefined]>([
    ['open', 'professional', SANNE],
    ['claimed', 'professional', SANNE],
    ['closed', 'professional', SANNE],
    ['claimed', 'coordinator', MERYEM],
    ['closed', 'coordinator', MERYEM],
    // Nobody holds it: better the professional than nobody.
    ['open', 'coordinator', SANNE],
    ['declined', 'professional', undefined],
    ['withdrawn', 'professional', undefined],
  ])('of a case that is %s asks the %s', (situation, asks, to) => {
    const decision = run(whole({ ...planned, asks }, situation), ASK);
    expect(decision.ok ? decision.case.history.at(-1) : undefined).toEqual(
      to && expect.objectContaining({ kind: 'follow-up-asked', to }),
    );
  });

  test('that was answered records how it goes, settles the lane and counts what was realised', () => {
    const answered = accepted(accepted(whole(planned), ASK), answerBy(SANNE));
    expect(laneOf(answered)).toMatchObject({
      settled: true,
      answered: { by: SANNE, answer: 'appointment-kept' },
    });
    expect(answered.realisation).toMatchObject({ on: '2026-11', route: 'escalated' });
    expect(answered.history.slice(-2).map(({ kind }) => kind)).toEqual([
      'follow-up-answered',
      'realised',
    ]);
    expect(refusal(answered, answerBy(SANNE))).toEqual({ kind: 'no-follow-up' });
  });

  test('is not answered by somebody else, nor before it was asked', () => {
    expect(refusal(whole(planned), answerBy(SANNE))).toEqual({ kind: 'no-follow-up' });
    const asked = accepted(whole(planned), ASK);
    expect(refusal(asked, answerBy(JOOST))).toEqual({ kind: 'no-follow-up' });
  });

  test('can be put off, and is asked again then', () => {
    const asked = accepted(whole(planned), ASK);
    const later = accepted(asked, { kind: 'snooze-follow-up', by: SANNE, until: '2026-12-01' });
    expect(laneOf(later)).toEqual({ ...planned, on: '2026-12-01', askedAt: undefined });
    expect(accepted(later, ASK).history.at(-1)).toMatchObject({ kind: 'follow-up-asked' });
  });

  test('is not asked without permission to ask, or to share', () => {
    expect(refusal(whole(planned, 'claimed', { ended: ['follow-up'] }), ASK)).toEqual({
      kind: 'no-follow-up',
    });
    const subject = whole(planned, 'closed');
    const back = { given: false, by: SANNE, at: AT };
    expect(
      refusal({ ...subject, permissions: { ...subject.permissions, share: back } }, ASK),
    ).toEqual({ kind: 'not-shared' });
  });
});

describe('a reason that ended', () => {
  test('is not settled any more; the others are', () => {
    const subject = inSituation('claimed', {
      reasons: ['finance', 'complex'],
      ended: ['finance'],
    });
    const settle = { kind: 'update-lane', by: MERYEM } as const;
    expect(refusal(subject, { ...settle, ...GRANTED })).toEqual({ kind: 'reason-ended' });
    const advised = { reason: 'complex', lane: { result: 'advised', settled: true } } as const;
    expect(refusal(subject, { ...settle, ...advised })).toBeUndefined();
  });
});

describe('a case claimed from a municipality that does not take part', () => {
  const exception = 'Zoekt onderdak in Leiden.';
  const outside = { participation: 'not-participating' } as const;
  const claimed = (parts: Partial<Escalation>, ground?: string) => {
    const { state } = current(inSituation('claimed'));
    if (state.status !== 'claimed') throw new Error(state.status);
    return anEscalation({ ...parts, state: { ...state, exception: ground } });
  };

  test.each([
    ['lacks a reason for it', claimed(outside), true],
    ['has one', claimed(outside, exception), false],
    ['needs none where it takes part', claimed({}), false],
    ['needs none yet while it is open', anEscalation(outside), false],
  ])('%s', (_, escalation, lacks) => {
    expect(lacksException(escalation)).toBe(lacks);
  });
});

describe('withdrawing', () => {
  test.each([
    ['claimed', MERYEM],
    ['offered', MERYEM],
    ['open', undefined],
    ['closed', undefined],
  ] as const)('when %s names who must hear of it', (situation, holder) => {
    const withdrawn = accepted(inSituation(situation), {
      kind: 'withdraw',
      by: SANNE,
      why: 'client-stops',
    });
    expect(withdrawn.history.at(-1)).toEqual({
      kind: 'withdrawn',
      number: 3,
      at: AT,
      by: SANNE,
      why: 'client-stops',
      holder,
    });
    expect(current(withdrawn).state).toEqual({ status: 'withdrawn', at: AT, why: 'client-stops' });
  });

  test('remembers that it had been declined', () => {
    expect(
      after('declined', { kind: 'withdraw', by: SANNE, why: 'client-stops' }).state,
    ).toMatchObject({
      declined: true,
    });
  });
});

describe('two thousand commands at random', () => {
  const PEOPLE = [SANNE, MERYEM, JOOST, TOM];

  test('never break what must always hold', () => {
    const pick = seeded(20261116);
    const seen = new Set<string>();
    let subject = anEscalatedCase();
    for (let turn = 0; turn < 2000; turn += 1) {
      if (isFinal(subject)) subject = escalateAgain(subject, pick);
      const before = structuredClone(subject);
      const command = randomCommand(current(subject), pick);
      const decision = run(subject, command);
      expect(subject).toEqual(before);
      seen.add(decision.ok ? command.kind : decision.refusal.kind);
      if (decision.ok) {
        expectSound(before, decision.case);
        subject = decision.case;
      } else {
        expect(Object.keys(decision).sort()).toEqual(['ok', 'refusal']);
      }
    }
    expect([...seen].sort()).toEqual(Object.keys({ ...EVERY_COMMAND, ...EVERY_REFUSAL }).sort());
  });

  /** As records, so that a new one does not compile until the walk meets it. */
  const EVERY_COMMAND: Record<Command['kind'], true> = {
    claim: true,
    'give-back': true,
    lapse: true,
    offer: true,
    accept: true,
    refuse: true,
    'cancel-offer': true,
    decline: true,
    'update-lane': true,
    'ask-follow-up': true,
    'snooze-follow-up': true,
    'answer-follow-up': true,
    ask: true,
    answer: true,
    close: true,
    reopen: true,
    withdraw: true,
  };
  /** What follows from a permission taken back does not come up in a walk of commands alone. */
  type FromPermission = 'not-shared' | 'all-ended' | 'reason-ended';
  const EVERY_REFUSAL: Record<Exclude<Refusal['kind'], 'not-escalated' | FromPermission>, true> = {
    'wrong-status': true,
    'held-by': true,
    'already-yours': true,
    'not-the-holder': true,
    'exception-needed': true,
    'already-offered': true,
    'no-offer': true,
    'offer-to-self': true,
    'reason-not-asked': true,
    'no-such-question': true,
    'month-needed': true,
    'not-the-professional': true,
    'no-follow-up': true,
  };

  /** Mostly by somebody who has a say and mostly no ending, or the walk never gets anywhere. */
  function randomCommand({ state }: Escalation, pick: Pick): Command {
    const involved =
      state.status === 'claimed' ? [state.holder, state.offer?.to ?? state.holder] : [];
    const by = pick([...involved, ...involved, ...PEOPLE]);
    const starting: Command[] = [
      { kind: 'claim', by, exception: pick(['', 'verhuist']) },
      { kind: 'reopen', by },
    ];
    const everyday: Command[] = [
      { kind: 'offer', by, to: pick(PEOPLE) },
      { kind: 'accept', by },
      { kind: 'refuse', by },
      { kind: 'cancel-offer', by },
      { kind: 'update-lane', by, ...GRANTED },
      { kind: 'update-lane', by, reason: 'complex', lane: { result: 'advised', settled: true } },
      { kind: 'update-lane', by, reason: 'somatic-network', lane: { settled: false } },
      { kind: 'update-lane', by, reason: 'follow-up', lane: followUp(pick) },
      { kind: 'ask-follow-up' },
      { kind: 'snooze-follow-up', by, until: '2026-12-01' },
      { kind: 'answer-follow-up', by, answer: 'going-well', realisedOn: '2026-11' },
      { kind: 'ask', by, text: 'Sinds wanneer?' },
      { kind: 'answer', by, question: pick([1, 2, 3]), text: 'Dinsdag' },
    ];
    const ending: Command[] = [
      { kind: 'give-back', by },
      { kind: 'lapse' },
      { kind: 'decline', by, reason: 'regulier kan' },
      { ...CLOSE, by, contraception: pick(CONTRACEPTION_RESULTS), realisedOn: '2026-11' },
      { ...CLOSE, by, contraception: pick(CONTRACEPTION_RESULTS) },
      { kind: 'withdraw', by, why: pick(['mistake', 'client-stops']) },
    ];
    return pick(
      pick([
        starting,
        starting,
        starting,
        everyday,
        everyday,
        everyday,
        everyday,
        everyday,
        ending,
      ]),
    );
  }

  const followUp = (pick: Pick): FollowUp => ({
    on: '2026-11-20',
    asks: pick(FOLLOW_UP_ASKS),
    settled: false,
  });

  function isFinal(subject: Case): boolean {
    return current(subject).state.status === 'withdrawn';
  }

  /** Not a command of the life cycle: after a withdrawal the walk goes on with another escalation. */
  function escalateAgain(subject: Case, pick: Pick): Case {
    const participation = pick(['participating', 'not-participating', 'unknown'] as const);
    const number = subject.escalations.length + 1;
    const reasons = ['finance', 'complex', 'follow-up'] as const;
    const again = anEscalation({ number, participation, reasons: [...reasons] });
    return pick([
      anEscalatedCase({ participation, reasons: [...reasons] }),
      { ...subject, escalations: [...subject.escalations, again] },
    ]);
  }

  function expectSound(before: Case, subject: Case): void {
    expect(caseSchema.safeParse(subject).error).toBeUndefined();
    expect(subject.version).toBe(before.version + 1);
    expect(subject.history.map((event) => event.number)).toEqual(
      subject.history.map((_, index) => index + 1),
    );
    expect(subject.history.slice(0, before.history.length)).toEqual(before.history);
    expect(subject.escalations.map((row) => row.number)).toEqual(
      before.escalations.map((row) => row.number),
    );
    expect(subject.escalations.slice(0, -1)).toEqual(before.escalations.slice(0, -1));
    expect(before.realisation ?? subject.realisation).toEqual(subject.realisation);
    expectHistoryToTell(subject);
  }

  /** State and holder must be what somebody would conclude who read nothing but the history. */
  function expectHistoryToTell(subject: Case): void {
    const { state } = current(subject);
    const last = subject.history.filter(({ kind }) => STATUS_AFTER[kind] !== undefined).at(-1);
    if (last === undefined) return;
    expect(state.status).toBe(STATUS_AFTER[last.kind]);
    if (state.status === 'claimed') expect(state.holder).toEqual(last.by);
  }

  const STATUS_AFTER: Partial<Record<CaseEvent['kind'], EscalationStatus>> = {
    claimed: 'claimed',
    'offer-accepted': 'claimed',
    'given-back': 'open',
    lapsed: 'open',
    reopened: 'open',
    declined: 'declined',
    closed: 'closed',
    withdrawn: 'withdrawn',
  };
});

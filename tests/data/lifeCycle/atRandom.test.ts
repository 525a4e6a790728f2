import { describe, expect, test } from 'vitest';
import {
  caseSchema,
  type Case,
  type Escalation,
  type EscalationStatus,
} from '../../../data/case.js';
import type { CaseEvent } from '../../../data/caseEvents.js';
import { CONTRACEPTION_RESULTS } from '../../../data/checklist.js';
import { FOLLOW_UP_ASKS, type FollowUp } from '../../../data/lanes.js';
import type { Command, Refusal } from '../../../data/lifeCycle.js';
import { anEscalatedCase, anEscalation, JOOST, MERYEM, SANNE, TOM } from '../../builders.js';
import { seeded, type Pick } from '../../seeded.js';
import { run, current, GRANTED, CLOSE } from './situations.js';

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

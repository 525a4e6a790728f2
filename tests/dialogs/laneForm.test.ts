import { describe, expect, test } from 'vitest';
import { laneFormCard } from '../../cards/laneForms.js';
import type { Case } from '../../data/case.js';
import { withEvents } from '../../data/caseEvents.js';
import { REASONS, type Reason } from '../../data/checklist.js';
import type { Lanes } from '../../data/lanes.js';
import { decide } from '../../data/lifeCycle.js';
import { replyToLaneForm } from '../../dialogs/laneForm.js';
import { aContext, anEscalatedCase, anEscalation, MERYEM, NOW, SANNE, utc } from '../builders.js';
import { valuesOn, warningsOn, type Typed } from './fillingIn.js';

const context = aContext();
const { errors, lanes: words } = context.words;
const at = utc('2026-11-16T10:00');

const claimed = (lanes: Lanes = {}, parts: Partial<Case> = {}): Case =>
  anEscalatedCase(
    {
      state: { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') },
      reasons: [...REASONS],
      lanes,
    },
    parts,
  );
const currentOf = ({ escalations }: Case) => escalations.at(-1) ?? anEscalation();

/** The form as it is shown, with what somebody changes in it. */
function fill(reason: Reason, typed: Typed, subject = claimed(), seen = 0) {
  const shown = valuesOn(laneFormCard(context, subject, currentOf(subject), reason));
  const inputs = { ...shown, ...typed };
  return replyToLaneForm(context, reason, subject, currentOf(subject), MERYEM, { seen, inputs });
}

function recorded(reason: Reason, typed: Typed, subject = claimed()) {
  const turn = fill(reason, typed, subject);
  if (turn.kind !== 'command') throw new Error(`asked again: ${JSON.stringify(turn)}`);
  const decision = decide(subject, turn.command, NOW);
  if (!decision.ok) throw new Error(decision.refusal.kind);
  return currentOf(decision.case).lanes[reason];
}

function expectAgain(reason: Reason, typed: Typed, expected: Record<string, string>) {
  const subject = claimed();
  const turn = fill(reason, typed, subject);
  if (turn.kind !== 'again') throw new Error(turn.kind);
  expect(turn.errors).toEqual(expected);
  const card = laneFormCard(context, subject, currentOf(subject), reason, { read: turn });
  expect(warningsOn(card)).toEqual(Object.values(expected));
  expect(valuesOn(card)).toMatchObject(typed);
}

describe('complex', () => {
  test.each([
    [{}, { settled: false }],
    [{ result: 'advised' }, { result: 'advised', settled: false }],
    [
      { result: 'taken-over', settled: 'true' },
      { result: 'taken-over', settled: true },
    ],
  ])('with %o is recorded as %o', (typed, lane) => {
    expect(recorded('complex', typed)).toEqual(lane);
  });

  test('can be put back to nothing', () => {
    const subject = claimed({ complex: { result: 'advised', settled: true } });
    const lane = recorded('complex', { result: 'not-yet', settled: 'false' }, subject);
    expect(lane).toEqual({ settled: false });
  });

  test('asks again for what is no answer', () => {
    const turn = fill('complex', { result: 'solved' });
    expect(turn).toMatchObject({ kind: 'again', errors: { result: errors.invalid } });
  });
});

describe('finance', () => {
  test('is recorded in cents, charged to the client’s municipality in this year', () => {
    const lane = recorded('finance', { asked: '€ 1.250,00', granted: '150,50' });
    expect(lane).toEqual({
      askedCents: 125_000,
      grantedCents: 15_050,
      chargedTo: 'leiden',
      year: 2026,
      settled: false,
    });
  });

  test('is charged to whom somebody chooses', () => {
    const typed = { asked: '10', chargedTo: 'gouda', declaration: 'paid', settled: 'true' };
    expect(recorded('finance', typed)).toMatchObject({
      chargedTo: 'gouda',
      declaration: 'paid',
      settled: true,
    });
  });

  test('keeps what was recorded, and the year it was recorded in', () => {
    const finance = {
      askedCents: 1_250,
      grantedCents: 1_200,
      chargedTo: 'gouda',
      year: 2025,
      declaration: 'submitted' as const,
      settled: false,
    };
    expect(recorded('finance', {}, claimed({ finance }))).toEqual(finance);
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a negative amount', { asked: '-5' }, { asked: words.money('€ 100.000') }],
    ['words', { granted: 'veel' }, { granted: words.money('€ 100.000') }],
    ['too much', { granted: '100.000,01' }, { granted: words.money('€ 100.000') }],
    ['another region', { chargedTo: 'utrecht', asked: '' }, { chargedTo: errors.invalid }],
  ])('asks again after %s', (_, typed, expected) => {
    const turn = fill('finance', typed);
    if (turn.kind !== 'again') throw new Error(turn.kind);
    const found = Object.fromEntries(
      Object.entries(turn.errors).map(([id, text]) => [id, text.replaceAll('\u00a0', ' ')]),
    );
    expect(found).toEqual(expected);
  });

  test('needs somebody who pays as soon as there is an amount', () => {
    const subject = claimed({}, { municipality: 'no-fixed-abode' });
    expect(fill('finance', { asked: '10' }, subject)).toMatchObject({
      kind: 'again',
      errors: { chargedTo: words.finance.chargedToNeeded },
    });
    expect(recorded('finance', { settled: 'true' }, subject)).toEqual({
      year: 2026,
      settled: true,
    });
  });
});

describe('the somatic network', () => {
  const provider = 'verloskundigen-leiden-voorbeeld';

  test('records who, when and what happened', () => {
    const typed = { provider, appointmentOn: '2026-11-16', happened: 'took-place' };
    expect(recorded('somatic-network', typed)).toEqual({ ...typed, settled: false });
  });

  test('may be left open', () => {
    expect(recorded('somatic-network', {})).toEqual({ settled: false });
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'that took place tomorrow',
      { appointmentOn: '2026-11-17', happened: 'took-place' },
      { happened: words.network.notYet },
    ],
    ['that nobody dated', { happened: 'not-come' }, { appointmentOn: words.network.dateNeeded }],
    [
      'moved to yesterday',
      { appointmentOn: '2026-11-15', happened: 'moved' },
      { appointmentOn: words.network.newDateNeeded },
    ],
    ['in two years', { appointmentOn: '2028-11-16' }, { appointmentOn: words.dates.tooFar }],
    ['on no date', { appointmentOn: '2026-02-30' }, { appointmentOn: errors.date }],
    [
      'with a provider of elsewhere',
      { provider: 'gynaecologie-alphen-voorbeeld' },
      { provider: errors.invalid },
    ],
  ])('asks again about an appointment %s', (_, typed, expected) => {
    const turn = fill('somatic-network', typed);
    expect(turn).toMatchObject({ kind: 'again', errors: expected });
    expect(Object.keys(turn.kind === 'again' ? turn.errors : {})).toEqual(Object.keys(expected));
  });

  test('moved to today or later is accepted', () => {
    const typed = { appointmentOn: '2026-11-16', happened: 'moved' };
    expect(recorded('somatic-network', typed)).toEqual({ ...typed, settled: false });
  });

  test('says that a municipality has nobody, and can be recorded without', () => {
    const subject = claimed({}, { municipality: 'gouda' });
    const card = laneFormCard(context, subject, currentOf(subject), 'somatic-network');
    expect(JSON.stringify(card)).toContain(words.network.none('Gouda'));
    const lane = recorded('somatic-network', { appointmentOn: '2026-12-01' }, subject);
    expect(lane).toEqual({ appointmentOn: '2026-12-01', settled: false });
  });

  test('offers everybody of the region to a client without a fixed abode', () => {
    const subject = claimed({}, { municipality: 'no-fixed-abode' });
    const lane = recorded(
      'somatic-network',
      { provider: 'gynaecologie-alphen-voorbeeld' },
      subject,
    );
    expect(lane).toMatchObject({ provider: 'gynaecologie-alphen-voorbeeld' });
  });

  test('keeps who was chosen before the municipality was put right', () => {
    const lane = { provider, settled: false };
    const subject = claimed({ 'somatic-network': lane }, { municipality: 'gouda' });
    expect(recorded('somatic-network', {}, subject)).toEqual(lane);
  });
});

describe('the follow-up', () => {
  const asked = { on: '2026-11-02', asks: 'professional', askedAt: at, settled: false } as const;
  const answered = { at, by: SANNE, answer: 'going-well' } as const;

  test('is planned, of the professional unless somebody chooses otherwise', () => {
    const lane = { on: '2026-12-14', asks: 'professional', settled: false };
    expect(recorded('follow-up', { on: '2026-12-14' })).toEqual(lane);
  });

  test.each([
    ['', errors.date],
    ['2026-11-15', words.dates.passed],
    ['2027-11-17', words.dates.tooFar],
  ])('asks again after the date “%s”', (on, error) => {
    expectAgain('follow-up', { on }, { on: error });
  });

  test('that was asked stays asked, also after its day', () => {
    const subject = claimed({ 'follow-up': asked });
    expect(recorded('follow-up', { settled: 'true' }, subject)).toEqual({
      ...asked,
      settled: true,
    });
  });

  test.each([{ on: '2026-12-14' }, { asks: 'coordinator' }])('is asked anew with %o', (typed) => {
    const subject = claimed({ 'follow-up': { ...asked, answered, settled: true } });
    const { on } = asked;
    const lane = { on, asks: 'professional', settled: false, ...typed };
    expect(recorded('follow-up', { ...typed, settled: 'false' }, subject)).toEqual(lane);
  });
});

test('a lane that another changed meanwhile is shown anew, and not overwritten', () => {
  const { history } = claimed();
  const updated = { kind: 'lane-updated', at, by: MERYEM, reason: 'finance' } as const;
  const subject = claimed({}, { history: withEvents(history, [updated]) });
  expect(fill('finance', { asked: '10' }, subject, 0)).toEqual({ kind: 'outdated' });
  expect(fill('finance', { asked: '10' }, subject, 3)).toMatchObject({ kind: 'command' });
  expect(fill('complex', {}, subject, 0)).toMatchObject({ kind: 'command' });
});

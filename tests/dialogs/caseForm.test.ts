import { describe, expect, test } from 'vitest';
import { caseFormCard, type CaseForm } from '../../cards/caseForms.js';
import { wordsIn } from '../../cards/words/words.js';
import { decide } from '../../data/lifeCycle.js';
import { replyToCaseForm } from '../../dialogs/caseForm.js';
import { aContext, anEscalatedCase, MERYEM, NOW, utc } from '../builders.js';
import { valuesOn, warningsOn, type Typed } from './fillingIn.js';

const context = aContext();
const { errors } = wordsIn('nl');

const OPEN = anEscalatedCase();
const CLAIMED = anEscalatedCase({
  state: { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') },
});
const REALISED = {
  ...CLAIMED,
  realisation: { on: '2026-10', recordedAt: utc('2026-11-16T08:00'), route: 'partner' as const },
};

const reply = (form: CaseForm, inputs: Typed, subject = CLAIMED) =>
  replyToCaseForm(context, form, subject, MERYEM, inputs);

function expectAgain(form: CaseForm, inputs: Typed, expected: Record<string, string>) {
  const turn = reply(form, inputs);
  if (turn.kind !== 'again') throw new Error('accepted');
  expect(turn.errors).toEqual(expected);
  const card = caseFormCard(context, CLAIMED, form, turn);
  expect(warningsOn(card)).toEqual(Object.values(expected));
  return valuesOn(card);
}

describe('Afronden', () => {
  const CLOSED = { outcome: 'postponed', contraception: 'planned' };

  test('becomes the command that closes the case', () => {
    const command = { kind: 'close', by: MERYEM, ...CLOSED };
    expect(reply('close', CLOSED)).toEqual({ kind: 'command', command });
  });

  test('is accepted by the life cycle when filled in like this', () => {
    const turn = reply('close', {
      outcome: 'postponed',
      contraception: 'realised',
      realisedOn: '2026-11',
    });
    if (turn.kind !== 'command') throw new Error('asked again');
    expect(decide(CLAIMED, turn.command, NOW)).toMatchObject({
      ok: true,
      case: { realisation: { on: '2026-11', route: 'escalated' } },
    });
  });

  test.each<[string, Typed, Record<string, string>]>([
    ['nothing', {}, { outcome: errors.required, contraception: errors.required }],
    ['no outcome', { ...CLOSED, outcome: '' }, { outcome: errors.required }],
    ['an unknown outcome', { ...CLOSED, outcome: 'solved' }, { outcome: errors.invalid }],
    [
      'realised without a month',
      { ...CLOSED, contraception: 'realised' },
      { realisedOn: errors.monthOrDay },
    ],
    [
      'realised next month',
      { ...CLOSED, contraception: 'realised', realisedOn: '12-2026' },
      { realisedOn: errors.futureDate },
    ],
    [
      'a month in words',
      { ...CLOSED, contraception: 'realised', realisedOn: 'november' },
      { realisedOn: errors.monthOrDay },
    ],
  ])('asks again after %s', (_, inputs, expected) => {
    expectAgain('close', inputs, expected);
  });

  test('keeps what was filled in beside an error', () => {
    const inputs = { ...CLOSED, contraception: 'realised', realisedOn: '12-2026' };
    expect(expectAgain('close', inputs, { realisedOn: errors.futureDate })).toEqual(inputs);
  });

  test('does not ask for a month that is known', () => {
    const inputs = { ...CLOSED, contraception: 'realised' };
    expect(reply('close', inputs, REALISED)).toMatchObject({ kind: 'command' });
  });

  test('leaves out a month when nothing was realised', () => {
    const turn = reply('close', { ...CLOSED, realisedOn: '2026-10' });
    expect(turn).toEqual({ kind: 'command', command: { kind: 'close', by: MERYEM, ...CLOSED } });
  });
});

describe.each(['decline', 'claim'] as const)('the reason of %s', (form) => {
  const expected = {
    decline: { kind: 'decline', by: MERYEM, reason: 'Hoort bij een andere regio.' },
    claim: { kind: 'claim', by: MERYEM, exception: 'Hoort bij een andere regio.' },
  }[form];

  test('becomes part of the command', () => {
    const turn = reply(form, { reason: '  Hoort bij een andere regio. ' }, OPEN);
    expect(turn).toEqual({ kind: 'command', command: expected });
  });

  test.each<[string, unknown, string]>([
    ['missing', undefined, errors.requiredText],
    ['blank', '  \n ', errors.requiredText],
    ['too long', 'a'.repeat(301), errors.tooLong(300)],
    ['a list', ['x'], errors.invalid],
    ['an object', { toString: 'x' }, errors.invalid],
    ['with a phone number', 'Bel 0612345678', errors.identifier(errors.identifiers.phone)],
    ['with a BSN', 'BSN 123456782', errors.identifier(errors.identifiers.bsn)],
  ])('is asked again when it is %s', (_, reason, error) => {
    const typed = typeof reason === 'string' && reason.trim() !== '' ? reason.slice(0, 300) : '';
    expect(expectAgain(form, { reason }, { reason: error })).toMatchObject({ reason: typed });
  });

  test('may be 300 characters', () => {
    expect(reply(form, { reason: 'a'.repeat(300) })).toMatchObject({ kind: 'command' });
  });
});

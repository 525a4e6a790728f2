import { describe, expect, it } from 'vitest';
import type { QuickCount } from '../../data/quickCount.js';
import { readCount, replyToCount, type CountTurn } from '../../dialogs/quickCount.js';
import { aContext, SANNE } from '../builders.js';
import { aQuickCount, JGZ } from '../data/quickCountBuilder.js';

const context = aContext();
const { words } = context;
const FILLED = { month: '2026-10', municipality: 'leiden', talks: '3', realised: '1' };
const ANSWERS = { month: '2026-10', municipality: 'leiden', talks: 3, realised: 1 };
const errorsOf = (inputs: Record<string, unknown>) => {
  const read = readCount(context, inputs);
  return read.kind === 'again' ? read.errors : {};
};

describe('a filled-in count', () => {
  it('is read as numbers', () => {
    expect(readCount(context, FILLED)).toEqual({ kind: 'answered', answers: ANSWERS });
  });

  it('needs every answer', () => {
    const { required, requiredText } = words.errors;
    expect(errorsOf({})).toEqual({
      month: required,
      municipality: required,
      talks: requiredText,
      realised: requiredText,
    });
  });

  it.each<[unknown, boolean]>([
    ['0', true],
    [' 12 ', true],
    [12, true],
    ['007', true],
    ['999', true],
    ['1000', false],
    ['-1', false],
    ['1.5', false],
    ['1e2', false],
    ['drie', false],
    ['9'.repeat(400), false],
    [-1, false],
    [1.5, false],
    [['3'], false],
    [{}, false],
  ])('takes whole numbers from 0 to 999: %j', (talks, accepted) => {
    const errors = errorsOf({ ...FILLED, talks, realised: '0' });
    expect(errors).toEqual(accepted ? {} : { talks: words.quickCount.wholeNumber(999) });
  });

  it.each(['month', 'municipality'])('takes no other %s than it offers', (id) => {
    expect(errorsOf({ ...FILLED, [id]: 'elders' })).toEqual({ [id]: words.errors.invalid });
  });

  it.each([
    ['2026-12', false],
    ['2026-11', true],
    ['2025-11', true],
    ['2025-10', false],
  ])('is about a month of the last year: %s', (month, accepted) => {
    expect(errorsOf({ ...FILLED, month })).toEqual(accepted ? {} : { month: words.errors.invalid });
  });

  it.each([
    ['3', '3', {}],
    ['3', '4', { realised: words.quickCount.moreThanTalks }],
    ['0', '1', { realised: words.quickCount.moreThanTalks }],
    ['0', '0', {}],
  ])('has %s talks and %s realised', (talks, realised, errors) => {
    expect(errorsOf({ ...FILLED, talks, realised })).toEqual(errors);
  });

  it('keeps what was filled in beside an error', () => {
    expect(readCount(context, { ...FILLED, talks: 'drie' })).toMatchObject({
      kind: 'again',
      values: { month: '2026-10', municipality: 'leiden', talks: 'drie', realised: 1 },
    });
  });
});

describe('what becomes of it', () => {
  const reply = (
    stored: QuickCount | undefined,
    numbers: { talks: number; realised: number },
    seen = 0,
  ): CountTurn => {
    const answers = { ...ANSWERS, ...numbers };
    return replyToCount(context, { organisation: JGZ, by: SANNE, answers, seen }, stored);
  };

  it('is stored where nothing stood', () => {
    const turn = reply(undefined, { talks: 3, realised: 1 });
    expect(turn).toMatchObject({ kind: 'counted', changed: true, count: { version: 1 } });
  });

  it('stands already', () => {
    const turn = reply(aQuickCount(), { talks: 3, realised: 1 });
    expect(turn).toEqual({ kind: 'counted', changed: false, count: aQuickCount() });
  });

  it('is shown beside what stands before it takes its place', () => {
    expect(reply(aQuickCount(), { talks: 5, realised: 2 })).toMatchObject({
      kind: 'replace',
      count: aQuickCount(),
      values: { talks: 5, realised: 2 },
    });
    const confirmed = reply(aQuickCount(), { talks: 5, realised: 2 }, 1);
    expect(confirmed).toMatchObject({ kind: 'counted', changed: true, count: { version: 2 } });
  });

  it('is asked again when there is nothing to take back', () => {
    expect(reply(undefined, { talks: 0, realised: 0 })).toMatchObject({
      kind: 'again',
      errors: { talks: words.quickCount.nothingYet },
    });
  });
});

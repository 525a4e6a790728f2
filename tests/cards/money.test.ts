import { describe, expect, test } from 'vitest';
import { agreedDateField } from '../../cards/fields/dateFields.js';
import { centsOf, moneyField } from '../../cards/fields/moneyField.js';
import { euros, plainAmount } from '../../cards/phrases.js';
import { wordsIn } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';
import { MOST_CENTS } from '../../data/budget.js';
import { NOW } from '../builders.js';

const words = wordsIn('nl');
const field = moneyField({ words, language: 'nl' }, 'Bedrag', { most: MOST_CENTS });
const tooMuch = { ok: false, error: words.lanes.money(euros(MOST_CENTS, 'nl')) };

describe('an amount', () => {
  test.each<[string, number | undefined]>([
    ['150', 15_000],
    ['0', 0],
    ['0,05', 5],
    ['150,50', 15_050],
    ['150,5', 15_050],
    ['150.50', 15_050],
    ['150,-', 15_000],
    ['150,--', 15_000],
    ['150,–', 15_000],
    ['1.250', 125_000],
    ['1250', 125_000],
    ['1 250', 125_000],
    ['1.250,00', 125_000],
    ['€ 1.250,00', 125_000],
    ['€1.250', 125_000],
    ['\u20ac\u00a01.250,00', 125_000],
    [' 12.345,67 euro ', 1_234_567],
    ['100.000', 10_000_000],
    ['1.000.000', 100_000_000],
    ['EUR 20', 2_000],
    ['-5', undefined],
    ['€ -5', undefined],
    ['', undefined],
    ['€', undefined],
    [',50', undefined],
    ['12,345', undefined],
    ['1,250.00', undefined],
    ['1.2500', undefined],
    ['12.34.567', undefined],
    ['150,505', undefined],
    ['1e3', undefined],
    ['honderd', undefined],
    ['150 of 200', undefined],
    ['0x10', undefined],
    ['١٥٠', undefined],
  ])('typed as “%s” is %s cents', (typed, cents) => {
    expect(centsOf(typed)).toBe(cents);
  });

  test('is at most a hundred thousand', () => {
    expect(field.read('100.000')).toEqual({ ok: true, value: MOST_CENTS });
    expect(field.read('100.000,01')).toEqual(tooMuch);
    expect(field.read('9'.repeat(500))).toEqual(tooMuch);
  });

  test.each([150, ['150'], { a: 1 }, true])('is not %o', (raw) => {
    expect(field.read(raw)).toEqual(tooMuch);
  });

  test.each([undefined, null, '', '  '])('may be left open: %o', (raw) => {
    expect(field.read(raw)).toEqual({ ok: true, value: undefined });
  });

  test.each(LANGUAGES)('is shown in %s as it can be read back', (language) => {
    for (const cents of [0, 5, 15_000, 15_050, MOST_CENTS]) {
      expect(centsOf(plainAmount(cents, language))).toBe(cents);
    }
  });

  test('that was refused is shown as it was typed, without taking it for a number of a person', () => {
    const shown = field.show('asked', '123456782', true);
    expect(shown).toMatchObject({ value: '123456782', found: { hint: '' } });
  });
});

test.each([
  [500_000, '€ 5.000', '€5,000'],
  [15_050, '€ 150,50', '€150.50'],
  [-30_000, '€ -300', '-€300'],
])('%i cents are written as %s and %s', (cents, dutch, english) => {
  expect(euros(cents, 'nl').replaceAll('\u00a0', ' ')).toBe(dutch);
  expect(euros(cents, 'en')).toBe(english);
});

/** Monday 16 November 2026. */
describe('a date that was agreed', () => {
  const { dates } = words.lanes;
  const followUp = agreedDateField(words, 'Wanneer', NOW, { from: 'today' });
  const appointment = agreedDateField(words, 'Wanneer', NOW, { from: 'year-ago' });
  const recorded = agreedDateField(words, 'Wanneer', NOW, {
    from: 'today',
    recorded: '2026-11-02',
  });
  const ok = (value: string) => ({ ok: true, value });
  const refused = (error: string) => ({ ok: false, error });

  test.each([
    [followUp, '2026-11-16', ok('2026-11-16')],
    [followUp, '2026-11-15', refused(dates.passed)],
    [followUp, '2027-11-16', ok('2027-11-16')],
    [followUp, '2027-11-17', refused(dates.tooFar)],
    [appointment, '2025-11-16', ok('2025-11-16')],
    [appointment, '2025-11-15', refused(words.errors.tooOld)],
    [appointment, '2027-11-17', refused(dates.tooFar)],
    [recorded, '2026-11-02', ok('2026-11-02')],
    [recorded, '2026-11-03', refused(dates.passed)],
    [followUp, '16-11-2026', refused(words.errors.date)],
    [followUp, '2026-02-30', refused(words.errors.date)],
  ])('%#: %s', (one, raw, reading) => {
    expect(one.read(raw)).toEqual(reading);
  });
});

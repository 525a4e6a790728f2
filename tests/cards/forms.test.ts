import { describe, expect, test } from 'vitest';
import { caseFormCard, caseFormFields } from '../../cards/caseForms.js';
import { agreedDateField, pastDateField } from '../../cards/fields/dateFields.js';
import { showFields } from '../../cards/fields/field.js';
import { textField } from '../../cards/fields/textField.js';
import { followUpFields } from '../../cards/followUpCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';
import { aContext, anEscalatedCase, at } from '../builders.js';
import { everyText } from './cardContent.js';

const context = aContext();
const { words } = context;
const subject = anEscalatedCase();

describe('an answer that is missing', () => {
  test.each([
    ['the only one', 'decline', { reason: words.errors.requiredText }, 0],
    ['one of several', 'close', { outcome: words.errors.required }, 1],
  ] as const)('is told at the buttons as well when it is not %s', (_, form, errors, times) => {
    const card = everyText(caseFormCard(context, subject, form, { values: {}, errors }));
    const fixAbove = card.filter((text) => text === `⚠ ${words.form.fixAbove}`);
    expect(fixAbove).toHaveLength(times);
    expect(card).toContain(words.form.fix);
    expect(card).toContain(`⚠ ${Object.values(errors)[0] ?? ''}`);
  });
});

test.each([
  ['Waarom?', true, 'Waarom? (verplicht) Kort.'],
  ['Waarom?', false, 'Waarom? Kort.'],
  ['Je reden', true, 'Je reden (verplicht). Kort.'],
  ['Je reden', false, 'Je reden. Kort.'],
])('the label “%s” that has to be answered (%s) goes on as %s', (label, required, expected) => {
  const field = textField(words, label, { required, maxLength: 9, hint: 'Kort.' });
  expect(field.show('why', '').label).toBe(expected);
});

describe.each(LANGUAGES)('when contraception was realised, in %s', (language) => {
  const reader = { ...context, language, words: wordsIn(language) };
  const labelOf = (fields: Parameters<typeof showFields>[0]) =>
    showFields(fields, { values: {}, errors: {} }).find(({ id }) => id === 'realisedOn')?.label;
  const { wish, close, followUp, optional } = reader.words;

  test('is asked on closing as soon as that is what is chosen', () => {
    const question = `${wish.realisedOn} ${close.whenRealised}. ${wish.realisedOnHint}`;
    expect(labelOf(caseFormFields(reader, 'close'))).toBe(question);
    const chosen = reader.words.checklist.contraceptionResults.realised;
    expect(close.whenRealised).toContain(chosen);
  });

  test('may be left open by who tells how it goes', () => {
    const question = `${followUp.realisedOn} ${optional}. ${wish.realisedOnHint}`;
    expect(labelOf(followUpFields(reader, subject))).toBe(question);
  });
});

describe('a year, on a machine that keeps UTC', () => {
  // In Amsterdam it is 29 February already.
  const now = at('2028-02-29T00:30').toUTC();
  const past = pastDateField(words, 'Wanneer', now);
  const appointment = agreedDateField(words, 'Wanneer', now, { from: 'year-ago' });
  const { tooFar } = words.lanes.dates;

  test.each([
    [past, '2027-02-28', true],
    [past, '2027-02-27', words.errors.tooOld],
    [appointment, '2027-02-28', true],
    [appointment, '2027-02-27', words.errors.tooOld],
    [appointment, '2029-02-28', true],
    [appointment, '2029-03-01', tooFar],
  ])('is one on the Dutch calendar: %# %s', (field, day, expected) => {
    const reading = field.read(day);
    expect(reading.ok || reading.error).toBe(expected);
  });
});

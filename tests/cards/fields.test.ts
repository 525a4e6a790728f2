import { describe, expect, test } from 'vitest';
import {
  choiceField,
  choicesField,
  toggleField,
  yesNoField,
} from '../../cards/fields/choiceFields.js';
import {
  missingAnswers,
  readFields,
  readForm,
  showFields,
  withoutRefused,
  type Field,
  type FieldsRead,
} from '../../cards/fields/field.js';
import { pastDateField, pastMonthField } from '../../cards/fields/dateFields.js';
import { textField } from '../../cards/fields/textField.js';
import { confirmationOf } from '../../cards/fields/foundText.js';
import { formCard } from '../../cards/formCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { findIdentifiers, fingerprintOf } from '../../data/identifiers.js';
import { aContext, at, NOW } from '../builders.js';
import { elementsOf, everyText, inputsOf, literalTexts } from './cardContent.js';

const words = wordsIn('nl');
const { errors } = words;

const accepted = (value: unknown) => ({ ok: true, value });
const refused = (error: string) => ({ ok: false, error });

const COLOURS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => [id, id.toUpperCase()] as const);
const choice = choiceField(words, 'Kleur', COLOURS);
const choices = choicesField(words, 'Kleuren', COLOURS);
const yesNo = yesNoField(words, 'Akkoord');
const toggle = toggleField(words, 'Voorrang', { title: 'Met voorrang' });
const date = pastDateField(words, 'Datum', NOW);
const month = pastMonthField(words, 'Maand', NOW, '2020-01', {
  placeholder: 'bijvoorbeeld 2026-11',
});
const text = textField(words, 'Toelichting', { maxLength: 10 });

const ALL: Record<string, Field> = { choice, choices, yesNo, toggle, date, month, text };

describe.each(Object.entries(ALL))('%s', (id, field) => {
  test.each([
    ['left out', undefined],
    ['null', null],
    ['empty', ''],
  ])('reads %s as no answer', (_, raw) => {
    const reading = field.read(raw);
    expect(reading).toEqual(accepted(id === 'choices' ? [] : undefined));
  });

  test.each([
    ['a number', 7],
    ['an object', { a: 'a' }],
    ['a list of numbers', [1]],
    ['a huge text', 'x'.repeat(1_000_000)],
    ['the prototype', '__proto__'],
  ])('refuses %s', (_, raw) => {
    // Ten characters of text are an answer like any other.
    const fits = id === 'text' && raw === '__proto__';
    expect(field.read(raw).ok).toBe(fits);
  });

  test('shows nothing for what it cannot hold', () => {
    const { value } = field.show(id, { a: 'a' });
    expect(value).toBe(id === 'toggle' ? 'false' : '');
  });

  test('shows again what it has read', () => {
    const sent = { choice: 'a', choices: 'a,c', yesNo: 'no', toggle: 'true', date: '2026-11-16' };
    const raw = { ...sent, month: '11-2026', text: 'tekst' }[id];
    const reading = field.read(raw);
    expect(field.show(id, reading.ok ? reading.value : undefined).value).toBe(raw);
  });
});

describe('the only choice there is', () => {
  const only = choiceField(words, 'Kleur', [['a', 'Rood']], { required: true });
  const fields = { colour: only };

  test('is said, not asked', () => {
    const [view] = showFields(fields, { values: {}, errors: {} });
    expect(view).toMatchObject({ kind: 'only', label: 'Kleur', value: 'Rood' });
  });

  test.each([
    ['nothing was sent', {}],
    ['it was sent', { colour: 'a' }],
  ])('is the answer when %s', (_, sent) => {
    expect(readForm(fields, sent)).toEqual({ kind: 'answered', values: { colour: 'a' } });
  });

  test('is not the answer when another was sent', () => {
    expect(readForm(fields, { colour: 'b' })).toMatchObject({
      kind: 'again',
      errors: { colour: errors.invalid },
    });
  });

  test('is asked when it need not be given', () => {
    const free = { colour: choiceField(words, 'Kleur', [['a', 'Rood']]) };
    expect(showFields(free, { values: {}, errors: {} })).toMatchObject([{ kind: 'choice' }]);
    expect(readForm(free, {})).toEqual({ kind: 'answered', values: { colour: undefined } });
  });
});

describe('a hint', () => {
  test('is part of the name of its input', () => {
    const named = textField(words, 'Toelichting', { maxLength: 10, required: true, hint: 'Kort.' });
    expect(named.show('note', '').label).toBe(`Toelichting ${words.required}. Kort.`);
  });
});

describe('a date', () => {
  test.each<[string, string, unknown]>([
    ['today', '2026-11-16', accepted('2026-11-16')],
    ['tomorrow', '2026-11-17', refused(errors.futureDate)],
    ['a year ago', '2025-11-16', accepted('2025-11-16')],
    ['a year and a day ago', '2025-11-15', refused(errors.tooOld)],
    ['a day that does not exist', '2026-02-29', refused(errors.date)],
    ['the Dutch way of writing', '16-11-2026', refused(errors.date)],
    ['with a time', '2026-11-16T09:00', refused(errors.date)],
    ['with a space', ' 2026-11-16', refused(errors.date)],
  ])('%s', (_, raw, expected) => {
    expect(date.read(raw)).toEqual(expected);
  });

  test.each([
    ['summer time', '2026-07-01T00:30', '2026-07-01', '2026-07-02'],
    ['winter time', '2026-12-31T23:30', '2026-12-31', '2027-01-01'],
    ['a leap day', '2028-02-29T12:00', '2028-02-29', '2028-03-01'],
  ])('in %s, today is a day on the Dutch clock', (_, now, today, tomorrow) => {
    const field = pastDateField(words, 'Datum', at(now).toUTC());
    expect(field.read(today)).toEqual(accepted(today));
    expect(field.read(tomorrow)).toEqual(refused(errors.futureDate));
  });

  test('a year before a leap day is the last of February', () => {
    const field = pastDateField(words, 'Datum', at('2028-02-29T12:00'));
    expect(field.read('2027-02-28')).toEqual(accepted('2027-02-28'));
    expect(field.read('2027-02-27')).toEqual(refused(errors.tooOld));
  });
});

describe('a month', () => {
  test.each<[string, string, unknown]>([
    ['this month', '2026-11', accepted('2026-11')],
    ['next month', '2026-12', refused(errors.futureDate)],
    ['today', '2026-11-16', accepted('2026-11-16')],
    ['tomorrow', '2026-11-17', refused(errors.futureDate)],
    ['with spaces around it', ' 2026-11 ', accepted('2026-11')],
    ['as people write it', '11-2026', accepted('2026-11')],
    ['a day as people write it', '6-11-2026', accepted('2026-11-06')],
    ['with slashes', '06/11/2026', accepted('2026-11-06')],
    ['a day that does not exist, as written', '30-2-2026', refused(errors.monthOrDay)],
    ['month 13, as written', '13-2026', refused(errors.monthOrDay)],
    ['tomorrow, as written', '17-11-2026', refused(errors.futureDate)],
    ['two digits of a year', '11-26', refused(errors.monthOrDay)],
    ['month 13', '2026-13', refused(errors.monthOrDay)],
    ['month 0', '2026-00', refused(errors.monthOrDay)],
    ['one digit', '2026-1', refused(errors.monthOrDay)],
    ['the first month of the programme', '2020-01', accepted('2020-01')],
    ['the last day before it', '2019-12-31', refused(errors.beforeStart('01-2020'))],
    ['a day that does not exist', '2026-02-30', refused(errors.monthOrDay)],
    ['only a year', '2026', refused(errors.monthOrDay)],
    ['in words', 'november', refused(errors.monthOrDay)],
  ])('%s', (_, raw, expected) => {
    expect(month.read(raw)).toEqual(expected);
  });

  test('begins on the Dutch clock', () => {
    const field = pastMonthField(words, 'Maand', at('2026-12-01T00:30').toUTC(), '2020-01', {
      placeholder: '',
    });
    expect(field.read('2026-12')).toEqual(accepted('2026-12'));
  });
});

describe('text', () => {
  test.each<[string, string, unknown]>([
    ['as long as it may be', 'a'.repeat(10), accepted('a'.repeat(10))],
    ['one character longer', 'a'.repeat(11), refused(errors.tooLong(10))],
    ['with spaces around it', `  ${'a'.repeat(10)}\n`, accepted('a'.repeat(10))],
    ['only spaces', ' \n\t ', accepted(undefined)],
    ['Markdown', '**a** ${x}', accepted('**a** ${x}')],
    ['an e-mail address', 'a@b.nl', refused(errors.identifier('e-mailadres'))],
    ['a phone number', '0612345678', refused(errors.identifier('telefoonnummer'))],
  ])('%s', (_, raw, expected) => {
    expect(text.read(raw)).toEqual(expected);
  });

  test('names each kind once', () => {
    const field = textField(words, 'Toelichting', { maxLength: 100 });
    const raw = 'a@b.nl en c@d.nl of 0612345678';
    expect(field.read(raw)).toEqual(refused(errors.identifier('e-mailadres, telefoonnummer')));
  });

  test('lets through only the kinds that may stand there', () => {
    const field = textField(words, 'Bereikbaar', { maxLength: 100, allow: ['phone'] });
    expect(field.read('0612345678')).toEqual(accepted('0612345678'));
    expect(field.read('0612345678, a@b.nl')).toEqual(refused(errors.identifier('e-mailadres')));
  });

  test('shows no more than fits in the field', () => {
    expect(text.show('text', 'a'.repeat(50)).value).toHaveLength(10);
  });
});

describe('a text in which something is found', () => {
  const fields = {
    note: textField(words, 'Toelichting', { maxLength: 100, multiline: true }),
    reachable: textField(words, 'Bereikbaar', { maxLength: 100, allow: ['phone'] }),
  };
  const id = confirmationOf('note');
  const typed = 'Bel mevrouw Jansen op 06-12345678.';

  /** The form after a reply; what stands in it is what was typed, as in every flow. */
  function answer(inputs: Record<string, unknown>) {
    const read = readFields(fields, inputs);
    return { ...read, card: cardOf({ ...read, values: { ...inputs, ...read.values } }) };
  }

  function cardOf(read: FieldsRead) {
    const shown = showFields(fields, read);
    return formCard(aContext(), { heading: 'x', notes: [], fields: shown, buttons: [] });
  }

  const toggleOn = (card: ReturnType<typeof cardOf>) =>
    inputsOf(card).find((input) => input.id === id);
  const valueOn = (note: string) => toggleOn(answer({ note }).card)?.valueOn;

  test('is shown with the findings marked, for who sees no colour as well', () => {
    const { errors: refusals, card } = answer({ note: typed });
    expect(refusals).toEqual({ note: errors.identifier('naam, telefoonnummer') });
    expect(elementsOf(card, 'TextRun')).toMatchObject([
      { text: 'Bel mevrouw ', weight: 'default', underline: false, highlight: false },
      { text: '[Jansen]', weight: 'bolder', underline: true, highlight: true },
      { text: ' op ' },
      { text: '[06-12345678]', weight: 'bolder', underline: true, highlight: true },
      { text: '.' },
    ]);
    expect(everyText(card)).toContain(errors.identifierHints.mayConfirm);
  });

  test('asks whether it identifies nobody, with a toggle that is off', () => {
    expect(toggleOn(answer({ note: typed }).card)).toMatchObject({
      type: 'Input.Toggle',
      label: errors.recognisable,
      title: errors.identifiesNobody,
      value: 'false',
      valueOff: 'false',
    });
  });

  test.each([
    ['one toggle for each text', { note: typed, reachable: 'a@b.nl' }, 2],
    ['none where nothing is found', { note: 'Graag overleg.', reachable: '0612345678' }, 0],
    ['none for an empty one', { note: ' ' }, 0],
    ['none for a text that is too long', { note: `${typed}${'a'.repeat(100)}` }, 0],
    ['none for what is no text', { note: { text: typed } }, 0],
  ])('%s', (_, inputs, count) => {
    const toggles = elementsOf(answer(inputs).card, 'Input.Toggle');
    expect(toggles).toHaveLength(count);
  });

  test('is accepted as it stands once that is confirmed', () => {
    const confirmed = { note: ` ${typed} `, [id]: valueOn(typed) };
    expect(readFields(fields, confirmed)).toMatchObject({ values: { note: typed }, errors: {} });
  });

  test.each([
    ['is left off', 'false'],
    ['is missing', undefined],
    ['only says true', 'true'],
    ['is a list', ['true']],
  ])('is refused when the toggle %s', (_, confirmed) => {
    const { errors: refusals } = readFields(fields, { note: typed, [id]: confirmed });
    expect(Object.keys(refusals)).toEqual(['note']);
  });

  test('stays confirmed when only the words around the findings change', () => {
    const note = `Liefst morgen. ${typed}`;
    expect(answer({ note, [id]: valueOn(typed) }).errors).toEqual({});
  });

  test.each([
    ['other findings', 'Bel mevrouw Jansen op 06-12345679.'],
    ['more findings', `${typed} Of mail a@b.nl.`],
    ['fewer findings', 'Bel op 06-12345678.'],
  ])('with %s than were confirmed is asked again', (_, note) => {
    const { errors: refusals, card } = answer({ note, [id]: valueOn(typed) });
    expect(Object.keys(refusals)).toEqual(['note']);
    expect(toggleOn(card)).toMatchObject({ value: 'false', valueOn: valueOn(note) });
    expect(valueOn(note)).not.toBe(valueOn(typed));
  });

  test('holding a BSN cannot be confirmed, whatever stands beside it', () => {
    const note = `${typed} BSN 123456782`;
    const { errors: refusals, card } = answer({ note });
    expect(refusals.note).toBe(errors.identifier('naam, telefoonnummer, BSN'));
    expect(literalTexts(card)).toContain('[123456782]');
    expect(toggleOn(card)).toBeUndefined();
    expect(everyText(card)).toContain(errors.identifierHints.neverBsn);
    const forged = { note, [id]: fingerprintOf(findIdentifiers(note)) };
    expect(Object.keys(readFields(fields, forged).errors)).toEqual(['note']);
  });

  test('and was confirmed stays so on the next screen with another error', () => {
    const inputs = { note: typed, [id]: valueOn(typed), reachable: 'a@b.nl' };
    const { errors: refusals, card } = answer(inputs);
    expect(Object.keys(refusals)).toEqual(['reachable']);
    expect(toggleOn(card)).toMatchObject({ value: valueOn(typed), valueOn: valueOn(typed) });
    expect(everyText(card)).toContain(errors.identifierHints.confirmed);
  });

  test('stands in no message that is kept: not its text, its findings or its toggle', () => {
    const inputs = { note: typed, [id]: valueOn('Bel 0612345678'), reachable: 'Op maandag' };
    const read = readFields(fields, inputs);
    const kept = withoutRefused({ ...read, values: { ...inputs, ...read.values } });
    const card = cardOf(kept);
    expect(JSON.stringify(card)).not.toMatch(/Jansen|12345678|note-confirmed/);
    expect(elementsOf(card, 'RichTextBlock')).toEqual([]);
    expect(everyText(card)).toContain('Op maandag');
    expect(everyText(card).join()).toContain(errors.identifier('naam, telefoonnummer'));
  });

  test.each([
    ['at the beginning', '0612345678 bellen', ['[0612345678]', ' bellen']],
    ['at the end', 'bel 0612345678', ['bel ', '[0612345678]']],
    ['all of it', '0612345678', ['[0612345678]']],
    ['spaces around it', ' \n0612345678 ', ['[0612345678]']],
    ['Markdown', '**a** a@b.nl {{DATE(x)}} ${x}', ['**a** ', '[a@b.nl]', ' {{DATE(x)}} ${x}']],
  ])('is marked word for word: %s', (_, note, runs) => {
    expect(literalTexts(answer({ note }).card)).toEqual(runs);
  });
});

describe('choices', () => {
  test.each<[string, unknown, unknown]>([
    ['one', 'a', accepted(['a'])],
    ['several', 'c,a', accepted(['c', 'a'])],
    ['the same one twice', 'a,a', accepted(['a'])],
    ['stray commas', ',a,,b,', accepted(['a', 'b'])],
    ['a list', ['a', 'b'], accepted(['a', 'b'])],
    ['one that does not exist', 'a,z', refused(errors.invalid)],
    ['other capitals', 'A', refused(errors.invalid)],
  ])('%s', (_, raw, expected) => {
    expect(choices.read(raw)).toEqual(expected);
  });

  test.each([
    [6, {}, 'expanded'],
    [7, {}, 'filtered'],
    [6, { compact: true }, 'compact'],
  ] as const)('%i answers with %o are shown %s', (n, options, style) => {
    const field = choiceField(words, 'Kleur', COLOURS.slice(0, n), options);
    expect(field.show('kleur', '')).toMatchObject({ style });
  });
});

describe('ticking', () => {
  test.each<[unknown, unknown]>([
    ['true', accepted(true)],
    ['false', accepted(false)],
    ['TRUE', refused(errors.invalid)],
    [true, refused(errors.invalid)],
  ])('%o', (raw, expected) => {
    expect(toggle.read(raw)).toEqual(expected);
  });
});

describe('a required question', () => {
  const required = { required: true };
  const fields = {
    choice: choiceField(words, 'Kleur', COLOURS, required),
    date: pastDateField(words, 'Datum', NOW, required),
    text: textField(words, 'Reden', { maxLength: 10, required: true }),
    free: textField(words, 'Toelichting', { maxLength: 10 }),
  };

  test('says so in its label', () => {
    expect(fields.choice.show('choice', '').label).toBe('Kleur (verplicht)');
    expect(fields.free.show('free', '').label).toBe('Toelichting');
  });

  test('is asked again in words that fit the kind of answer', () => {
    expect(missingAnswers(fields, readFields(fields, {}))).toEqual({
      choice: errors.required,
      date: errors.date,
      text: errors.requiredText,
    });
  });

  test('can be one that is required this time only', () => {
    const read = readFields(fields, { choice: 'a', date: '2026-11-16', text: 'x' });
    expect(missingAnswers(fields, read)).toEqual({});
    expect(missingAnswers(fields, read, ['free'])).toEqual({ free: errors.requiredText });
  });
});

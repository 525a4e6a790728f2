import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../cards/words/words.js';
import { aContext, at, utc } from '../builders.js';
import { expectRefused } from './expectRefused.js';
import { aPersonAt, goTo, valuesOn, type Typed } from './fillingIn.js';

const { errors } = wordsIn('nl');

const TALK = { talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden' };

describe('either "nee" ends it', () => {
  test.each<[string, Typed]>([
    ['the client did not want to talk', { talked: 'no' }],
    ['the client does not want it recorded', { talked: 'yes', record: 'no' }],
    ['both', { talked: 'no', record: 'no' }],
    ['with the rest filled in', { ...TALK, record: 'no' }],
    ['with a date that could not be', { ...TALK, talked: 'no', on: '2027-01-01' }],
    ['with a municipality that does not exist', { talked: 'no', municipality: 'atlantis' }],
  ])('%s', (_, typed) => {
    expect(aPersonAt().click('next', typed)).toEqual({ kind: 'not-wanted' });
    expect(aPersonAt().click('later', typed)).toEqual({ kind: 'not-wanted' });
  });

  test('also when the client takes back a "ja" later on', () => {
    const person = goTo('wish');
    person.click('back');
    person.click('back');
    expect(person.click('next', { record: 'no' })).toEqual({ kind: 'not-wanted' });
  });
});

describe('Gesprek', () => {
  test('goes on, and remembers when permission to record was attested', () => {
    const person = aPersonAt();
    person.click('next', TALK);
    expect(person.stored()).toMatchObject({
      step: 'discussed',
      answers: { on: '2026-11-12', municipality: 'leiden' },
      recordPermissionAt: '2026-11-16T08:00:00.000Z',
    });
  });

  test('fills in today, and never the municipality', () => {
    expect(valuesOn(aPersonAt().card())).toMatchObject({ on: '2026-11-16', municipality: '' });
  });

  test('takes another day when it is filled in, and leaves a date that was taken away empty', () => {
    const person = aPersonAt();
    person.click('next', { ...TALK, on: '' });
    expect(valuesOn(person.card())).toMatchObject({ on: '' });
    person.click('next', TALK);
    person.click('back');
    expect(valuesOn(person.card())).toMatchObject({ on: '2026-11-12' });
  });

  test.each(['no-fixed-abode', 'outside-region', 'unknown'])('takes %s', (municipality) => {
    const person = aPersonAt();
    person.click('next', { ...TALK, municipality });
    expect(person.stored().answers.municipality).toBe(municipality);
  });

  test.each<[string, Typed, Record<string, string>]>([
    [
      'everything',
      { on: '' },
      {
        talked: errors.required,
        record: errors.required,
        on: errors.date,
        municipality: errors.required,
      },
    ],
    ['permission to record', { ...TALK, record: '' }, { record: errors.required }],
    ['the date', { ...TALK, on: '' }, { on: errors.date }],
    ['the municipality', { ...TALK, municipality: '' }, { municipality: errors.required }],
  ])('asks again when %s is missing', (_, typed, expected) => {
    const person = aPersonAt();
    expectRefused(person, () => person.click('next', typed), expected);
    expect(valuesOn(person.card())).toMatchObject(typed);
  });

  test('asks again when the date lies in the future, with the other answers in place', () => {
    const person = aPersonAt();
    const typed = { ...TALK, on: '2026-11-17' };
    expectRefused(person, () => person.click('next', typed), { on: errors.futureDate });
    expect(valuesOn(person.card())).toEqual(typed);
  });
});

describe('a wrong answer and a missing one', () => {
  test('are named together', () => {
    const person = aPersonAt();
    const typed = { ...TALK, on: '2026-11-17', municipality: '' };
    expectRefused(person, () => person.click('next', typed), {
      on: errors.futureDate,
      municipality: errors.required,
    });
  });
});

describe('dates on the Dutch clock', () => {
  test.each<[string, string, boolean]>([
    ['just before midnight, tomorrow', '2026-11-17', false],
    ['just before midnight, today', '2026-11-16', true],
  ])('%s', (_, on, accepted) => {
    const context = aContext({ now: at('2026-11-16T23:59').toUTC() });
    const turn = aPersonAt({}, context).click('next', { ...TALK, on });
    expect(turn).toMatchObject({ changed: accepted });
  });

  test('a new day begins in Amsterdam while it is still yesterday in UTC', () => {
    const context = aContext({ now: at('2026-11-17T00:30').toUTC() });
    const turn = aPersonAt({}, context).click('next', { ...TALK, on: '2026-11-17' });
    expect(turn).toMatchObject({ changed: true });
  });
});

describe('what a client sends that no card can', () => {
  const huge = 'x'.repeat(1_000_000);
  test.each<[string, Typed, Record<string, string>]>([
    ['a list for a date', { on: ['2026-11-12'] }, { on: errors.date }],
    ['a date with a time', { on: '2026-11-12T00:00:00Z' }, { on: errors.date }],
    ['a day that does not exist', { on: '2026-02-30' }, { on: errors.date }],
    ['a list for one choice', { municipality: ['leiden'] }, { municipality: errors.invalid }],
    ['an unknown choice', { municipality: 'atlantis' }, { municipality: errors.invalid }],
    ['the prototype', { municipality: '__proto__' }, { municipality: errors.invalid }],
    ['its constructor', { municipality: 'constructor' }, { municipality: errors.invalid }],
    ['a million characters', { municipality: huge }, { municipality: errors.invalid }],
    ['a number', { talked: 1 }, { talked: errors.invalid }],
    ['an object', { talked: { yes: true } }, { talked: errors.invalid }],
    ['true for "Ja"', { record: true }, { record: errors.invalid }],
  ])('%s is refused at its field', (_, typed, expected) => {
    const person = aPersonAt();
    expectRefused(person, () => person.click('next', { ...TALK, ...typed }), expected);
  });

  test('an input called __proto__ changes nothing', () => {
    const person = aPersonAt();
    const sent = JSON.parse('{"__proto__":{"talked":"no"},"constructor":"x"}') as Typed;
    person.click('next', { ...TALK, ...sent });
    expect(person.stored().answers).toEqual({ on: '2026-11-12', municipality: 'leiden' });
    expect(Object.prototype).not.toHaveProperty('talked');
  });

  test('inputs that were not asked are not stored', () => {
    const person = aPersonAt();
    person.click('next', { ...TALK, note: 'niet gevraagd', permissions: 'share' });
    expect(person.stored().answers).toEqual({ on: '2026-11-12', municipality: 'leiden' });
  });

  test('a list instead of ticked boxes is read as those boxes', () => {
    const person = goTo('discussed');
    person.click('next', { topics: ['sexuality', 'sexuality'] });
    expect(person.stored().answers.topics).toEqual(['sexuality']);
  });

  test.each<[string, Typed, Record<string, string>]>([
    ['an unknown box', { topics: 'sexuality,drugs' }, { topics: errors.invalid }],
    ['a number of boxes', { topics: 3 }, { topics: errors.invalid }],
    ['boxes in boxes', { determinants: [['money']] }, { determinants: errors.invalid }],
  ])('%s is refused at its field', (_, typed, expected) => {
    const person = goTo('discussed');
    expectRefused(person, () => person.click('next', typed), expected);
  });

  test('a situation under another reason is refused', () => {
    const person = goTo('situation');
    const act = () => person.click('next', { complex: 'cost' });
    expectRefused(person, act, { complex: errors.invalid });
  });

  test('permission to record cannot be given with the sharing', () => {
    const person = goTo('decision');
    const act = () =>
      person.click('escalate', { permissions: 'record,share', reachable: 'dinsdag' });
    expectRefused(person, act, { permissions: errors.invalid });
  });
});

describe('Besproken', () => {
  test('may stay empty', () => {
    const person = goTo('discussed');
    expect(person.click('next')).toMatchObject({ changed: true, draft: { step: 'wish' } });
  });

  test('lets an answer be taken away again', () => {
    const person = goTo('discussed');
    person.click('next', { topics: 'sexuality,contraception', phase: 'before' });
    person.click('back');
    person.click('next', { topics: '', phase: '' });
    expect(person.stored().answers).toMatchObject({ topics: [] });
    expect(person.stored().answers).not.toHaveProperty('phase');
  });
});

describe('Wens', () => {
  test.each<[string, Typed, Record<string, string>]>([
    ['no wish', { wish: '', arrangement: 'self' }, { wish: errors.required }],
    ['no arrangement', { wish: 'now' }, { arrangement: errors.required }],
    [
      'realised without a month',
      { wish: 'later', arrangement: 'realised' },
      { realisedOn: errors.monthOrDay },
    ],
    [
      'realised next month',
      { wish: 'later', arrangement: 'realised', realisedOn: '12-2026' },
      { realisedOn: errors.futureDate },
    ],
    [
      '"geen hulp" beside help',
      { wish: 'later', arrangement: 'self', wants: 'information,no-help' },
      { wants: errors.noHelpAlone },
    ],
  ])('asks again: %s', (_, typed, expected) => {
    const person = goTo('wish');
    expectRefused(person, () => person.click('next', typed), expected);
    expectRefused(person, () => person.click('save', typed), expected);
    expect(valuesOn(person.card())).toMatchObject(typed);
  });

  test('takes "geen hulp" as a full answer', () => {
    const person = goTo('wish');
    const turn = person.click('save', { wish: 'none', arrangement: 'self', wants: 'no-help' });
    expect(turn).toMatchObject({ finished: { talk: { wish: 'none', wants: ['no-help'] } } });
  });

  test('saves without a situation, an escalation or a consult', () => {
    const turn = goTo('wish').click('save', { wish: 'now', arrangement: 'not-applicable' });
    expect(turn).toEqual({
      kind: 'finished',
      finished: {
        municipality: 'leiden',
        talk: {
          on: '2026-11-12',
          topics: ['contraception'],
          determinants: [],
          phase: 'unknown',
          wish: 'now',
          wants: [],
          arrangement: 'not-applicable',
          situations: [],
        },
        realisedOn: undefined,
        attested: { record: { given: true, at: utc('2026-11-16T09:00') } },
        escalation: undefined,
        consult: undefined,
        caller: undefined,
      },
    });
  });

  test.each(['2026-11', '2026-11-16', '2026-10'])('keeps the month of realising: %s', (on) => {
    const typed = { wish: 'later', arrangement: 'realised', realisedOn: on };
    expect(goTo('wish').click('save', typed)).toMatchObject({ finished: { realisedOn: on } });
  });

  test('forgets the month when it was not realised after all', () => {
    const person = goTo('wish');
    person.click('next', { wish: 'later', arrangement: 'realised', realisedOn: '2026-11' });
    person.click('back');
    const turn = person.click('save', { arrangement: 'regular' });
    expect(turn).toMatchObject({ finished: { realisedOn: undefined } });
  });
});

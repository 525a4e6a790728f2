import { describe, expect, test } from 'vitest';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import { wordsIn } from '../../cards/words/words.js';
import { DRAFT_RULES } from '../../data/draft.js';
import { aContext, at } from '../builders.js';
import { aPersonAt, goTo, valuesOn, warningsOn, type Typed } from './fillingIn.js';

const { errors } = wordsIn('nl');
const TALK = { talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden' };

const STEPS = DRAFT_RULES.talk.steps;

/** One answer per screen that stands out from the plain ones. */
const ANSWERS: Record<string, Typed> = {
  talk: { ...TALK, municipality: 'gouda' },
  discussed: { topics: 'child-wish,sexuality', determinants: 'money', phase: 'after' },
  wish: {
    wish: 'undecided',
    wants: 'information,talk-later',
    arrangement: 'realised',
    realisedOn: '09-2026',
  },
  situation: {
    complex: 'expertise,stuck',
    finance: '',
    'somatic-network': 'no-gp',
    'follow-up': 'renewal',
  },
  decision: {
    chosen: 'complex',
    departure: 'other',
    permissions: 'share,followUp',
    priority: 'true',
    reachable: 'dinsdag na 13 uur',
    note: 'Graag eerst overleg.',
  },
};

describe.each(STEPS.slice(1))('Terug on the screen %s', (step) => {
  test('keeps what stands there', () => {
    const person = goTo(step);
    person.click('back', ANSWERS[step]);
    expect(person.stored().step).toBe(STEPS[STEPS.indexOf(step) - 1]);
    person.click('next');
    expect(person.stored().step).toBe(step);
    expect(valuesOn(person.card())).toEqual(ANSWERS[step]);
  });

  test('and Later verdergaan ask for nothing', () => {
    expect(goTo(step).click('back')).toMatchObject({ changed: true, errors: {} });
    expect(goTo(step).click('later')).toMatchObject({ kind: 'parked' });
  });
});

describe.each(STEPS)('on the screen %s', (step) => {
  test('Later verdergaan keeps what stands there', () => {
    const person = goTo(step);
    expect(person.click('later', ANSWERS[step])).toMatchObject({ kind: 'parked', draft: { step } });
    expect(valuesOn(person.card())).toEqual(ANSWERS[step]);
  });

  test('Concept weggooien leaves nothing', () => {
    expect(goTo(step).click('discard', ANSWERS[step])).toEqual({ kind: 'discarded' });
  });

  test('another version, screen or checklist has no effect and shows this screen', () => {
    const other = step === 'talk' ? 'wish' : 'talk';
    const old = [{ version: 99 }, { step: other }, { code: 'HM-2222' }];
    for (const data of old) {
      for (const verb of ['later', 'discard'] as const) {
        const person = goTo(step);
        const before = person.stored();
        const turn = person.tamper(verb, data, ANSWERS[step]);
        expect(turn).toMatchObject({ kind: 'screen', stale: true, changed: false, errors: {} });
        expect(person.stored()).toEqual(before);
      }
    }
  });

  test('a button this screen does not have has no effect', () => {
    const elsewhere: Record<string, readonly ScreenVerb[]> = {
      talk: ['save', 'escalate', 'consult', 'do-not-escalate', 'back'],
      discussed: ['save', 'escalate', 'consult', 'do-not-escalate'],
      wish: ['escalate', 'consult', 'do-not-escalate'],
      situation: ['save', 'escalate', 'consult', 'do-not-escalate'],
      decision: ['next', 'save'],
    };
    for (const verb of elsewhere[step] ?? []) {
      const person = goTo(step);
      const before = person.stored();
      expect(person.tamper(verb, {}, ANSWERS[step])).toMatchObject({ stale: true, changed: false });
      expect(person.stored()).toEqual(before);
    }
  });
});

test('the first screen keeps nothing of a "Later" without answers', () => {
  const person = aPersonAt();
  expect(person.click('later')).toMatchObject({ kind: 'parked' });
  expect(person.stored().answers).toEqual({});
  expect(person.stored()).not.toHaveProperty('recordPermissionAt');
});

test('a click that Teams sends twice moves on once', () => {
  const person = aPersonAt();
  const data = { version: person.stored().version };
  person.click('next', TALK);
  expect(person.tamper('next', { ...data, step: 'talk' }, TALK)).toMatchObject({
    stale: true,
    draft: { step: 'discussed' },
  });
});

test('an answer that was valid when it was given is checked again when it is given again', () => {
  const person = goTo('wish', {}, aContext({ now: at('2026-11-16T09:00') }));
  const resumed = aPersonAt(person.stored(), aContext({ now: at('2027-11-20T09:00') }));
  resumed.click('back');
  resumed.click('back');
  resumed.click('next');
  expect(warningsOn(resumed.card())).toEqual([errors.tooOld]);
});

test('every input can be left out of the reply', () => {
  const person = aPersonAt();
  expect(person.tamper('next', {}, {})).toMatchObject({
    errors: { talked: errors.required, record: errors.required },
  });
});

test.each([{}, { talked: 'yes' }, { record: 'yes' }])(
  'keeps nothing of the first screen before both answers are "ja": %j',
  (answered) => {
    const person = aPersonAt();
    const typed = { on: '2026-11-12', municipality: 'leiden', ...answered };
    expect(person.click('later', typed)).toMatchObject({ kind: 'parked' });
    expect(person.stored().answers).toEqual({});
  },
);

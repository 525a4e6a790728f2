import { describe, expect, test } from 'vitest';
import { inputsOf } from '../cards/cardContent.js';
import { goTo, valuesOn, type Person } from './fillingIn.js';

const NOTE = 'Meneer Voorbeeld van de gemeente weet ervan.';
const REACHABLE = { reachable: 'dinsdag na 13 uur' };
const CONFIRMED = 'note-confirmed';

const toggleOn = (person: Person) => inputsOf(person.card()).find(({ id }) => id === CONFIRMED);

/** What the toggle on the card sends when it is switched on. */
const confirming = (person: Person) => ({ [CONFIRMED]: toggleOn(person)?.valueOn });

describe('a note in which a name was found', () => {
  test('is stored by the next click once the person says that it identifies nobody', () => {
    const person = goTo('decision');
    person.click('later', { note: NOTE });
    expect(JSON.stringify(person.stored())).not.toContain('Voorbeeld');
    expect(person.click('later', confirming(person))).toMatchObject({ kind: 'parked' });
    expect(person.stored().answers.note).toBe(NOTE);
  });

  test('keeps no trace of having been confirmed but itself', () => {
    const person = goTo('decision');
    person.click('later', { note: NOTE });
    person.click('later', confirming(person));
    expect(JSON.stringify(person.stored())).not.toContain('confirmed');
  });

  test('is not asked again after Terug and Volgende', () => {
    const person = goTo('decision');
    person.click('back', { ...REACHABLE, note: NOTE });
    person.click('back', confirming(person));
    person.click('next');
    expect(toggleOn(person)).toMatchObject({ value: toggleOn(person)?.valueOn });
    expect(person.click('do-not-escalate')).toMatchObject({ kind: 'finished' });
  });

  test('stays confirmed while something else is still missing', () => {
    const person = goTo('decision');
    person.click('escalate', { note: NOTE });
    const turn = person.click('escalate', { ...confirming(person), chosen: '' });
    expect(turn).toMatchObject({
      kind: 'screen',
      errors: { chosen: expect.any(String) as string },
    });
    expect(turn).not.toHaveProperty('errors.note');
    expect(valuesOn(person.card())[CONFIRMED]).toBe(toggleOn(person)?.valueOn);
  });

  test('is asked again when another name stands in it', () => {
    const person = goTo('decision');
    person.click('later', { note: NOTE });
    const turn = person.click('later', {
      ...confirming(person),
      note: NOTE.replace('Voorbeeld', 'Monster'),
    });
    expect(turn).toMatchObject({ kind: 'screen', changed: false });
    expect(valuesOn(person.card())[CONFIRMED]).toBe('false');
  });

  test('is refused with a BSN beside it, which offers no toggle', () => {
    const person = goTo('decision');
    person.click('later', { note: NOTE });
    const turn = person.click('later', { ...confirming(person), note: `${NOTE} 123456782` });
    expect(turn).toMatchObject({ kind: 'screen', changed: false });
    expect(toggleOn(person)).toBeUndefined();
  });
});

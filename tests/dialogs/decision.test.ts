import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../cards/words/words.js';
import { PERMISSIONS, type Permission } from '../../data/case.js';
import type { Turn } from '../../dialogs/checklist.js';
import { expectRefused } from './expectRefused.js';
import { goTo, valuesOn, type Person, type Typed } from './fillingIn.js';

const { errors } = wordsIn('nl');
const REACHABLE = { reachable: 'dinsdag na 13 uur' };

/** What the client permits, as a finished checklist hands it over. */
function givenIn(turn: Turn): Permission[] {
  if (turn.kind !== 'finished') return [];
  const { attested } = turn.finished;
  return PERMISSIONS.filter((permission) => attested[permission]?.given);
}

/** On the last screen, with these situations ticked. */
function decideOn(situations: Typed): Person {
  const person = goTo('situation');
  person.click('next', situations);
  return person;
}

describe('the proposal', () => {
  test('is ticked beforehand', () => {
    expect(valuesOn(decideOn({ finance: 'cost' }).card())).toMatchObject({
      chosen: 'finance',
      priority: 'false',
    });
  });

  test('includes "met voorrang" when there are worries about coercion', () => {
    expect(valuesOn(decideOn({ complex: 'coercion' }).card())).toMatchObject({
      chosen: 'complex',
      priority: 'true',
    });
  });

  test('does not tick what is only to be considered', () => {
    expect(valuesOn(decideOn({ complex: 'capacity', finance: 'cost' }).card())).toMatchObject({
      chosen: 'complex',
    });
  });

  test('gives way to the own choice, also after Terug with the same situations', () => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { chosen: 'complex', departure: 'other', priority: 'true' });
    person.click('next');
    expect(valuesOn(person.card())).toMatchObject({
      chosen: 'complex',
      departure: 'other',
      priority: 'true',
    });
  });

  test('keeps an own choice of nothing', () => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { chosen: '' });
    person.click('next');
    expect(valuesOn(person.card())).toMatchObject({ chosen: '' });
  });

  test.each<[string, Typed]>([
    ['other situations', { finance: 'cost,uninsured' }],
    ['another reason', { complex: 'stuck', finance: 'cost' }],
    ['no situation any more', { finance: '' }],
  ])('is made anew with %s', (_, situations) => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { chosen: 'follow-up', departure: 'other', priority: 'true' });
    person.click('next', situations);
    const { chosen, departure, priority } = valuesOn(person.card());
    expect({ departure, priority }).toEqual({ departure: '', priority: 'false' });
    expect(chosen).not.toContain('follow-up');
  });

  test('is made anew when the client turns out to want no help', () => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { chosen: 'finance' });
    person.click('back');
    person.click('next', { wants: 'no-help' });
    person.click('next');
    expect(valuesOn(person.card())).toMatchObject({ chosen: '' });
  });

  test('leaves the permissions and the note alone when it is made anew', () => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { ...REACHABLE, permissions: 'share', note: 'Overleg kan ook per chat.' });
    person.click('next', { complex: 'stuck' });
    expect(valuesOn(person.card())).toMatchObject({
      ...REACHABLE,
      permissions: 'share',
      note: 'Overleg kan ook per chat.',
    });
  });
});

describe('Opschalen', () => {
  const { sharePermission, networkPermission, followUpPermission } = errors;

  test.each<[string, string, string[]]>([
    ['complex', '', [sharePermission]],
    ['finance', 'network,followUp', [sharePermission]],
    ['somatic-network', 'share', [networkPermission]],
    ['somatic-network', '', [sharePermission, networkPermission]],
    ['follow-up', 'share,network', [followUpPermission]],
    ['somatic-network,follow-up', 'share', [networkPermission, followUpPermission]],
  ])('for %s with permission “%s” asks what is missing', (chosen, permissions, sentences) => {
    const person = goTo('decision');
    const typed = { ...REACHABLE, chosen, permissions };
    expectRefused(person, () => person.click('escalate', typed), {
      permissions: sentences.join(' '),
    });
    expect(valuesOn(person.card())).toMatchObject(typed);
  });

  test.each<[string, string, Permission[]]>([
    ['complex', 'share', ['record', 'share']],
    ['finance', 'share', ['record', 'share']],
    ['somatic-network', 'share,network', ['record', 'share', 'network']],
    ['follow-up', 'share,followUp', ['record', 'share', 'followUp']],
  ])('for %s with permission “%s” goes on', (chosen, permitted, permissions) => {
    const turn = goTo('decision').click('escalate', {
      ...REACHABLE,
      chosen,
      permissions: permitted,
    });
    expect(turn).toMatchObject({
      kind: 'finished',
      finished: { escalation: { reasons: [chosen] }, consult: undefined },
    });
    expect(givenIn(turn)).toEqual(permissions);
  });

  test('needs a reason', () => {
    const person = goTo('decision');
    const typed = { ...REACHABLE, chosen: '', permissions: 'share' };
    expectRefused(person, () => person.click('escalate', typed), { chosen: errors.chooseReason });
  });

  test('needs to know when to call', () => {
    const person = goTo('decision');
    const typed = { permissions: 'share', reachable: '   ' };
    expectRefused(person, () => person.click('escalate', typed), {
      reachable: errors.requiredText,
    });
  });

  test('names everything that is missing at once', () => {
    const person = goTo('decision');
    expectRefused(person, () => person.click('escalate', { chosen: '' }), {
      chosen: errors.chooseReason,
      permissions: sharePermission,
      reachable: errors.requiredText,
    });
  });

  test('hands over what was decided', () => {
    const typed = {
      chosen: 'finance,complex',
      permissions: 'share',
      priority: 'true',
      reachable: ' 06 12345678, ma-do ',
      note: 'Graag eerst overleg.',
    };
    expect(goTo('decision').click('escalate', typed)).toMatchObject({
      finished: {
        escalation: {
          reasons: ['finance', 'complex'],
          phase: 'unknown',
          situations: ['cost'],
          priority: true,
          reachable: '06 12345678, ma-do',
          note: 'Graag eerst overleg.',
        },
      },
    });
  });

  test('does not ask why somebody departs from the proposal, but keeps it when said', () => {
    const typed = { ...REACHABLE, chosen: 'complex', permissions: 'share' };
    const silent = goTo('decision').click('escalate', typed);
    const said = goTo('decision').click('escalate', { ...typed, departure: 'already-arranged' });
    expect(silent).toMatchObject({ kind: 'finished' });
    expect(silent).toHaveProperty('finished.talk.departure', undefined);
    expect(said).toHaveProperty('finished.talk.departure', 'already-arranged');
  });
});

describe('Niet opschalen', () => {
  test('asks nothing', () => {
    expect(goTo('decision').click('do-not-escalate')).toMatchObject({
      kind: 'finished',
      finished: { escalation: undefined, consult: undefined },
    });
  });

  test('hands over no reachability and no note', () => {
    const typed = { ...REACHABLE, note: 'Graag eerst overleg.' };
    const turn = goTo('decision').click('do-not-escalate', typed);
    expect(JSON.stringify(turn)).not.toMatch(/dinsdag|overleg/);
  });
});

describe('Overleg zonder cliëntgegevens', () => {
  test('needs only to know when to call', () => {
    const person = goTo('decision');
    expectRefused(person, () => person.click('consult'), { reachable: errors.requiredText });
    expect(person.click('consult', REACHABLE)).toMatchObject({
      kind: 'finished',
      finished: { consult: REACHABLE, escalation: undefined },
    });
  });

  test('carries no note', () => {
    const turn = goTo('decision').click('consult', { ...REACHABLE, note: 'Over de casus.' });
    expect(JSON.stringify(turn)).not.toContain('Over de casus');
  });
});

describe('what makes a person recognisable', () => {
  const refused = (kind: keyof typeof errors.identifiers) =>
    errors.identifier(errors.identifiers[kind]);

  test.each([
    '06 12345678',
    '06-24681357',
    '0612345678',
    '+31 6 12345678',
    '071 512 34 56',
    '(071) 5123456',
  ])('the professional may leave the number %s', (reachable) => {
    const person = goTo('decision');
    expect(person.click('consult', { reachable })).toMatchObject({
      finished: { consult: { reachable } },
    });
  });

  test.each<[keyof typeof errors.identifiers, string]>([
    ['bsn', 'BSN 123456782'],
    ['email', 'sanne@voorbeeld.example'],
    ['iban', 'NL91ABNA0417164300'],
    ['birth-date', '3-4-1998'],
    ['address', '2311 AB 12'],
  ])('but no %s', (kind, reachable) => {
    const person = goTo('decision');
    expectRefused(person, () => person.click('consult', { reachable }), {
      reachable: refused(kind),
    });
    expect(valuesOn(person.card())).toMatchObject({ reachable });
  });

  test.each(['escalate', 'do-not-escalate', 'consult', 'back', 'later'] as const)(
    'a phone number in the note is not kept by %s, and stays in its field',
    (verb) => {
      const person = goTo('decision');
      const note = 'Bel moeder op 0612345678';
      const act = () => person.click(verb, { ...REACHABLE, permissions: 'share', note });
      expectRefused(person, act, { note: refused('phone') });
      expect(JSON.stringify(person.stored())).not.toContain('0612345678');
      expect(valuesOn(person.card())).toMatchObject({ note, ...REACHABLE, permissions: 'share' });
    },
  );

  test('is named together with what is missing', () => {
    const person = goTo('decision');
    const note = 'Bel moeder op 0612345678';
    const typed = { chosen: 'finance', permissions: '', reachable: '', note };
    expectRefused(person, () => person.click('escalate', typed), {
      permissions: errors.sharePermission,
      reachable: errors.requiredText,
      note: refused('phone'),
    });
    expectRefused(person, () => person.click('consult', typed), {
      reachable: errors.requiredText,
      note: refused('phone'),
    });
    // On the way out nothing is missing, and still nothing of it is kept.
    expectRefused(person, () => person.click('later', typed), { note: refused('phone') });
  });

  test('where the number for the professional should be is not called missing', () => {
    const person = goTo('decision');
    const typed = { permissions: 'share', reachable: 'sanne@voorbeeld.example' };
    expectRefused(person, () => person.click('escalate', typed), { reachable: refused('email') });
  });

  test('it can be thrown away with the concept', () => {
    const person = goTo('decision');
    expect(person.click('discard', { note: '0612345678' })).toEqual({ kind: 'discarded' });
  });

  test('a note of 500 characters fits and one more does not', () => {
    const person = goTo('decision');
    const act = () => person.click('do-not-escalate', { note: 'a'.repeat(501) });
    expectRefused(person, act, { note: errors.tooLong(500) });
    expect(valuesOn(person.card()).note).toHaveLength(500);
    expect(person.click('do-not-escalate')).toMatchObject({ kind: 'finished' });
  });

  test('a note of a million characters is cut off on the card', () => {
    const person = goTo('decision');
    const act = () => person.click('later', { note: 'a '.repeat(500_000) });
    expectRefused(person, act, { note: errors.tooLong(500) });
    expect(valuesOn(person.card()).note).toHaveLength(500);
  });
});

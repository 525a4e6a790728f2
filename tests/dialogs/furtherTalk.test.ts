import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../cards/words/words.js';
import type { Draft, DraftKind } from '../../data/draft.js';
import type { Turn } from '../../dialogs/checklist.js';
import type { Finished } from '../../dialogs/finishChecklist.js';
import { utc } from '../builders.js';
import { buttonsOf, everyText } from '../cards/cardContent.js';
import { expectRefused } from './expectRefused.js';
import { goTo, valuesOn, type Person } from './fillingIn.js';

const { errors, talk, decision } = wordsIn('nl');
const CODE = 'HM-2345';

/** On the case HM-2345 of somebody who lives in Gouda. */
const of = (kind: DraftKind): Partial<Draft> => ({
  kind,
  subject: CODE,
  answers: { municipality: 'gouda' },
});
const FURTHER = of('further-talk');
const ESCALATED = of('further-talk-escalated');
const RECORDED = { record: { given: true, at: utc('2026-11-16T09:00') } };

function finishedBy(turn: Turn): Finished {
  if (turn.kind !== 'finished') throw new Error(`not finished: ${turn.kind}`);
  return turn.finished;
}

const textOn = (person: Person) => everyText(person.card()).join('\n');
const buttonOf = (person: Person, verb: string) =>
  buttonsOf(person.card()).find((row) => row.verb === verb);

describe('a further talk', () => {
  test('asks for no municipality, and fills in today', () => {
    const person = goTo('talk', FURTHER);
    expect(valuesOn(person.card())).toEqual({ talked: '', record: '', on: '2026-11-16' });
    person.click('next', { talked: 'yes', record: 'yes' });
    expect(person.stored()).toMatchObject({
      step: 'discussed',
      answers: { on: '2026-11-16', municipality: 'gouda' },
    });
  });

  test('says on every screen on which case it is, also to the bot', () => {
    for (const step of ['talk', 'discussed', 'wish', 'situation', 'decision'] as const) {
      const person = goTo(step, FURTHER);
      expect(textOn(person)).toContain(`Casus ${CODE} · Stap`);
      const data = { kind: 'further-talk', subject: CODE, code: 'HM-7K3Q' };
      expect(buttonOf(person, 'later')).toMatchObject({ data });
    }
  });

  test('a "nee" ends it, and nothing is said of the case going away', () => {
    const person = goTo('talk', FURTHER);
    expect(textOn(person)).toContain(talk.endsFurther);
    expect(person.click('next', { talked: 'no' })).toEqual({ kind: 'not-wanted' });
  });

  test('can be saved after Wens', () => {
    const turn = goTo('wish', FURTHER).click('save', { wish: 'now', arrangement: 'self' });
    expect(finishedBy(turn)).toMatchObject({
      talk: { wish: 'now', on: '2026-11-12' },
      attested: RECORDED,
      escalation: undefined,
    });
  });

  test('needs the permission anew to escalate, and says that the other stays', () => {
    const person = goTo('decision', FURTHER);
    expect(textOn(person)).toContain(decision.permissionsBefore);
    expect(valuesOn(person.card())).toMatchObject({ permissions: '' });
    expectRefused(person, () => person.click('escalate', { reachable: 'dinsdag' }), {
      permissions: errors.sharePermission,
    });
  });

  test('warns when the municipality of the case does not take part', () => {
    expect(textOn(goTo('decision', FURTHER))).toContain(decision.notParticipating('Gouda'));
  });

  test('escalates with the phase and the situations of this talk', () => {
    const turn = goTo('decision', FURTHER).click('escalate', {
      permissions: 'share',
      reachable: 'dinsdag',
    });
    expect(finishedBy(turn)).toMatchObject({
      talk: { situations: ['cost'] },
      escalation: { reasons: ['finance'], phase: 'unknown', situations: ['cost'] },
      attested: { ...RECORDED, share: { given: true }, network: { given: false } },
    });
  });
});

describe('a further talk while coordinators have the case', () => {
  test('says that they read along', () => {
    expect(textOn(goTo('talk', ESCALATED))).toContain(talk.readAlong);
    expect(textOn(goTo('talk', FURTHER))).not.toContain(talk.readAlong);
  });

  test('is three screens, and ends with Opslaan', () => {
    const person = goTo('wish', ESCALATED);
    expect(textOn(person)).toContain('Stap 3 van 3');
    const verbs = buttonsOf(person.card()).map(({ verb }) => verb);
    expect(verbs).toEqual(['save', 'back', 'later', 'discard']);
    expect(buttonOf(person, 'save')).toMatchObject({ style: 'positive' });
    expect(person.tamper('next', {})).toMatchObject({ stale: true, changed: false });
  });

  test('asks nothing about sharing', () => {
    const turn = goTo('wish', ESCALATED).click('save', { wish: 'now', arrangement: 'self' });
    expect(finishedBy(turn)).toMatchObject({ attested: RECORDED, escalation: undefined });
    expect(finishedBy(turn).attested).toEqual(RECORDED);
  });
});

describe('escalating a case that was recorded before', () => {
  const LAST: Draft['answers'] = {
    municipality: 'leiden',
    phase: 'before',
    situations: ['cost', 'stuck'],
    wants: ['contraception-help'],
    arrangement: 'regular',
  };
  const LATER: Partial<Draft> = { kind: 'escalation', subject: CODE, answers: LAST };

  test('starts at what stands in the way, as it was said last', () => {
    const person = goTo('situation', LATER);
    expect(textOn(person)).toContain(`Casus ${CODE} · Stap 1 van 2`);
    expect(valuesOn(person.card())).toMatchObject({ complex: 'stuck', finance: 'cost' });
    expect(buttonOf(person, 'back')).toBeUndefined();
  });

  test('proposes by what the last talk said: R3', () => {
    const person = goTo('situation', LATER);
    person.click('next');
    expect(valuesOn(person.card())).toMatchObject({ chosen: 'complex' });
    expect(textOn(person)).toContain(`${decision.verdicts.consider}: regelen van financiën`);
  });

  test('by the wish: R2', () => {
    const person = goTo('situation', { ...LATER, answers: { ...LAST, wants: ['no-help'] } });
    person.click('next', { complex: '' });
    expect(valuesOn(person.card())).toMatchObject({ chosen: '' });
    expect(textOn(person)).toContain(decision.nothing);
  });

  test('and by the situations alone where there was no talk', () => {
    const answers = { ...LAST, wants: undefined, arrangement: undefined };
    const person = goTo('situation', { ...LATER, answers });
    person.click('next', { complex: '' });
    expect(valuesOn(person.card())).toMatchObject({ chosen: 'finance' });
  });

  test('hands over a request and no talk; (a) was given before', () => {
    const person = goTo('decision', LATER);
    const verbs = buttonsOf(person.card()).map(({ verb }) => verb);
    expect(verbs).toEqual(['escalate', 'consult', 'back', 'later', 'discard']);
    const turn = person.click('escalate', { permissions: 'share', reachable: 'dinsdag' });
    expect(finishedBy(turn)).toMatchObject({
      talk: undefined,
      realisedOn: undefined,
      escalation: { phase: 'before', reasons: ['complex'] },
      attested: { share: { given: true }, network: { given: false } },
    });
    expect(finishedBy(turn).attested).not.toHaveProperty('record');
  });

  test('realises nothing once more', () => {
    const realised = { ...LAST, arrangement: 'realised' as const, realisedOn: '2026-10' };
    const person = goTo('decision', { ...LATER, answers: realised });
    const turn = person.click('escalate', {
      chosen: 'complex',
      permissions: 'share',
      reachable: 'dinsdag',
    });
    expect(finishedBy(turn).realisedOn).toBeUndefined();
  });
});

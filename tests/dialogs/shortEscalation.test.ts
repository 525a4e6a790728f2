import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../cards/words/words.js';
import type { Turn } from '../../dialogs/checklist.js';
import type { Finished } from '../../dialogs/finishChecklist.js';
import { utc } from '../builders.js';
import { buttonsOf, everyText } from '../cards/cardContent.js';
import { expectRefused } from './expectRefused.js';
import { goTo, valuesOn, type Person, type Typed } from './fillingIn.js';

const { errors, decision, referral } = wordsIn('nl');
const REFERRAL = { kind: 'referral' } as const;
const PHONE = { kind: 'phone' } as const;
const REACHABLE = { reachable: 'dinsdag na 13 uur' };
const GIVEN = { given: true, at: utc('2026-11-16T09:00') };
const NOT_GIVEN = { ...GIVEN, given: false };

/** On the last screen of `opschalen`, with these situations ticked. */
function decideOn(situations: Typed, parts = REFERRAL as Parameters<typeof goTo>[1]): Person {
  const person = goTo('situation', parts);
  person.click('next', situations);
  return person;
}

function finishedBy(turn: Turn): Finished {
  if (turn.kind !== 'finished') throw new Error(`not finished: ${turn.kind}`);
  return turn.finished;
}

const textOn = (person: Person) => everyText(person.card()).join('\n');
const verbsOn = (person: Person) => buttonsOf(person.card()).map(({ verb }) => verb);

describe('the way', () => {
  test('is three screens, without a way back from the first', () => {
    const person = goTo('referral', REFERRAL);
    expect(textOn(person)).toContain('Stap 1 van 3');
    expect(verbsOn(person)).toEqual(['next', 'later', 'discard']);
  });

  test('needs the municipality, never filled in beforehand, and not the phase', () => {
    const person = goTo('referral', REFERRAL);
    expect(valuesOn(person.card())).toEqual({ municipality: '', phase: '' });
    expectRefused(person, () => person.click('next'), { municipality: errors.required });
    person.click('next', { municipality: 'gouda' });
    expect(person.stored()).toMatchObject({
      step: 'situation',
      answers: { municipality: 'gouda' },
    });
  });

  test('goes back with what was filled in, and can wait', () => {
    const person = decideOn({ finance: 'cost' });
    person.click('back', { ...REACHABLE, permissions: 'record,share' });
    person.click('back');
    expect(valuesOn(person.card())).toEqual({ municipality: 'leiden', phase: 'during' });
    person.click('later');
    person.click('next');
    person.click('next');
    expect(valuesOn(person.card())).toMatchObject({ ...REACHABLE, permissions: 'record,share' });
  });
});

describe('what is proposed without a talk', () => {
  test.each<[string, Typed, string]>([
    ['costs', { finance: 'cost' }, 'finance'],
    ['no general practitioner', { 'somatic-network': 'no-gp' }, 'somatic-network'],
    [
      'one of each',
      {
        complex: 'stuck',
        finance: 'uninsured',
        'somatic-network': 'gp-cannot',
        'follow-up': 'later',
      },
      'complex,finance,somatic-network,follow-up',
    ],
    ['nothing', {}, ''],
  ])('%s: R1 alone, no wish or arrangement is known', (_, situations, chosen) => {
    const cleared = { finance: '', ...situations };
    expect(valuesOn(decideOn(cleared).card())).toMatchObject({ chosen, priority: 'false' });
  });

  test('R4 puts care first: only that is explained', () => {
    const person = decideOn({ complex: 'coercion', finance: 'cost' });
    expect(valuesOn(person.card())).toMatchObject({ chosen: 'complex', priority: 'true' });
    const text = textOn(person);
    expect(text).toContain(decision.urgent);
    expect(text).toContain(`${decision.verdicts.consider}: regelen van financiën`);
    expect(text).not.toContain(decision.verdicts.proposed);
  });

  test('a proposal that only repeats what was ticked is left out, and so is R7', () => {
    expect(textOn(decideOn({ finance: 'cost' }))).not.toContain(decision.verdicts.proposed);
    expect(textOn(decideOn({ finance: '' }))).not.toContain(decision.nothing);
  });

  test('there is nothing to depart from and nothing to save without escalating', () => {
    const person = decideOn({ finance: 'cost' });
    expect(valuesOn(person.card())).not.toHaveProperty('departure');
    expect(verbsOn(person)).toEqual(['escalate', 'consult', 'back', 'later', 'discard']);
    expect(person.tamper('do-not-escalate', {})).toMatchObject({ stale: true, changed: false });
  });
});

describe('Opschalen', () => {
  const { sharePermission, networkPermission, recordPermission } = errors;

  test.each<[string, string, string[]]>([
    ['finance', '', [recordPermission, sharePermission]],
    ['finance', 'share', [recordPermission]],
    ['finance', 'record', [sharePermission]],
    ['somatic-network', 'record,share', [networkPermission]],
    ['somatic-network', 'share,network', [recordPermission]],
  ])('for %s with permission “%s” asks what is missing', (chosen, permissions, sentences) => {
    const person = decideOn({ finance: 'cost' });
    const typed = { ...REACHABLE, chosen, permissions };
    expectRefused(person, () => person.click('escalate', typed), {
      permissions: sentences.join(' '),
    });
  });

  test('needs a reason and a moment to call', () => {
    const person = decideOn({ finance: '' });
    expectRefused(person, () => person.click('escalate', { permissions: 'record,share' }), {
      chosen: decision.chooseAnyReason,
      reachable: errors.requiredText,
    });
  });

  test('hands over everything, and no talk', () => {
    const turn = decideOn({ finance: 'cost' }).click('escalate', {
      ...REACHABLE,
      permissions: 'record,share',
      note: 'Graag eerst overleg.',
    });
    expect(finishedBy(turn)).toEqual({
      municipality: 'leiden',
      talk: undefined,
      realisedOn: undefined,
      attested: { record: GIVEN, share: GIVEN, network: NOT_GIVEN, followUp: NOT_GIVEN },
      escalation: {
        reasons: ['finance'],
        phase: 'during',
        situations: ['cost'],
        priority: false,
        ...REACHABLE,
        note: 'Graag eerst overleg.',
      },
      consult: undefined,
      caller: undefined,
    });
  });
});

test('Overleg zonder cliëntgegevens needs no permission at all', () => {
  const person = decideOn({ finance: 'cost' });
  expectRefused(person, () => person.click('consult'), { reachable: errors.requiredText });
  expect(finishedBy(person.click('consult', REACHABLE))).toMatchObject({
    talk: undefined,
    escalation: undefined,
    consult: REACHABLE,
  });
});

describe('on behalf of a caller', () => {
  const CALLER = {
    callerName: 'Kim Jansen',
    callerPhone: '071 512 34 56',
    organisation: 'jgz-voorbeeld',
  };
  const PLACE = { municipality: 'leiden', phase: 'during' };

  test('asks who calls', () => {
    const person = goTo('referral', PHONE);
    expectRefused(person, () => person.click('next', PLACE), {
      callerName: errors.requiredText,
      callerPhone: errors.requiredText,
      organisation: errors.required,
    });
    person.click('next', { ...PLACE, ...CALLER });
    expect(person.stored().answers).toEqual({ ...PLACE, ...CALLER });
  });

  test.each(['071 512 34 56', '(071) 512 3456', '06-12345678', '+32 2 555 12 34', '0031612345678'])(
    'takes %s as a number',
    (callerPhone) => {
      const person = goTo('referral', PHONE);
      person.click('next', { ...PLACE, ...CALLER, callerPhone });
      expect(person.stored().answers.callerPhone).toBe(callerPhone);
    },
  );

  test.each<[string, unknown]>([
    ['a BSN', '123456782'],
    ['a BSN with a zero before it', '012345672'],
    ['a short number', '112'],
    ['words', 'via de receptie'],
    ['a number and a name', '0612345678 van Kim'],
    ['an e-mail address', 'kim@voorbeeld.example'],
    ['a list', ['0612345678']],
    ['a million digits', '0'.repeat(1_000_000)],
  ])('refuses %s as a number, and stores nothing of it', (_, callerPhone) => {
    const person = goTo('referral', PHONE);
    const act = () => person.click('later', { ...PLACE, ...CALLER, callerPhone });
    expectRefused(person, act, { callerPhone: referral.callerPhoneInvalid });
  });

  test('knows only organisations of the region', () => {
    const person = goTo('referral', PHONE);
    const typed = { ...PLACE, ...CALLER, organisation: 'nergens' };
    expectRefused(person, () => person.click('next', typed), { organisation: errors.invalid });
  });

  test('says that the professional declares and decides', () => {
    const text = textOn(decideOn({ finance: 'cost' }, PHONE));
    expect(text).toContain(decision.ofCaller.permissionsText);
    expect(text).toContain(decision.ofCaller.introWithoutTalk);
    expect(text).not.toContain(decision.permissionsText);
  });

  test('hands over the caller', () => {
    const turn = decideOn({ finance: 'cost' }, PHONE).click('escalate', {
      ...REACHABLE,
      permissions: 'record,share',
    });
    expect(finishedBy(turn)).toMatchObject({
      caller: { name: 'Kim Jansen', phone: '071 512 34 56', organisation: 'jgz-voorbeeld' },
      escalation: { reasons: ['finance'] },
    });
  });
});

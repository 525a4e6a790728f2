import { describe, expect, test } from 'vitest';
import { correctionCard } from '../../cards/correctionCard.js';
import { ownCaseFormCard, type OwnForm } from '../../cards/ownCaseForms.js';
import { wordsIn } from '../../cards/words/words.js';
import type { Case } from '../../data/case.js';
import type { Correcting, Part } from '../../data/correctionParts.js';
import { lastReport, progressNote, reportProgress } from '../../data/progress.js';
import { presentCorrection, replyToCorrection, staysAt } from '../../dialogs/correction.js';
import { replyToOwnForm, type OwnTurn } from '../../dialogs/ownCaseForm.js';
import { aCase, aContext, anEscalatedCase, aTalk, MERYEM, NOW, SANNE, utc } from '../builders.js';
import { valuesOn, warningsOn, type Typed } from './fillingIn.js';

const context = aContext();
const { errors, ownForms, ownCase } = wordsIn('nl');
const CLAIMED = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;
const REALISED = { on: '2026-11', recordedAt: utc('2026-11-16T08:40'), route: 'partner' } as const;

function changed(turn: OwnTurn): Case {
  if (turn.kind !== 'changed') throw new Error(`nothing changed: ${JSON.stringify(turn)}`);
  return turn.case;
}

describe('the forms about an own case', () => {
  const reply = (form: OwnForm, inputs: Typed, subject = anEscalatedCase({ state: CLAIMED })) =>
    replyToOwnForm(context, form, subject, SANNE, inputs);

  test('report how it goes', () => {
    const next = changed(reply('progress', { answer: 'other', note: ' Volgende week. ' }));
    expect(next.history.at(-1)).toMatchObject({ kind: 'progress', answer: 'other' });
    expect(noteOf(next)).toBe('Volgende week.');
    expect(noteOf(changed(reply('progress', { answer: 'other' })))).toBe('');
  });

  test('record that contraception was realised', () => {
    expect(changed(reply('realised', { realisedOn: '2026-11' })).realisation).toMatchObject({
      on: '2026-11',
      route: 'escalated',
    });
  });

  test.each(['mistake', 'client-stops'] as const)('withdraw because of %s', (why) => {
    expect(changed(reply('withdraw', { why })).escalations[0]?.state).toMatchObject({
      status: 'withdrawn',
      why,
    });
  });

  test.each<[OwnForm, Typed, Record<string, string>]>([
    ['progress', {}, { answer: errors.required }],
    ['progress', { answer: 'fine' }, { answer: errors.invalid }],
    ['progress', { answer: 'other', note: 'x'.repeat(301) }, { note: errors.tooLong(300) }],
    ['realised', {}, { realisedOn: errors.monthOrDay }],
    ['realised', { realisedOn: '2026-12' }, { realisedOn: errors.futureDate }],
    ['realised', { realisedOn: 'mei' }, { realisedOn: errors.monthOrDay }],
    ['withdraw', {}, { why: errors.required }],
    ['withdraw', { why: 'other' }, { why: errors.invalid }],
  ])('%s asks again after %o', (form, inputs, expected) => {
    const turn = reply(form, inputs);
    if (turn.kind !== 'again') throw new Error(turn.kind);
    expect(turn.errors).toEqual(expected);
    const card = ownCaseFormCard(context, aCase(), form, turn);
    expect(warningsOn(card)).toEqual(Object.values(expected));
  });

  test('refuse what identifies a client', () => {
    const turn = reply('progress', { answer: 'other', note: 'Bel 0612345678' });
    expect(turn).toMatchObject({ kind: 'again', errors: { note: expect.any(String) as string } });
  });

  test.each<[OwnForm, string, Case, string]>([
    [
      'realised',
      'it was realised before',
      aCase({ realisation: REALISED }),
      ownCase.alreadyRealised('november 2026'),
    ],
    ['withdraw', 'it was never escalated', aCase(), ownCase.notActive],
    [
      'withdraw',
      'it was withdrawn',
      anEscalatedCase({
        state: { status: 'withdrawn', at: utc('2026-11-16T08:30'), why: 'mistake' },
      }),
      'Dit kan niet meer. De casus is nu: ingetrokken.',
    ],
  ])('%s need not be filled in when %s', (form, _, subject, hint) => {
    expect(reply(form, {}, subject)).toEqual({ kind: 'unchanged', hint });
  });
});

function noteOf(subject: Case): string | undefined {
  const report = lastReport(subject);
  return report && progressNote(subject, report);
}

/** Somebody at a correction form: what the card shows is what the next click sends along. */
function at(subject: Case, form: Correcting, shownIn = subject) {
  const card = correctionCard(context, shownIn, form, presentCorrection(shownIn, form));
  const seen = shownIn.history.length;
  const inputs = (typed: Typed) => ({ ...withoutEmpty(valuesOn(card)), ...typed });
  return {
    shows: valuesOn(card),
    save: (typed: Typed) =>
      replyToCorrection(context, subject, form, SANNE, { seen, inputs: inputs(typed) }),
    leave: (typed: Typed) =>
      staysAt(context, subject, form, SANNE, { seen, inputs: inputs(typed) }),
  };
}

/** An empty input sends nothing. */
const withoutEmpty = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

const TALK = { talk: 1 } as const;
const part = (name: Part): Correcting => ({ part: name, ...TALK });
const ESCALATION: Correcting = { part: 'escalation' };
const corrections = (turn: OwnTurn) => {
  const event = changed(turn).history.at(-1);
  return event?.kind === 'corrected' ? event.corrections.map(({ field, to }) => [field, to]) : [];
};

describe('correcting', () => {
  const full = anEscalatedCase(
    { state: CLAIMED, note: 'Graag bellen.', priority: true },
    {
      talks: [
        aTalk({ topics: ['child-wish'], situations: ['cost', 'no-gp'], determinants: ['money'] }),
      ],
      realisation: REALISED,
    },
  );

  test.each<[string, Correcting, Record<string, string>]>([
    ['talk', part('talk'), { on: '2026-11-12', municipality: 'leiden', topics: 'child-wish' }],
    ['wish', part('wish'), { wish: 'later', wants: 'contraception-help', realisedOn: '11-2026' }],
    ['situation', part('situation'), { finance: 'cost', 'somatic-network': 'no-gp', complex: '' }],
    ['escalation', ESCALATION, { chosen: 'finance', priority: 'true', note: 'Graag bellen.' }],
    ['own situation', { part: 'situation' }, { phase: 'unknown', finance: 'cost' }],
  ])('shows what is recorded now: %s', (_, form, values) => {
    expect(at(full, form).shows).toMatchObject(values);
  });

  test.each<Correcting>([
    part('talk'),
    part('wish'),
    part('situation'),
    ESCALATION,
    { part: 'situation' },
  ])('changes nothing when nothing was touched: %o', (form) => {
    expect(at(full, form).save({})).toEqual({ kind: 'unchanged', hint: ownCase.nothingChanged });
  });

  test.each<[Correcting, Typed, [string, string][]]>([
    [
      part('talk'),
      { on: '2026-11-10', determinants: '' },
      [
        ['on', '2026-11-10'],
        ['determinants', ''],
      ],
    ],
    [
      part('wish'),
      { wish: 'now', realisedOn: '2026-10' },
      [
        ['wish', 'now'],
        ['realisedOn', '2026-10'],
      ],
    ],
    [part('wish'), { realisedOn: '' }, [['realisedOn', '']]],
    [part('situation'), { complex: 'stuck' }, [['situations', 'stuck,cost,no-gp']]],
    [
      { part: 'situation' },
      { phase: 'after', finance: '' },
      [
        ['phase', 'after'],
        ['situations', ''],
      ],
    ],
    [
      ESCALATION,
      { chosen: 'complex', priority: 'false' },
      [
        ['reasons', 'complex'],
        ['priority', 'false'],
      ],
    ],
    [ESCALATION, { note: '' }, [['note', '']]],
  ])('%o with %o', (form, typed, expected) => {
    expect(corrections(at(full, form).save(typed))).toEqual(expected);
  });

  test.each<[Correcting, Typed, Record<string, string>]>([
    [part('talk'), { on: '2026-11-17' }, { on: errors.futureDate }],
    [
      part('talk'),
      { on: '', municipality: '' },
      { on: errors.date, municipality: errors.required },
    ],
    [part('talk'), { municipality: 'amsterdam' }, { municipality: errors.invalid }],
    [part('wish'), { wants: 'no-help,information' }, { wants: errors.noHelpAlone }],
    [part('wish'), { arrangement: 'realised', realisedOn: '' }, { realisedOn: errors.monthOrDay }],
    [ESCALATION, { chosen: '' }, { chosen: ownForms.chooseReason }],
    [ESCALATION, { reachable: '' }, { reachable: errors.requiredText }],
  ])('%o asks again after %o', (form, typed, expected) => {
    const turn = at(full, form).save(typed);
    if (turn.kind !== 'again') throw new Error(turn.kind);
    expect(turn.errors).toEqual(expected);
    const card = correctionCard(context, full, form, turn);
    expect(warningsOn(card)).toEqual(Object.values(expected));
    // What was filled in stays, unless no client could have offered it.
    const filledIn = { ...at(full, form).shows, ...typed };
    const kept = typed.municipality === 'amsterdam' ? { ...filledIn, municipality: '' } : filledIn;
    expect(valuesOn(card)).toEqual(kept);
  });

  test('asks for the answer when there is a month that says otherwise', () => {
    const subject = anEscalatedCase();
    const turn = at(subject, part('wish')).save({ realisedOn: '2026-11' });
    expect(turn).toMatchObject({ errors: { realisedOn: ownForms.realisedNeedsAnswer } });
    const said = at(subject, part('wish')).save({ realisedOn: '2026-11', arrangement: 'realised' });
    expect(changed(said).realisation?.on).toBe('2026-11');
  });

  test('asks the permission that a new reason needs', () => {
    const { permissions } = aCase();
    const network = { given: false, by: SANNE, at: utc('2026-11-16T07:55') };
    const subject = anEscalatedCase({}, { permissions: { ...permissions, network } });
    const turn = at(subject, ESCALATION).save({ chosen: 'finance,somatic-network' });
    expect(turn).toMatchObject({ errors: { permissions: ownForms.permissionNeeded.network } });
    expect(turn).toMatchObject({ values: { chosen: ['finance', 'somatic-network'] } });
    const agreed = { chosen: 'finance,somatic-network', permissions: 'network' };
    expect(changed(at(subject, ESCALATION).save(agreed))).toMatchObject({
      permissions: { network: { given: true, by: SANNE } },
      escalations: [{ reasons: ['finance', 'somatic-network'], ended: [] }],
    });
    expect(at(full, ESCALATION).shows).not.toHaveProperty('permissions');
  });

  test('says at the reasons that they have all ended', () => {
    const { permissions } = aCase();
    const followUp = { given: false, by: SANNE, at: utc('2026-11-16T07:55') };
    const subject = anEscalatedCase(
      { reasons: ['finance', 'follow-up'], ended: ['follow-up'] },
      { permissions: { ...permissions, followUp } },
    );
    const turn = at(subject, ESCALATION).save({ chosen: 'follow-up' });
    expect(turn).toMatchObject({ kind: 'again', errors: { chosen: ownForms.reasonsEnded } });
  });

  test('puts right when it was realised, where there is no talk', () => {
    const subject = anEscalatedCase({ state: CLAIMED }, { talks: [], realisation: REALISED });
    const form: Correcting = { part: 'realisation' };
    expect(at(subject, form).shows).toEqual({ realisedOn: '11-2026' });
    expect(at(subject, form).save({})).toMatchObject({ hint: ownCase.nothingChanged });
    expect(changed(at(subject, form).save({ realisedOn: '10-2026' })).realisation?.on).toBe(
      '2026-10',
    );
    const cleared = changed(at(subject, form).save({ realisedOn: '' }));
    expect(cleared.realisation).toBeUndefined();
    expect(at(cleared, form, subject).save({ realisedOn: '' })).toEqual({
      kind: 'unchanged',
      hint: ownCase.nothingToCorrect,
    });
  });

  test('takes out what was written with the last progress', () => {
    const answer = { answer: 'other', note: 'Ziet ertegen op.' } as const;
    const reported = reportProgress(anEscalatedCase(), answer, SANNE, NOW);
    if (!reported.ok) throw new Error('refused');
    const form: Correcting = { part: 'progress' };
    expect(at(reported.case, form).shows).toEqual({ progressNote: 'Ziet ertegen op.' });
    expect(noteOf(changed(at(reported.case, form).save({ progressNote: '' })))).toBe('');
    const named = at(reported.case, form).save({ progressNote: 'Bel 0612345678' });
    expect(named).toMatchObject({ errors: { progressNote: expect.any(String) as string } });
  });

  test('says at the month which talk to correct first', () => {
    const talks = [aTalk(), aTalk({ on: '2026-11-14', arrangement: 'realised' })];
    const turn = at(aCase({ talks, realisation: REALISED }), part('wish')).save({ realisedOn: '' });
    expect(turn).toMatchObject({
      errors: { realisedOn: ownForms.realisedInTalk('14 november 2026') },
    });
  });

  test('keeps an answer that nobody touched and that could not be given now', () => {
    const old = aCase({ municipality: 'gone', talks: [aTalk({ on: '2024-01-01' })] });
    expect(corrections(at(old, part('talk')).save({ phase: 'after' }))).toEqual([
      ['phase', 'after'],
    ]);
    const turn = at(old, part('talk')).save({ on: '2024-01-02' });
    expect(turn).toMatchObject({ errors: { on: errors.tooOld } });
  });

  test('asks where the client lives only with the escalation of a case without a talk', () => {
    const subject = anEscalatedCase({}, { talks: [] });
    expect(at(subject, { part: 'situation' }).shows).toMatchObject({ municipality: 'leiden' });
    expect(at(full, { part: 'situation' }).shows).not.toHaveProperty('municipality');
    const next = changed(at(subject, { part: 'situation' }).save({ municipality: 'gouda' }));
    expect(next).toMatchObject({
      municipality: 'gouda',
      escalations: [{ participation: 'not-participating' }],
    });
  });

  test.each<[Correcting, Case, string]>([
    [{ part: 'talk', talk: 2 }, full, ownCase.noTalkToCorrect],
    [{ part: 'escalation', talk: 1 }, full, ownCase.noTalkToCorrect],
    [{ part: 'wish' }, full, ownCase.notActive],
    [ESCALATION, aCase(), ownCase.notActive],
  ])('is not there to be done: %o', (form, subject, hint) => {
    const inputs = { seen: 2, inputs: {} };
    expect(replyToCorrection(context, subject, form, SANNE, inputs)).toEqual({
      kind: 'unchanged',
      hint,
    });
  });
});

describe('a correction form from before', () => {
  const before = anEscalatedCase();
  const wished = changed(at(before, part('wish')).save({ wish: 'now' }));

  test('is shown again, as it is now, when its answers were corrected meanwhile', () => {
    const turn = at(wished, part('wish'), before).save({ arrangement: 'regular' });
    expect(turn).toMatchObject({ kind: 'again', hint: ownForms.outdated, errors: {} });
    expect(turn).toMatchObject({ values: { wish: 'now', arrangement: 'no-choice' } });
  });

  test('still works for other answers', () => {
    const turn = at(wished, part('talk'), before).save({ on: '2026-11-10' });
    expect(changed(turn).talks[0]).toMatchObject({ wish: 'now', on: '2026-11-10' });
  });

  test('still works after anything else', () => {
    const reported = reportProgress(before, { answer: 'other', note: '' }, SANNE, NOW);
    if (!reported.ok) throw new Error('refused');
    const turn = at(reported.case, part('wish'), before).save({ wish: 'now' });
    expect(changed(turn).history).toHaveLength(4);
  });
});

describe('going to another part', () => {
  const subject = anEscalatedCase();

  test('is free while nothing was changed', () => {
    expect(at(subject, part('talk')).leave({})).toBeUndefined();
  });

  test('is held up by what is not stored, which stays in its place', () => {
    const stays = at(subject, part('talk')).leave({ on: '2026-11-10' });
    expect(stays).toMatchObject({
      hint: ownForms.correction.saveFirst,
      values: { on: '2026-11-10' },
      errors: {},
    });
  });

  test('is held up by what is not right', () => {
    expect(at(subject, part('talk')).leave({ on: '2026-11-17' })).toMatchObject({
      errors: { on: errors.futureDate },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { caseSchema, type Case } from '../../data/case.js';
import { withEvents, type Correctable } from '../../data/caseEvents.js';
import { pageOf, placeOf } from '../../data/casePage.js';
import { changedSince, type OwnDecision } from '../../data/corrections.js';
import { correctTalk, talkOf, type TalkAnswers } from '../../data/correctTalk.js';
import { contributions } from '../../data/counting.js';
import { withdrawPermission } from '../../data/permission.js';
import { correctEscalation, recordRealised, type EscalationAnswers } from '../../data/ownCase.js';
import { isOutdated, partsBeside } from '../../data/correctionParts.js';
import { correctRealisation } from '../../data/correctRealisation.js';
import {
  correctProgressNote,
  lastReport,
  progressNote,
  reportProgress,
} from '../../data/progress.js';
import {
  aCase,
  anEscalatedCase,
  anEscalation,
  at,
  aTalk,
  HOLLANDS_MIDDEN,
  MERYEM,
  NOW,
  SANNE,
  utc,
} from '../builders.js';

const CLAIMED = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;
const REALISED = {
  on: '2026-11',
  recordedAt: utc('2026-11-16T08:40'),
  route: 'escalated',
} as const;

const talkOn = (subject: Case, answers: TalkAnswers, number = 1, now = NOW) =>
  correctTalk(HOLLANDS_MIDDEN, subject, number, answers, SANNE, now);
const escalationOf = (subject: Case, answers: EscalationAnswers) =>
  correctEscalation(HOLLANDS_MIDDEN, subject, answers, SANNE, NOW);

/** As it would be read back: nothing is stored that the schema does not know. */
function accepted(decision: OwnDecision): Case {
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.kind}`);
  return caseSchema.parse(JSON.parse(JSON.stringify(decision.case)));
}

const lastEvent = (subject: Case) => subject.history.at(-1);
const refusalOf = (decision: OwnDecision) => (decision.ok ? undefined : decision.refusal);

describe('correcting a talk', () => {
  test.each<[Correctable, TalkAnswers, string, string]>([
    ['on', { on: '2026-11-09' }, '2026-11-12', '2026-11-09'],
    [
      'topics',
      { topics: ['child-wish', 'contraception'] },
      'contraception',
      'child-wish,contraception',
    ],
    ['determinants', { determinants: ['money', 'knowledge'] }, '', 'knowledge,money'],
    ['phase', { phase: 'during' }, 'unknown', 'during'],
    ['wish', { wish: 'now' }, 'later', 'now'],
    ['wants', { wants: [] }, 'contraception-help', ''],
    ['arrangement', { arrangement: 'regular' }, 'no-choice', 'regular'],
    ['situations', { situations: ['cost'] }, '', 'cost'],
    ['municipality', { municipality: 'gouda' }, 'leiden', 'gouda'],
    ['realisedOn', { realisation: { on: '2026-10' } }, '', '2026-10'],
  ])('%s keeps the old answer in the history', (field, answers, from, to) => {
    const subject = aCase();
    const next = accepted(talkOn(subject, answers));
    expect(next.version).toBe(subject.version + 1);
    expect(next.history).toHaveLength(2);
    const expected = { kind: 'corrected', by: SANNE, corrections: [{ field, from, to }] };
    expect(lastEvent(next)).toMatchObject(expected);
  });

  test('of several answers at once is one event', () => {
    const next = accepted(talkOn(aCase(), { wish: 'now', arrangement: 'regular' }));
    expect(lastEvent(next)).toMatchObject({
      number: 2,
      talk: 1,
      corrections: [{ field: 'wish' }, { field: 'arrangement' }],
    });
  });

  test('in what only the case has names no talk', () => {
    expect(lastEvent(accepted(talkOn(aCase(), { municipality: 'gouda' })))).not.toHaveProperty(
      'talk',
    );
  });

  test('with the same answers in another order changes nothing', () => {
    const subject = aCase({ talks: [aTalk({ topics: ['contraception', 'child-wish'] })] });
    const same = { ...subject.talks[0], topics: ['child-wish', 'contraception'] as const };
    const answers = {
      topics: [...same.topics],
      municipality: 'leiden',
      realisation: { on: undefined },
    };
    expect(refusalOf(talkOn(subject, answers))).toEqual({ kind: 'nothing-changed' });
  });

  test('leaves why somebody chose otherwise, and the other talks, in their order', () => {
    const talks = [aTalk({ departure: 'other' }), aTalk({ on: '2026-11-14' })];
    const next = accepted(talkOn(aCase({ talks }), { on: '2026-11-15' }, 1));
    expect(next.talks).toEqual([aTalk({ departure: 'other', on: '2026-11-15' }), talks[1]]);
  });

  test.each([0, 2, 1.5])('number %s of a case with one talk is refused', (number) => {
    expect(refusalOf(talkOn(aCase(), { wish: 'now' }, number))).toEqual({ kind: 'no-such-talk' });
  });

  test('moves the talk to its day', () => {
    const days = (subject: Case) =>
      contributions(subject).flatMap(({ row, period }) => (row === 'talks' ? [period] : []));
    expect(days(aCase())).toEqual(['2026-11-12']);
    expect(days(accepted(talkOn(aCase(), { on: '2026-11-08' })))).toEqual(['2026-11-08']);
  });
});

describe('another municipality', () => {
  test.each([
    ['gouda', 'not-participating'],
    ['waddinxveen', 'participating'],
    ['unknown', 'unknown'],
  ])('%s makes every escalation %s', (municipality, participation) => {
    const next = accepted(talkOn(anEscalatedCase(), { municipality }));
    expect(next.escalations.map((row) => row.participation)).toEqual([participation]);
  });

  test('is looked at on the day of each escalation', () => {
    const escalations = [
      anEscalation({
        at: utc('2021-08-31T23:30'),
        state: { status: 'withdrawn', at: utc('2021-09-01T09:00'), why: 'mistake' },
      }),
      anEscalation({ number: 2, at: utc('2021-09-01T00:30') }),
    ];
    const subject = anEscalatedCase({}, { escalations });
    const next = accepted(talkOn(subject, { municipality: 'waddinxveen' }));
    expect(next.escalations.map((row) => row.participation)).toEqual([
      'not-participating',
      'participating',
    ]);
  });
});

describe('the situations of a talk', () => {
  const together = utc('2026-11-16T08:00');
  const history = withEvents(
    [],
    [
      { kind: 'talk-recorded', at: utc('2026-11-10T09:00'), by: SANNE },
      { kind: 'talk-recorded', at: together, by: SANNE },
      { kind: 'escalated', at: together, by: SANNE, priority: false },
    ],
  );
  const subject = anEscalatedCase(
    { at: together },
    { talks: [aTalk(), aTalk({ situations: ['cost'] })], history },
  );

  test('are those of the escalation made with it, and corrected there too', () => {
    const next = accepted(talkOn(subject, { situations: ['uninsured'], phase: 'after' }, 2));
    expect(next.escalations[0]).toMatchObject({ situations: ['uninsured'], phase: 'after' });
  });

  test('of another talk are not', () => {
    const next = accepted(talkOn(subject, { situations: ['uninsured'] }, 1));
    expect(next.escalations[0]?.situations).toEqual(['cost']);
  });

  test('are nobody’s when the escalation came later', () => {
    const later = anEscalatedCase();
    expect(talkOf(later, anEscalation())).toBeUndefined();
    const next = accepted(talkOn(later, { situations: ['uninsured'] }));
    expect(next.escalations[0]?.situations).toEqual(['cost']);
  });
});

describe('the month of realisation', () => {
  const realised = anEscalatedCase({ state: CLAIMED }, { realisation: REALISED });

  test('can be another one; the route stays as it was recorded', () => {
    const next = accepted(talkOn(realised, { realisation: { on: '2026-10' } }));
    expect(next.realisation).toMatchObject({ on: '2026-10', route: 'escalated' });
  });

  test('counts in a later month when that is known later', () => {
    const answers = { realisation: { on: '2026-12' } };
    const next = accepted(talkOn(realised, answers, 1, at('2027-01-11T09:00')));
    expect(contributions(next)).toContainEqual({
      row: 'escalated-contraception',
      period: '2026-12-15',
    });
  });

  test('that was forgotten is recorded, in one event', () => {
    const next = accepted(talkOn(anEscalatedCase(), { realisation: { on: '2026-11' } }));
    expect(next.realisation).toMatchObject({ on: '2026-11', route: 'escalated' });
    expect(next.history.map(({ kind }) => kind)).toEqual([
      'talk-recorded',
      'escalated',
      'corrected',
    ]);
  });

  test('is taken out when it was a mistake, and counts no longer', () => {
    const next = accepted(talkOn(realised, { realisation: { on: undefined } }));
    expect(next.realisation).toBeUndefined();
    expect(contributions(next).map(({ row }) => row)).not.toContain('escalated-contraception');
  });

  test('that was taken out and is recorded again keeps the row it had', () => {
    const early = aCase({ realisation: { ...REALISED, route: 'partner' } });
    const cleared = accepted(talkOn(early, { realisation: { on: undefined } }));
    const escalated = { ...cleared, escalations: [anEscalation()] };
    const again = accepted(talkOn(escalated, { realisation: { on: '2026-11' } }));
    expect(again.realisation).toMatchObject({ on: '2026-11', route: 'partner' });
    const later = accepted(recordRealised(escalated, '2026-11', SANNE, NOW));
    expect(later.realisation).toMatchObject({ route: 'partner' });
  });

  test('stays when a talk says so, until that is corrected too', () => {
    const subject = aCase({ talks: [aTalk({ arrangement: 'realised' })], realisation: REALISED });
    const cleared = { realisation: { on: undefined } };
    expect(refusalOf(talkOn(subject, cleared))).toEqual({
      kind: 'realised-in-talk',
      on: '2026-11-12',
    });
    expect(talkOn(subject, { ...cleared, arrangement: 'regular' })).toMatchObject({ ok: true });
  });

  test('stays when a coordinator closed the case with it', () => {
    const closed = {
      status: 'closed',
      by: MERYEM,
      at: utc('2026-11-16T08:40'),
      outcome: 'postponed',
      contraception: 'realised',
    } as const;
    const subject = anEscalatedCase({ state: closed }, { realisation: REALISED });
    expect(refusalOf(talkOn(subject, { realisation: { on: undefined } }))).toEqual({
      kind: 'realised-at-closing',
    });
  });
});

describe('correcting an escalation', () => {
  test.each<[Correctable, EscalationAnswers, string, string]>([
    ['reasons', { reasons: ['follow-up', 'complex'] }, 'finance', 'complex,follow-up'],
    ['priority', { priority: true }, 'false', 'true'],
    ['phase', { phase: 'before' }, 'unknown', 'before'],
    ['situations', { situations: ['uninsured', 'cost'] }, 'cost', 'cost,uninsured'],
    ['municipality', { municipality: 'gouda' }, 'leiden', 'gouda'],
    // Free text may have held what had to go.
    ['reachable', { reachable: 'woensdag' }, '', ''],
    ['note', { note: 'Graag bellen.' }, '', ''],
  ])('%s keeps in the history what may be kept', (field, answers, from, to) => {
    const next = accepted(escalationOf(anEscalatedCase({ state: CLAIMED }), answers));
    expect(lastEvent(next)).toMatchObject({
      kind: 'corrected',
      corrections: [{ field, from, to }],
    });
    expect(next.escalations[0]).toMatchObject({ state: CLAIMED });
  });

  test('with the same answers changes nothing', () => {
    const same = {
      reasons: ['finance'],
      priority: false,
      reachable: 'dinsdag na 13 uur',
      note: '',
    };
    const refusal = refusalOf(escalationOf(anEscalatedCase(), same as EscalationAnswers));
    expect(refusal).toEqual({ kind: 'nothing-changed' });
  });

  const no = { given: false, by: SANNE, at: utc('2026-11-16T07:55') };
  const { permissions } = aCase();

  test.each([
    ['somatic-network', { network: no }, ['network']],
    ['follow-up', { followUp: no }, ['followUp']],
    ['complex', { share: no }, ['share']],
  ] as const)('to %s needs what the client allowed', (reason, refused, missing) => {
    const subject = anEscalatedCase({}, { permissions: { ...permissions, ...refused } });
    const wanted = escalationOf(subject, { reasons: ['finance', reason] });
    expect(refusalOf(wanted)).toEqual({ kind: 'permission-needed', permissions: missing });
  });

  test('to a reason whose permission is given in the same change', () => {
    const subject = anEscalatedCase({}, { permissions: { ...permissions, network: no } });
    const next = accepted(
      escalationOf(subject, { reasons: ['finance', 'somatic-network'], permissions: ['network'] }),
    );
    const attested = { given: true, by: SANNE, at: NOW.toUTC().toISO() };
    expect(next.permissions).toEqual({ ...permissions, network: attested });
    expect(lastEvent(next)).toMatchObject({
      corrections: [
        { field: 'reasons', from: 'finance', to: 'finance,somatic-network' },
        { field: 'permissions', from: 'record,share,followUp' },
      ],
    });
  });

  test('leaves a permission as it was attested before', () => {
    const agreed = { permissions: ['network'], priority: true } as const;
    const next = accepted(
      escalationOf(anEscalatedCase(), { ...agreed, permissions: [...agreed.permissions] }),
    );
    expect(next.permissions).toEqual(permissions);
  });

  test('lets a reason go on when its permission is given again', () => {
    const subject = anEscalatedCase(
      { reasons: ['finance', 'follow-up'], ended: ['follow-up'] },
      { permissions: { ...permissions, followUp: no } },
    );
    const next = accepted(escalationOf(subject, { permissions: ['followUp'] }));
    expect(next.escalations[0]?.ended).toEqual([]);
  });

  test('leaves at least one reason that has not ended', () => {
    const subject = anEscalatedCase(
      { reasons: ['finance', 'follow-up'], ended: ['follow-up'] },
      { permissions: { ...permissions, followUp: no } },
    );
    expect(refusalOf(escalationOf(subject, { reasons: ['follow-up'] }))).toEqual({
      kind: 'all-ended',
    });
    const again = { reasons: ['follow-up' as const], permissions: ['followUp' as const] };
    expect(accepted(escalationOf(subject, again)).escalations[0]?.ended).toEqual([]);
  });

  test('leaves alone a reason that was there and whose permission was taken back', () => {
    const subject = anEscalatedCase(
      { reasons: ['finance', 'follow-up'], ended: ['follow-up'] },
      { permissions: { ...permissions, followUp: no } },
    );
    const kept = accepted(escalationOf(subject, { priority: true }));
    expect(kept.escalations[0]).toMatchObject({
      reasons: ['finance', 'follow-up'],
      ended: ['follow-up'],
    });
    const without = accepted(escalationOf(subject, { reasons: ['finance'] }));
    expect(without.escalations[0]).toMatchObject({ reasons: ['finance'], ended: [] });
  });

  test.each([
    ['none', aCase()],
    [
      'declined',
      anEscalatedCase({
        state: { status: 'declined', by: MERYEM, at: utc('2026-11-16T08:30'), reason: 'x' },
      }),
    ],
    [
      'withdrawn',
      anEscalatedCase({
        state: { status: 'withdrawn', at: utc('2026-11-16T08:30'), why: 'mistake' },
      }),
    ],
  ])('is refused when it is %s', (status, subject) => {
    expect(refusalOf(escalationOf(subject, { priority: true }))).toEqual({
      kind: 'not-active',
      status,
    });
  });
});

describe('afterwards', () => {
  test('progress is one event more', () => {
    const next = accepted(
      reportProgress(aCase(), { answer: 'going-well', note: 'Fijn.' }, SANNE, NOW),
    );
    expect(next.version).toBe(2);
    expect(lastEvent(next)).toMatchObject({ kind: 'progress', answer: 'going-well', by: SANNE });
    expect(noteOf(next)).toBe('Fijn.');
  });

  const OLD = withEvents(aCase().history, [
    { kind: 'progress', at: utc('2026-11-16T08:00'), by: SANNE, answer: 'other', note: 'Jansen.' },
  ]);

  test.each([
    ['', 'taken out'],
    ['De cliënt ziet ertegen op.', 'replaced'],
  ])('what was written with it last becomes “%s”: it is %s', (note) => {
    const first = accepted(reportProgress(aCase(), { answer: 'other', note: 'Één.' }, SANNE, NOW));
    const second = accepted(
      reportProgress(first, { answer: 'other', note: 'Jansen.' }, SANNE, NOW),
    );
    for (const subject of [second, aCase({ history: OLD })]) {
      expect(noteOf(subject)).toBe('Jansen.');
      const next = accepted(correctProgressNote(subject, note, SANNE, NOW));
      expect(noteOf(next)).toBe(note);
      expect(JSON.stringify(next)).not.toContain('Jansen.');
      expect(lastEvent(next)).toMatchObject({
        corrections: [{ field: 'progressNote', from: '', to: '' }],
      });
    }
    const mended = accepted(correctProgressNote(second, note, SANNE, NOW));
    expect(JSON.stringify(mended)).toContain('Één.');
  });

  test('of progress there must be something to correct', () => {
    expect(refusalOf(correctProgressNote(aCase(), '', SANNE, NOW))).toEqual({ kind: 'gone' });
    const same = correctProgressNote(aCase({ history: OLD }), 'Jansen.', SANNE, NOW);
    expect(refusalOf(same)).toEqual({ kind: 'nothing-changed' });
  });

  test('what was realised can be put right without a talk', () => {
    const subject = anEscalatedCase({}, { talks: [], realisation: REALISED });
    const month = (on: string | undefined) => correctRealisation(subject, { on }, SANNE, NOW);
    expect(accepted(month('2026-10')).realisation).toMatchObject({
      on: '2026-10',
      route: 'escalated',
    });
    const cleared = accepted(month(undefined));
    expect(cleared.realisation).toBeUndefined();
    expect(lastEvent(cleared)).toMatchObject({
      corrections: [{ field: 'realisedOn', from: '2026-11', to: '' }],
    });
    expect(refusalOf(month('2026-11'))).toEqual({ kind: 'nothing-changed' });
    expect(refusalOf(correctRealisation(cleared, { on: '2026-11' }, SANNE, NOW))).toEqual({
      kind: 'gone',
    });
  });

  test.each([
    ['partner', aCase()],
    ['escalated', anEscalatedCase()],
  ])('realised contraception counts once, through %s', (route, subject) => {
    const next = accepted(recordRealised(subject, '2026-11', SANNE, NOW));
    expect(next).toMatchObject({ version: 2, realisation: { on: '2026-11', route } });
    expect(refusalOf(recordRealised(next, '2026-10', SANNE, NOW))).toEqual({
      kind: 'already-realised',
    });
  });
});

function noteOf(subject: Case): string | undefined {
  const report = lastReport(subject);
  return report && progressNote(subject, report);
}

describe('what can be corrected', () => {
  const withdrawn = {
    status: 'withdrawn',
    at: utc('2026-11-16T08:30'),
    why: 'client-stops',
  } as const;
  const reported = accepted(reportProgress(aCase(), { answer: 'other', note: '' }, SANNE, NOW));

  test.each([
    ['a talk', aCase(), 1, 'talk wish situation'],
    ['a talk that is not there', aCase(), 2, ''],
    ['a case without more', aCase(), undefined, ''],
    ['an escalation apart from its talk', anEscalatedCase(), undefined, 'escalation situation'],
    ['an escalation that is over', anEscalatedCase({ state: withdrawn }), undefined, ''],
    ['what was reported', reported, undefined, 'progress'],
    [
      'what was realised without a talk, also when it is over',
      anEscalatedCase({ state: withdrawn }, { talks: [], realisation: REALISED }),
      undefined,
      'realisation',
    ],
    ['what was realised, at its talk', aCase({ realisation: REALISED }), undefined, ''],
  ])('of %s', (_, subject, talk, parts) => {
    expect(partsBeside(subject, { talk }).join(' ')).toBe(parts);
  });

  test('is asked anew once a permission was taken back', () => {
    const subject = anEscalatedCase({ reasons: ['finance', 'follow-up'] });
    const back = withdrawPermission(subject, 'followUp', SANNE, NOW) ?? subject;
    expect(isOutdated(back, { part: 'escalation' }, 2)).toBe(true);
    expect(isOutdated(back, { part: 'escalation' }, 3)).toBe(false);
    expect(isOutdated(back, { part: 'situation' }, 2)).toBe(false);
  });
});

describe('what changed since somebody looked', () => {
  const before = anEscalatedCase({}, { talks: [aTalk(), aTalk()] });
  const seen = before.history.length;
  const moved = accepted(talkOn(before, { wish: 'now', municipality: 'gouda' }, 1));

  test.each<[string, Case, number | undefined, Correctable[]]>([
    ['nothing', before, 1, []],
    ['that talk', moved, 1, ['wish', 'municipality']],
    ['another talk', moved, 2, ['municipality']],
    ['a talk, to who looks at the escalation', moved, undefined, ['municipality']],
    [
      'that it was realised',
      accepted(recordRealised(before, '2026-11', SANNE, NOW)),
      1,
      ['realisedOn'],
    ],
    [
      'how it goes',
      accepted(reportProgress(before, { answer: 'other', note: '' }, SANNE, NOW)),
      1,
      ['progressNote'],
    ],
    ['the escalation', accepted(escalationOf(before, { priority: true })), undefined, ['priority']],
  ])('%s', (_, subject, talk, fields) => {
    expect(changedSince(subject, seen, talk)).toEqual(fields);
  });

  test('is everything of the escalation when there is a new one', () => {
    expect(changedSince(before, 1)).toContain('reasons');
  });
});

describe('a page', () => {
  const cases = Array.from({ length: 8 }, (_, n) =>
    aCase({ code: `HM-222${n + 2}`, openedAt: utc(`2026-11-16T07:${String(50 - n)}`) }),
  );
  const codes = (page: { cases: Case[] }) => page.cases.map(({ code }) => code.slice(-1)).join('');
  const place = (index: number) => placeOf(cases[index] ?? aCase());

  test.each([
    [undefined, '234', 1, undefined, place(3)],
    [place(3), '567', 4, place(0), place(6)],
    [place(6), '89', 7, place(3), undefined],
    [place(1), '345', 2, place(0), place(4)],
  ])('from %s', (from, shown, first, previous, next) => {
    const page = pageOf(cases, from, 3);
    expect(codes(page)).toBe(shown);
    expect(page).toMatchObject({ first, previous, next });
  });

  test('skips nothing when its first case has gone', () => {
    expect(codes(pageOf(cases.toSpliced(3, 1), place(3), 3))).toBe('678');
    expect(codes(pageOf(cases.toSpliced(0, 2), place(3), 3))).toBe('567');
  });

  test('past the end is the last one', () => {
    expect(pageOf(cases, '2020 HM-2222', 3)).toMatchObject({ first: 6, next: undefined });
  });

  test('of nothing is empty', () => {
    expect(pageOf([], place(0), 3)).toEqual({
      cases: [],
      first: 1,
      previous: undefined,
      next: undefined,
    });
  });
});

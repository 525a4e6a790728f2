import { Settings } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { checklistCard } from '../../cards/checklistCard.js';
import { forWhomCard } from '../../cards/forWhomCard.js';
import { linkCard } from '../../cards/linkCard.js';
import { longDate, longDay } from '../../cards/phrases.js';
import type { Card } from '../../cards/render.js';
import { ownCaseCard } from '../../cards/ownCaseCard.js';
import { ownCasesCard } from '../../cards/ownCasesCard.js';
import { recordedCard } from '../../cards/resultCards.js';
import { escalationCard } from '../../cards/escalationCard.js';
import { noticeCard } from '../../cards/noticeCard.js';
import { ownCaseFormCard } from '../../cards/ownCaseForms.js';
import type { Case } from '../../data/case.js';
import { withEvents } from '../../data/caseEvents.js';
import type { OwnDecision } from '../../data/corrections.js';
import { decide, type Decision } from '../../data/lifeCycle.js';
import { correctEscalation } from '../../data/ownCase.js';
import { correctProgressNote, reportProgress } from '../../data/progress.js';
import { present } from '../../dialogs/checklist.js';
import {
  aCase,
  aContext,
  aDraft,
  anEscalatedCase,
  anEscalation,
  aTalk,
  at,
  MERYEM,
  SANNE,
  utc,
  countsOf,
} from '../builders.js';
import { goTo } from '../dialogs/fillingIn.js';
import { buttonsOf, elementsOf, everyText, folded, literalTexts } from './cardContent.js';

const context = aContext();
const { words } = context;
const shown = (card: Card) => everyText(card).join('\n');
const linesAtFirst = (card: Card) => literalTexts(folded(card));

describe('dates', () => {
  const before = Settings.defaultZone;
  afterEach(() => {
    Settings.defaultZone = before;
  });

  test.each(['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati'])(
    'are dates on the Dutch clock on a machine in %s',
    (zone) => {
      Settings.defaultZone = zone;
      expect(longDay('2026-11-12', 'nl')).toBe('12 november 2026');
      expect(longDay('2026-07-01', 'nl')).toBe('1 juli 2026');
      expect(longDate(at('2026-11-16T23:30').toUTC(), 'nl')).toBe('16 november 2026');
    },
  );
});

describe('the proposal', () => {
  test('names a ground once, however many answers give it', () => {
    const person = goTo('situation');
    person.click('next', { complex: 'coercion,capacity', finance: 'cost' });
    const ground = words.decision.grounds.careFirst;
    const proposals = elementsOf(person.card(), 'TextBlock').map(({ text }) => String(text));
    const carefully = proposals.filter((text) => text.includes(ground));
    expect(carefully.map((text) => text.split(ground).length - 1)).toEqual([1]);
  });

  test.each([
    ['gouda', true],
    ['leiden', false],
    ['outside-region', true],
    ['no-fixed-abode', false],
    ['unknown', false],
  ])('of a client from %s says that it does not take part: %s', (municipality, said) => {
    const card = checklistCard(
      context,
      present(aDraft({ step: 'decision', answers: { municipality } })),
    );
    expect(shown(card).includes('doet nu niet mee')).toBe(said);
  });
});

describe('a long history', () => {
  const events = Array.from({ length: 21 }, (_, n) => ({
    kind: n % 2 === 0 ? ('claimed' as const) : ('given-back' as const),
    at: utc(`2026-11-16T09:${String(10 + n)}`),
    by: MERYEM,
  }));
  const asked = {
    kind: 'escalated',
    at: utc('2026-11-15T09:00'),
    by: SANNE,
    priority: false,
  } as const;
  const subject = anEscalatedCase({}, { history: withEvents([], [asked, ...events]) });

  test.each([
    ['a coordinator', caseCard(context, subject, anEscalation(), MERYEM)],
    ['its professional', ownCaseCard(context, subject)],
  ])('shows %s the newest five lines, and the others once it is opened', (_, card) => {
    const lines = linesAtFirst(card).filter((text) => /^1\d nov \d/.test(text));
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe('16 nov 09:30: opgepakt door Meryem Kaya');
    expect(shown(card)).toContain('Hiervoor: nog 17 regels');
    const all = literalTexts(card).filter((text) => /^1\d nov \d/.test(text));
    expect(all).toHaveLength(22);
    expect(all.at(-1)).toBe('15 nov 09:00: opgeschaald door Sanne de Wit');
  });

  test('is shown whole when it is short', () => {
    expect(shown(ownCaseCard(context, anEscalatedCase()))).not.toContain('Hiervoor');
  });

  test('says how many lines do not fit', () => {
    const long = Array.from({ length: 60 }, () => ({ ...asked, kind: 'given-back' as const }));
    const card = ownCaseCard(context, anEscalatedCase({}, { history: withEvents([], long) }));
    expect(literalTexts(card).at(-1)).toBe('Hiervoor: nog 10 regels');
  });
});

describe('many talks', () => {
  const talks = (n: number) =>
    ownCaseCard(context, aCase({ talks: Array.from({ length: n }, () => aTalk()) }));
  const linesOf = (texts: string[]) => texts.filter((text) => text.startsWith('12 november 2026.'));

  test.each([
    [3, 3, 3],
    [4, 3, 4],
    [25, 3, 20],
  ])('of %i the last %i are shown, and %i in all', (n, first, all) => {
    expect(linesOf(linesAtFirst(talks(n)))).toHaveLength(first);
    expect(linesOf(literalTexts(talks(n)))).toHaveLength(all);
  });

  test('say how many do not fit', () => {
    expect(literalTexts(talks(25))).toContain('Hiervoor: nog 5 gesprekken');
  });
});

describe('permissions', () => {
  const { permissions } = aCase();
  const declared = words.caseCard.declared('Sanne de Wit', '16 november 2026');
  const textsOf = (parts: Partial<Case>) => literalTexts(ownCaseCard(context, aCase(parts)));

  test('of one person on one day are declared once', () => {
    expect(textsOf({}).filter((text) => text === declared)).toHaveLength(1);
  });

  test.each([
    ['by another', { given: false, by: MERYEM, at: utc('2026-11-16T08:00') }, 'Meryem Kaya', '16'],
    [
      'on another day',
      { given: true, by: SANNE, at: utc('2026-11-17T08:00') },
      'Sanne de Wit',
      '17',
    ],
  ])('are told apart when declared %s', (_, share, name, date) => {
    const texts = textsOf({ permissions: { ...permissions, share } });
    const other = words.caseCard.declared(name, `${date} november 2026`);
    expect(texts.slice(texts.indexOf(other), texts.indexOf(other) + 3)).toEqual([
      other,
      share.given ? 'Ja: ' : 'Nee: ',
      words.checklist.permissions.share,
    ]);
    expect(texts).toContain(declared);
  });

  test('that were not asked are named', () => {
    const texts = textsOf({ permissions: { record: permissions.record } });
    expect(texts[texts.indexOf('Niet gevraagd: ') + 1]).toBe(
      'Delen met de coördinator, Delen met het medisch netwerk en Later aan de professional vragen hoe het gaat',
    );
  });
});

describe('the situations of a case', () => {
  test('stand under their reason, those of other reasons apart', () => {
    const subject = anEscalatedCase({
      reasons: ['somatic-network', 'finance'],
      situations: ['cost', 'no-gp', 'stuck', 'uninsured'],
    });
    const [escalation = anEscalation()] = subject.escalations;
    const texts = literalTexts(caseCard(context, subject, escalation, MERYEM));
    const from = texts.indexOf('Gebruik van somatisch netwerk');
    expect(texts.slice(from, from + 7)).toEqual([
      'Gebruik van somatisch netwerk',
      '• Geen huisarts',
      'Regelen van financiën',
      '• Kosten zijn een drempel',
      '• Cliënt is onverzekerd',
      'Situatie bij andere redenen',
      '• Het gesprek loopt vast',
    ]);
  });
});

describe('a reason that ended', () => {
  const subject = anEscalatedCase({ reasons: ['finance', 'somatic-network'], ended: ['finance'] });
  const escalation = subject.escalations[0] ?? anEscalation();

  test('says so to its coordinators', () => {
    const texts = literalTexts(caseCard(context, subject, escalation, MERYEM));
    expect(texts).toContain('Regelen van financiën · gestopt');
    expect(texts).toContain('Gebruik van somatisch netwerk');
  });

  test.each([
    ['the channel', escalationCard(context, subject, escalation, countsOf([]))],
    ['its professional', ownCaseCard(context, subject)],
  ])('says so to %s', (_, card) => {
    expect(shown(card)).toContain(
      'Regelen van financiën (gestopt) en Gebruik van somatisch netwerk',
    );
  });
});

describe('a coordinator reads', () => {
  const before = anEscalatedCase();
  const done = (decision: OwnDecision | Decision): Case => {
    if (!decision.ok) throw new Error(decision.refusal.kind);
    return decision.case;
  };
  const reported = (subject: Case, note: string) =>
    done(reportProgress(subject, { answer: 'other', note }, SANNE, at('2026-11-16T10:00')));
  const card = (subject: Case) =>
    shown(caseCard(context, subject, subject.escalations[0] ?? anEscalation(), MERYEM));

  test('progress of a case in hand, until what was written with it is taken out', () => {
    const subject = reported(before, 'Ziet op tegen de afspraak.');
    expect(card(subject)).toContain('Ziet op tegen de afspraak.');
    const mended = done(correctProgressNote(subject, '', SANNE, at('2026-11-16T11:00')));
    expect(card(mended)).not.toContain('Ziet op tegen de afspraak.');
    expect(shown(ownCaseCard(context, mended))).not.toContain('Ziet op tegen de afspraak.');
  });

  test('nothing of what came after the case was closed', () => {
    const close = {
      kind: 'close',
      by: MERYEM,
      outcome: 'postponed',
      contraception: 'none',
    } as const;
    const closed = done(
      decide(
        done(decide(before, { kind: 'claim', by: MERYEM }, at('2026-11-16T09:10'))),
        close,
        at('2026-11-16T09:20'),
      ),
    );
    expect(shown(ownCaseFormCard(context, closed, 'progress'))).toContain(
      words.ownForms.progress.introAlone,
    );
    const later = reported(closed, 'Onder ons.');
    expect(card(later)).not.toContain('Onder ons.');
    expect(card(later)).not.toContain(words.events.progress);
    expect(shown(ownCaseCard(context, later))).toContain('Onder ons.');
  });

  test('that the reason for an exception is still to be noted, as does who is told', () => {
    const exception = words.caseCard.exceptionMissing;
    const claimed = done(decide(before, { kind: 'claim', by: MERYEM }, at('2026-11-16T09:10')));
    const moved = done(
      correctEscalation(
        context.region,
        claimed,
        { municipality: 'gouda' },
        SANNE,
        at('2026-11-16T09:20'),
      ),
    );
    expect(card(claimed)).not.toContain(exception);
    expect(card(moved)).toContain(exception);
    const event = moved.history.at(-1);
    if (event?.kind !== 'corrected') throw new Error('not corrected');
    expect(shown(noticeCard(context, moved, event, { canOpen: true }))).toContain(exception);
  });
});

describe('withdrawing an escalation', () => {
  const { intros } = words.ownForms.withdraw;
  const by = { by: MERYEM, at: utc('2026-11-16T09:30') };

  test.each([
    ['nobody has claimed', { status: 'open' }, intros.active],
    ['is in hand', { status: 'claimed', holder: MERYEM, claimedAt: by.at }, intros.active],
    [
      'is closed',
      { ...by, status: 'closed', outcome: 'postponed', contraception: 'none' },
      intros.closed,
    ],
    ['was declined', { ...by, status: 'declined', reason: 'Dubbel.' }, intros.declined],
  ] as const)('that %s says what it means now', (_, state, intro) => {
    const card = shown(ownCaseFormCard(context, anEscalatedCase({ state }), 'withdraw'));
    expect(Object.values(intros).filter((text) => card.includes(text))).toEqual([intro]);
  });
});

describe('linking a channel', () => {
  test('shows first who is not a coordinator', () => {
    const team = [
      { name: 'Meryem Kaya', isCoordinator: true },
      { name: 'Tom Bakker', isCoordinator: false },
    ];
    const card = linkCard(context, team, 0);
    expect(shown(card)).toContain('2 leden, van wie 1 niet in de lijst van coördinatoren');
    expect(literalTexts(card)).toEqual([
      '⚠ Tom Bakker (niet in de lijst van coördinatoren)',
      '✓ Meryem Kaya',
    ]);
  });

  test.each([
    [10, 10, 10],
    [11, 10, 11],
    [300, 10, 100],
  ])('of %i members %i are shown at first, and %i in all', (n, first, all) => {
    const members = Array.from({ length: n }, (_, m) => ({
      name: `Lid ${m}`,
      isCoordinator: true,
    }));
    const card = linkCard(context, members, 0);
    const names = (texts: string[]) => texts.filter((text) => text.startsWith('✓ Lid'));
    expect(names(linesAtFirst(card))).toHaveLength(first);
    expect(names(literalTexts(card))).toHaveLength(all);
    expect(shown(card)).toContain(`${n} leden, allemaal in de lijst van coördinatoren`);
    expect(shown(card).includes(`En nog ${n - first}`)).toBe(n > first);
    expect(shown(card).includes(`En nog ${n - all} leden`)).toBe(n > all);
  });
});

describe('a recorded talk', () => {
  const { noChannel } = words.done;

  test.each([
    ['an escalation waits', anEscalatedCase(), { isConsult: false, channelLinked: false }, true],
    ['a consult waits', aCase(), { isConsult: true, channelLinked: false }, true],
    ['an escalation arrives', anEscalatedCase(), { isConsult: false, channelLinked: true }, false],
    ['a consult arrives', aCase(), { isConsult: true, channelLinked: true }, false],
    ['nothing was asked', aCase(), { isConsult: false, channelLinked: false }, false],
  ])('says whether something waits for a channel: %s', (_, subject, options, waits) => {
    expect(shown(recordedCard(context, subject, options)).includes(noChannel)).toBe(waits);
  });

  test.each([
    ['talk', ['my-cases', 'record']],
    ['further-talk', ['my-cases', 'record']],
    ['phone', ['my-cases', 'start-escalation']],
  ] as const)('of the kind %s leads on', (kind, verbs) => {
    const card = recordedCard(context, aCase(), { isConsult: false, channelLinked: true, kind });
    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(verbs);
  });
});

describe('a list without cases', () => {
  test.each([
    ['open', ['record', 'positive']],
    ['closed', ['my-cases', 'default']],
  ] as const)('of the %s ones puts first what to do', (which, first) => {
    const card = ownCasesCard(context, { shown: which, cases: [], first: 1, total: 0 });
    const [button] = buttonsOf(card);
    expect([button?.verb, button?.style]).toEqual(first);
  });
});

describe('who a coordinator escalates for', () => {
  test('is asked without a choice that is not there', () => {
    const { ownClient } = words.forWhom;
    const regions = [context.region, { id: 'elders', name: 'Elders' }];
    expect(shown(forWhomCard(context, regions, true))).toContain(ownClient);
    expect(shown(forWhomCard(context, regions, false))).not.toContain(ownClient);
  });
});

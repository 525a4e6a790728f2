import { Settings } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { checklistCard } from '../../cards/checklistCard.js';
import { linkCard } from '../../cards/linkCard.js';
import { longDate, longDay } from '../../cards/phrases.js';
import type { Card } from '../../cards/render.js';
import { ownCaseCard } from '../../cards/ownCaseCard.js';
import { recordedCard } from '../../cards/resultCards.js';
import { escalationCard } from '../../cards/escalationCard.js';
import { noticeCard } from '../../cards/noticeCard.js';
import { ownCaseFormCard } from '../../cards/ownCaseForms.js';
import { withEvents, type Case } from '../../data/case.js';
import type { OwnDecision } from '../../data/corrections.js';
import { Counts } from '../../data/counting.js';
import { decide, type Decision } from '../../data/lifeCycle.js';
import { correctEscalation } from '../../data/ownCase.js';
import { correctProgressNote, reportProgress } from '../../data/progress.js';
import { isNotified } from '../../data/surfaces.js';
import { present } from '../../dialogs/checklist.js';
import {
  aCase,
  aConsult,
  aContext,
  aDraft,
  anEscalatedCase,
  anEscalation,
  at,
  MERYEM,
  SANNE,
  utc,
} from '../builders.js';
import { goTo } from '../dialogs/fillingIn.js';
import { elementsOf, everyText, literalTexts } from './cardContent.js';

const context = aContext();
const { words } = context;
const shown = (card: Card) => everyText(card).join('\n');

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
  const events = Array.from({ length: 24 }, (_, n) => ({
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
  ])('shows %s the last twenty lines and how many came before', (_, card) => {
    const lines = literalTexts(card).filter((text) => /^16 nov \d/.test(text));
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe('16 nov 09:33: teruggegeven door Meryem Kaya');
    expect(shown(card)).toContain('Hiervoor: nog 5 regels');
  });
});

describe('a reason that ended', () => {
  const subject = anEscalatedCase({ reasons: ['finance', 'somatic-network'], ended: ['finance'] });
  const escalation = subject.escalations[0] ?? anEscalation();

  test.each([
    ['its coordinators', caseCard(context, subject, escalation, MERYEM)],
    ['the channel', escalationCard(context, subject, escalation, new Counts())],
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
    if (!event || !isNotified(event)) throw new Error('not told');
    expect(shown(noticeCard(context, moved, event, { canOpen: true }))).toContain(exception);
  });
});

describe('linking a channel', () => {
  test('shows first who is not a coordinator', () => {
    const team = [
      { name: 'Meryem Kaya', isCoordinator: true },
      { name: 'Tom Bakker', isCoordinator: false },
    ];
    const card = linkCard(context, team, 0);
    expect(literalTexts(card)).toEqual([
      '⚠ Tom Bakker (niet in de lijst van coördinatoren)',
      '✓ Meryem Kaya',
    ]);
  });

  test('counts the members that do not fit', () => {
    const members = Array.from({ length: 41 }, (_, n) => ({
      name: `Lid ${n}`,
      isCoordinator: true,
    }));
    expect(literalTexts(linkCard(context, members, 0)).at(-1)).toBe('En nog 1 lid');
  });
});

describe('a recorded talk', () => {
  const { noChannel } = words.done;
  const consult = aConsult();

  test.each([
    ['an escalation waits', anEscalatedCase(), { consult: undefined, channelLinked: false }, true],
    ['a consult waits', aCase(), { consult, channelLinked: false }, true],
    [
      'an escalation arrives',
      anEscalatedCase(),
      { consult: undefined, channelLinked: true },
      false,
    ],
    ['a consult arrives', aCase(), { consult, channelLinked: true }, false],
    ['nothing was asked', aCase(), { consult: undefined, channelLinked: false }, false],
  ])('says whether something waits for a channel: %s', (_, subject, options, waits) => {
    expect(shown(recordedCard(context, subject, options)).includes(noChannel)).toBe(waits);
  });
});

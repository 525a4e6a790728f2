import { Settings } from 'luxon';
import { afterEach, describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { checklistCard } from '../../cards/checklistCard.js';
import { linkCard } from '../../cards/linkCard.js';
import { longDate, longDay } from '../../cards/phrases.js';
import type { Card } from '../../cards/render.js';
import { ownCaseCard } from '../../cards/ownCaseCard.js';
import { recordedCard } from '../../cards/resultCards.js';
import { withEvents } from '../../data/case.js';
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
  const subject = anEscalatedCase({}, { history: withEvents([], events) });

  test.each([
    ['a coordinator', caseCard(context, subject, anEscalation(), MERYEM)],
    ['its professional', ownCaseCard(context, subject)],
  ])('shows %s the last twenty lines and how many came before', (_, card) => {
    const lines = literalTexts(card).filter((text) => /^16 nov \d/.test(text));
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe('16 nov 09:33: teruggegeven door Meryem Kaya');
    expect(shown(card)).toContain('Hiervoor: nog 4 regels');
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

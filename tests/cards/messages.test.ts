import { describe, expect, test } from 'vitest';
import { absenceSavedCard } from '../../cards/absenceCard.js';
import { channelLostCard, morningCard, standsInCard } from '../../cards/bulletinCards.js';
import { laneFormCard } from '../../cards/laneForms.js';
import { noticeCard, type ToldEvent } from '../../cards/noticeCard.js';
import { remindersSavedCard } from '../../cards/remindersCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';
import type { Due } from '../../data/reminders.js';
import {
  aContext,
  anAbsence,
  anEscalatedCase,
  anEscalation,
  HOLLANDS_MIDDEN,
  JOOST,
  MERYEM,
  SANNE,
  utc,
} from '../builders.js';
import { aRegion } from '../data/regionBuilder.js';
import { nodesIn } from '../playground/cardTree.js';
import { buttonsOf, everyText, literalTexts } from './cardContent.js';

const context = aContext();
const { words } = context;

describe('the message of the morning', () => {
  const due = (n: number, kind: Due['kind'] = 'unclaimed'): Due[] =>
    Array.from({ length: n }, (_, one) => ({ kind, code: `HM-22${String(one + 22)}`, version: 1 }));
  const lapses: Due = { kind: 'lapses-soon', code: 'HM-2222', version: 1, on: '2026-11-30' };
  const passed: Due = { kind: 'appointment-passed', code: 'HM-2222', version: 1, on: '2026-11-13' };

  test('counts cases, however much there is to say of one', () => {
    expect(everyText(morningCard(context, [lapses, passed]))).toContain(
      words.bulletins.morningIntro(1),
    );
    expect(words.bulletins.morningIntro(2)).toMatch(/^2 casussen/);
  });

  test('names the day on which a claim lapses, and that of an appointment', () => {
    const texts = everyText(morningCard(context, [lapses, passed]));
    expect(texts).toContain('Komt weer vrij op 30 november 2026 als er niets gebeurt');
    expect(texts).toContain('De afspraak was op 13 november 2026: hoe ging het?');
  });

  test.each([
    ['unclaimed', 'Werkvoorraad'],
    ['question', 'Mijn casussen'],
  ] as const)('says below what is %s where the rest is', (kind, where) => {
    const more = `En nog 28. Kies ${where} om alles te zien.`;
    const body = nodesIn(morningCard(context, due(40, kind)).body);
    expect(body.at(-2)?.text).toBe(more);
    expect(
      buttonsOf(morningCard(context, due(40, kind))).some(({ title }) => title === where),
    ).toBe(true);
    expect(everyText(morningCard(context, due(12, kind))).join()).not.toContain('En nog');
  });
});

describe.each([
  ['who stands in', standsInCard(context, { kind: 'stands-in', for: MERYEM, ...aWeek() })],
  [
    'a channel that is gone',
    channelLostCard(context, { kind: 'channel-lost', why: 'bot-removed' }),
  ],
])('the message about %s', (_, card) => {
  test('leads to what waits', () => {
    expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['queue']);
  });
});

function aWeek() {
  return { from: '2026-11-23', until: '2026-11-27' };
}

describe('a notice', () => {
  const by = { number: 3, at: utc('2026-11-16T09:30'), by: MERYEM };
  const older = words.notices.olderCards;

  test.each<[ToldEvent, boolean, boolean]>([
    [{ ...by, kind: 'offer-accepted', from: JOOST }, true, true],
    [{ ...by, by: SANNE, kind: 'answered', question: 1 }, true, true],
    [{ ...by, kind: 'offered', to: JOOST }, true, false],
    [{ ...by, kind: 'claimed' }, true, false],
    [{ ...by, kind: 'permission-withdrawn', permission: 'share' }, false, false],
  ])('says of older cards what they show: %#', (event, canOpen, said) => {
    const card = noticeCard(context, anEscalatedCase(), event, { canOpen });
    expect(everyText(card).includes(older)).toBe(said);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const reader = { ...context, language, words: wordsIn(language) };
  const { always, none } = reader.words.reminderSettings;

  test('no reminders at all leave the one that is always given', () => {
    const texts = everyText(remindersSavedCard(reader, []));
    expect(texts).toEqual(expect.arrayContaining([always, none]));
    expect(none).toMatch(/^(Verder|Apart from that)/);
  });

  test('nobody in the list for a municipality is no reason to stop', () => {
    const subject = anEscalatedCase(
      { reasons: ['somatic-network'] },
      { municipality: 'bodegraven-reeuwijk' },
    );
    const current = subject.escalations[0] ?? anEscalation();
    const card = laneFormCard(reader, subject, current, 'somatic-network');
    expect(everyText(card)).toContain(reader.words.lanes.network.none('Bodegraven-Reeuwijk'));
    expect(everyText(card).join()).not.toMatch(/regiobestand|region file/);
  });

  test('who stands in is named with the region, without brackets in brackets', () => {
    const absence = anAbsence();
    const elsewhere = aRegion({ id: 'elders', name: 'Elders (voorbeeld)' });
    const saved = [HOLLANDS_MIDDEN, elsewhere].map((region) => ({ absence, region, others: [] }));
    const texts = literalTexts(absenceSavedCard(reader, saved));
    expect(texts).toContain(`${reader.words.absence.replacedByIn('Elders (voorbeeld)')}: `);
    expect(texts.join()).not.toContain('((');
    expect(texts.join()).not.toContain('))');
  });
});

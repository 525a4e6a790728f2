import { describe, expect, test } from 'vitest';
import { queueCard } from '../../cards/queueCard.js';
import type { Escalation } from '../../data/case.js';
import { queuePage, workQueue, type QueueFilter, type RegionQueue } from '../../data/workQueue.js';
import { aConsult, aContext, anEscalatedCase, JOOST, MERYEM, NOW, utc } from '../builders.js';
import { everyText } from './cardContent.js';

const context = aContext();
const held = (holder = MERYEM) =>
  ({ status: 'claimed', holder, claimedAt: utc('2026-11-16T09:30') }) as const;

function queue(
  parts: Partial<Escalation>[],
  filter: QueueFilter = {},
  around: Partial<RegionQueue> = {},
  size = 8,
) {
  const cases = parts.map((one, n) => anEscalatedCase(one, { code: `HM-222${String(n + 2)}` }));
  const region = {
    region: context.region,
    covers: [],
    cases,
    consults: [],
    troubles: [],
    ...around,
  };
  const { rows, unwiped } = workQueue([region], MERYEM, NOW);
  const page = queuePage(rows, filter, size);
  return everyText(queueCard(context, { ...page, now: NOW, severalRegions: false, unwiped }));
}

describe('what is counted', () => {
  test('leaves out what there is none of', () => {
    expect(queue([{}, { state: held() }])).toContain('1 open · 1 voor mij');
  });

  test('is not said when nothing waits', () => {
    const texts = queue([]);
    expect(texts).toContain('Alles is opgepakt.');
    expect(texts.filter((text) => /^\d+ open|·/.test(text))).toEqual([]);
  });
});

describe('what is on the page', () => {
  const consults = [aConsult()];

  test.each<[string, string[], string]>([
    ['one case', queue([{}]), 'Open: 1 casus.'],
    ['one call-back request', queue([], {}, { consults }), 'Open: 1 consultvraag.'],
    ['two cases', queue([{}, {}]), 'Open: 1 tot en met 2 van 2.'],
    ['the first of two', queue([{}, {}], {}, {}, 1), 'Open: 1 van 2.'],
  ])('is counted by what it is: %s', (_, texts, expected) => {
    expect(texts.some((text) => text.startsWith(expected))).toBe(true);
  });

  test('says since when somebody wants to be called back', () => {
    expect(queue([], {}, { consults })).toContain('Gevraagd op 16 november 2026');
  });
});

describe('who holds a case', () => {
  test.each([
    ['mine', { state: held() }, ' · Opgepakt door jou'],
    ['others', { state: held(JOOST) }, ' · Opgepakt door Joost Vermeer'],
    [
      'mine',
      { state: { ...held(JOOST), offer: { to: MERYEM, at: utc('2026-11-16T09:40') } } },
      ' · Opgepakt door Joost Vermeer',
    ],
  ] as const)('is named, but not to themselves: %s %#', (group, parts, status) => {
    expect(queue([parts], { group })).toContain(status);
  });

  test('has no priority any more once the case is closed', () => {
    const closed = { status: 'closed', by: MERYEM, at: utc('2026-11-02T09:00') } as const;
    const state = { ...closed, outcome: 'postponed', contraception: 'none' } as const;
    const lane = { on: '2026-11-02', asks: 'professional', settled: false } as const;
    const lanes = { 'follow-up': { ...lane, askedAt: closed.at } };
    const texts = queue([{ state, lanes, priority: true, reasons: ['follow-up'] }], {
      group: 'answer',
    });
    expect(texts).toContain(' · Afgerond');
  });
});

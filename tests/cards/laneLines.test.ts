import { describe, expect, test } from 'vitest';
import { caseCard } from '../../cards/caseCard.js';
import { laneFormCard } from '../../cards/laneForms.js';
import type { Budget } from '../../data/budget.js';
import type { Escalation } from '../../data/case.js';
import type { Lanes } from '../../data/lanes.js';
import { aContext, anEscalatedCase, anEscalation, MERYEM, utc } from '../builders.js';
import { everyText, literalTexts } from './cardContent.js';

const context = aContext();
const CLAIMED = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T09:30') } as const;
const BUDGET: Budget = {
  ...{ municipality: 'leiden', year: 2026 },
  ...{ budget: 500_000, asked: 123_456, granted: 100_050, left: 399_950 },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function textsOf(parts: Partial<Escalation>, budget?: Budget): string[] {
  const subject = anEscalatedCase({ state: CLAIMED, ...parts });
  const current = subject.escalations[0] ?? anEscalation();
  return literalTexts(caseCard(context, subject, current, MERYEM, { budget })).map(plain);
}
/** What stands behind a label. */
const behind = (label: string, texts: readonly string[]) => texts[texts.indexOf(`${label}: `) + 1];

describe('the budget', () => {
  const label = 'Budget Leiden 2026, alle casussen samen';

  test.each([
    [399_950, '€ 5.000, gevraagd € 1.234,56, toegekend € 1.000,50, nog over € 3.999,50'],
    [0, '€ 5.000, gevraagd € 1.234,56, toegekend € 1.000,50, nog over € 0'],
    [-1, '€ 5.000, gevraagd € 1.234,56, toegekend € 1.000,50'],
  ])('with %i cents left is told as that of all cases', (left, expected) => {
    const budget = { ...BUDGET, left };
    expect(behind(label, textsOf({ reasons: ['finance'] }, budget))).toBe(expected);
    const subject = anEscalatedCase({ state: CLAIMED, reasons: ['finance'] });
    const current = subject.escalations[0] ?? anEscalation();
    const form = laneFormCard(context, subject, current, 'finance', { budget });
    expect(everyText(form).map(plain)).toContain(`${label}: ${expected}`);
  });
});

describe('what came of a lane', () => {
  const network = { provider: 'verloskundigen-leiden-voorbeeld', settled: false };

  test('is told with what it is', () => {
    const lanes: Lanes = {
      complex: { result: 'advised', settled: false },
      'somatic-network': { ...network, appointmentOn: '2026-12-03', happened: 'moved' },
    };
    const texts = textsOf({ reasons: ['complex', 'somatic-network'], lanes });
    expect(behind('Gedaan', texts)).toBe('Professional geadviseerd');
    expect(behind('Bij', texts)).toContain('verloskundige, Leiden');
    expect(behind('Afspraak', texts)).toBe('3 december 2026, verzet');
  });

  test.each([
    [{ settled: false }, 'nog niet gekozen', undefined],
    [{ settled: false, appointmentOn: '2026-12-03' }, 'nog niet gekozen', '3 december 2026'],
  ])('of the network says what is not known yet: %j', (lane, provider, appointment) => {
    const texts = textsOf({ reasons: ['somatic-network'], lanes: { 'somatic-network': lane } });
    expect(behind('Bij', texts)).toBe(provider);
    expect(texts.includes('Afspraak: ')).toBe(appointment !== undefined);
    if (appointment !== undefined) expect(behind('Afspraak', texts)).toBe(appointment);
  });

  test('says who will be asked', () => {
    const lane = { on: '2026-12-01', asks: 'professional', settled: false } as const;
    const texts = textsOf({ reasons: ['follow-up'], lanes: { 'follow-up': lane } });
    expect(behind('Gepland', texts)).toBe('1 december 2026. Ik vraag het aan de professional.');
  });

  test('that ended is told like that of the others', () => {
    const texts = textsOf({ reasons: ['finance', 'follow-up'], ended: ['follow-up'] });
    expect(texts).toContain('Aanmelding voor follow-up · gestopt');
    expect(texts).toContain('Regelen van financiën · nog niet begonnen');
  });
});

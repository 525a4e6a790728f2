import { describe, expect, test } from 'vitest';
import { absenceCard, type Cover } from '../../cards/absenceCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { absenceValues, replyToAbsence } from '../../dialogs/absence.js';
import { aContext, anAbsence, HOLLANDS_MIDDEN, JOOST, MERYEM, TOM } from '../builders.js';
import { aRegion } from '../data/regionBuilder.js';
import { valuesOn, warningsOn } from './fillingIn.js';

const reader = aContext();
const { absence, errors, handOver } = wordsIn('nl');
const when = { person: MERYEM, today: '2026-11-18' };
const COVER: Cover = {
  region: HOLLANDS_MIDDEN,
  colleagues: [
    { person: JOOST, hasLeft: false },
    { person: TOM, hasLeft: true },
    { person: { ...TOM, aadObjectId: 'x', name: 'Iris' }, hasLeft: false },
  ],
  known: undefined,
  current: undefined,
};
const FIELD = 'standIn-hollands-midden';
const FILLED = { from: '2026-11-18', until: '2026-11-20', [FIELD]: JOOST.aadObjectId };

describe('the form of Afwezigheid', () => {
  test('becomes an absence that can be stored', () => {
    const turn = replyToAbsence(reader, [COVER], when, FILLED);
    const { from, until } = FILLED;
    expect(turn).toMatchObject({
      kind: 'planned',
      absences: [{ version: 1, person: MERYEM, replacedBy: JOOST, from, until }],
    });
  });

  test('asks for a stand-in in each region, and plans an absence for each', () => {
    const elsewhere = { ...COVER, region: aRegion({ id: 'elders', name: 'Elders' }) };
    const covers = [COVER, elsewhere];
    const card = absenceCard(reader, covers, { values: {}, errors: {} });
    expect(JSON.stringify(card)).toContain('Wie vervangt je in Elders?');
    const turn = replyToAbsence(reader, covers, when, { ...FILLED, 'standIn-elders': 'x' });
    expect(turn).toMatchObject({
      absences: [
        { region: 'hollands-midden', replacedBy: JOOST },
        { region: 'elders', replacedBy: { name: 'Iris' } },
      ],
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['nothing', {}, { from: errors.date, until: errors.date, [FIELD]: errors.required }],
    ['a past day', { ...FILLED, from: '2026-11-17' }, { from: absence.errors.past }],
    [
      'days in the wrong order, and nobody chosen',
      { from: '2026-11-21', until: '2026-11-20' },
      { until: absence.errors.order, [FIELD]: errors.required },
    ],
    ['a year and a day', { ...FILLED, until: '2027-11-19' }, { until: absence.errors['too-far'] }],
    ['no day', { ...FILLED, from: 'morgen' }, { from: errors.date }],
    ['who left', { ...FILLED, [FIELD]: TOM.aadObjectId }, { [FIELD]: handOver.left(TOM.name) }],
    ['oneself', { ...FILLED, [FIELD]: MERYEM.aadObjectId }, { [FIELD]: errors.invalid }],
  ])('asks again after %s, with the valid answers in place', (_, inputs, expected) => {
    const turn = replyToAbsence(reader, [COVER], when, inputs);
    if (turn.kind !== 'again') throw new Error('planned');
    expect(turn.errors).toEqual(expected);
    const card = absenceCard(reader, [COVER], turn);
    expect(warningsOn(card).sort()).toEqual(Object.values(expected).sort());
    for (const id of Object.keys(inputs).filter((key) => !(key in expected))) {
      expect(valuesOn(card)[id]).toBe(inputs[id]);
    }
  });

  test('shows what stands, and not what is over', () => {
    const known = anAbsence();
    expect(absenceValues([{ ...COVER, known, current: known }])).toEqual({
      from: '2026-11-16',
      until: '2026-12-04',
      [FIELD]: JOOST.aadObjectId,
    });
    const over = absenceValues([{ ...COVER, known }]);
    expect(Object.values(over).filter((value) => value !== undefined)).toEqual([]);
  });
});

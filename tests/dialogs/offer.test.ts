import { describe, expect, test } from 'vitest';
import { offerCard, type OfferTo } from '../../cards/offerCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { replyToOffer } from '../../dialogs/offer.js';
import { aContext, anAbsence, anEscalatedCase, JOOST, MERYEM, SANNE, TOM } from '../builders.js';
import { everyText } from '../cards/cardContent.js';
import { warningsOn } from './fillingIn.js';

const context = aContext();
const words = wordsIn('nl');
const TO: OfferTo = {
  colleagues: [
    { person: JOOST, hasLeft: false },
    { person: TOM, hasLeft: false },
    { person: SANNE, hasLeft: true },
  ],
  absences: [],
};

describe('the form of Overdragen', () => {
  test('gives the colleague who was chosen', () => {
    const turn = replyToOffer(context, TO, { to: TOM.aadObjectId });
    expect(turn).toEqual({ kind: 'offer', to: TOM });
  });

  test('does not ask when there is only one', () => {
    const only = { ...TO, colleagues: TO.colleagues.slice(0, 1) };
    expect(replyToOffer(context, only, {})).toEqual({ kind: 'offer', to: JOOST });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['nobody', {}, words.errors.required],
    ['who left', { to: SANNE.aadObjectId }, words.handOver.left('Sanne de Wit')],
    ['somebody unknown', { to: MERYEM.aadObjectId }, words.errors.invalid],
    ['the prototype', { to: '__proto__' }, words.errors.invalid],
    ['two', { to: [JOOST.aadObjectId, TOM.aadObjectId] }, words.errors.invalid],
  ])('asks again after %s', (_, inputs, error) => {
    const turn = replyToOffer(context, TO, inputs);
    if (turn.kind !== 'again') throw new Error('offered');
    expect(turn.errors).toEqual({ to: error });
    expect(warningsOn(offerCard(context, anEscalatedCase(), TO, turn))).toEqual([error]);
  });

  test.each([
    [
      'is replaced',
      [anAbsence({ person: JOOST, replacedBy: TOM })],
      'Joost Vermeer (afwezig, vervangen door Tom Bakker)',
    ],
    [
      'is replaced by who is away as well',
      [
        anAbsence({ person: JOOST, replacedBy: TOM }),
        anAbsence({ person: TOM, replacedBy: SANNE }),
      ],
      'Joost Vermeer (afwezig, vervangen door Sanne de Wit)',
    ],
    [
      'and another stand in for each other',
      [
        anAbsence({ person: JOOST, replacedBy: TOM }),
        anAbsence({ person: TOM, replacedBy: JOOST }),
      ],
      'Joost Vermeer (afwezig)',
    ],
  ])('says that somebody who is away %s', (_, absences, said) => {
    const card = offerCard(context, anEscalatedCase(), { ...TO, absences });
    expect(everyText(card)).toContain(said);
  });
});

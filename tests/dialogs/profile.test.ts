import { describe, expect, test } from 'vitest';
import { profileCard } from '../../cards/profileCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { profileSchema } from '../../data/profile.js';
import { profileValues, replyToProfile } from '../../dialogs/profile.js';
import { aContext, aProfile, HOLLANDS_MIDDEN } from '../builders.js';
import { aRegion, COMPLETE } from '../data/regionBuilder.js';
import { valuesOn, warningsOn, type Typed } from './fillingIn.js';

const OTHER_REGION = aRegion({
  id: 'elders',
  name: 'Elders',
  codePrefix: 'EL',
  organisations: COMPLETE.organisations.map((row) => ({
    ...row,
    id: 'wijkteam-elders',
    type: 'neighbourhood-team' as const,
    domain: 'social' as const,
    attentionOfficers: [],
  })),
});
const context = { ...aContext(), regions: [HOLLANDS_MIDDEN, OTHER_REGION] };
const { errors } = wordsIn('nl');

const fresh = aProfile({ work: undefined });
const CHOSEN = { organisation: 'verloskundigen-voorbeeld', domain: 'medical' };

describe('the profile form', () => {
  test('saves organisation and domain, and the region that goes with them', () => {
    expect(replyToProfile(context, fresh, CHOSEN)).toEqual({
      kind: 'saved',
      profile: { ...fresh, work: { region: 'hollands-midden', ...CHOSEN } },
    });
  });

  test('finds an organisation of another region', () => {
    const turn = replyToProfile(context, fresh, { ...CHOSEN, organisation: 'wijkteam-elders' });
    expect(turn).toMatchObject({ profile: { work: { region: 'elders' } } });
  });

  test('keeps everything else of the profile, and what is saved can be stored', () => {
    const before = aProfile({ version: 7 });
    const turn = replyToProfile(context, before, CHOSEN);
    if (turn.kind !== 'saved') throw new Error('not saved');
    expect(turn.profile).toMatchObject({ version: 7, language: 'nl', chat: before.chat });
    expect(profileSchema.parse(JSON.parse(JSON.stringify(turn.profile)))).toEqual(turn.profile);
  });

  test('lets somebody work in the other domain than their organisation', () => {
    const turn = replyToProfile(context, fresh, { ...CHOSEN, domain: 'social' });
    expect(turn).toMatchObject({ profile: { work: { domain: 'social' } } });
  });

  test.each<[string, Typed, Record<string, string>]>([
    ['nothing', {}, { organisation: errors.required, domain: errors.required }],
    ['no domain', { ...CHOSEN, domain: '' }, { domain: errors.required }],
    [
      'an organisation that no region has',
      { ...CHOSEN, organisation: 'nergens' },
      { organisation: errors.invalid },
    ],
    ['the prototype', { ...CHOSEN, organisation: '__proto__' }, { organisation: errors.invalid }],
    ['a list', { ...CHOSEN, domain: ['social'] }, { domain: errors.invalid }],
    ['a huge text', { ...CHOSEN, domain: 'x'.repeat(1_000_000) }, { domain: errors.invalid }],
  ])('asks again after %s, with the valid answers in place', (_, inputs, expected) => {
    const turn = replyToProfile(context, fresh, inputs);
    if (turn.kind === 'saved') throw new Error('saved');
    expect(turn.errors).toEqual(expected);
    const card = profileCard(context, turn, { then: '' });
    expect(warningsOn(card)).toEqual(Object.values(expected));
    for (const id of ['organisation', 'domain'].filter((key) => !(key in expected))) {
      expect(valuesOn(card)[id]).toBe(inputs[id]);
    }
  });

  test('shows what was chosen before', () => {
    const read = { values: profileValues(aProfile()), errors: {} };
    expect(valuesOn(profileCard(context, read, { then: '' }))).toEqual({
      organisation: 'jgz-voorbeeld',
      domain: 'social',
      language: 'nl',
    });
  });
});

describe('who needs no organisation', () => {
  const save = (inputs: Typed) => replyToProfile(context, fresh, inputs, false);

  test('can save the rest', () => {
    expect(save({ language: 'en' })).toEqual({
      kind: 'saved',
      profile: { ...fresh, language: 'en' },
    });
  });

  test('can choose one all the same', () => {
    expect(save(CHOSEN)).toMatchObject({ profile: { work: CHOSEN } });
  });

  test.each<[string, Typed, Record<string, string>]>([
    ['an organisation', { organisation: CHOSEN.organisation }, { domain: errors.required }],
    ['a domain', { domain: 'medical' }, { organisation: errors.required }],
    ['what is not there', { organisation: 'nergens' }, { organisation: errors.invalid }],
  ])('is asked again after only %s', (_, inputs, expected) => {
    expect(save(inputs)).toMatchObject({ kind: 'again', errors: expected });
  });

  test('is not told that it has to be chosen', () => {
    const read = { values: {}, errors: {} };
    const card = profileCard(context, read, { then: '', coordinates: true, needsWork: false });
    expect(JSON.stringify(card)).not.toContain('(verplicht)');
    expect(JSON.stringify(card)).toContain(wordsIn('nl').profile.introOptional);
  });
});

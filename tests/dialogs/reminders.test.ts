import { describe, expect, test } from 'vitest';
import { remindersCard } from '../../cards/remindersCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { profileSchema } from '../../data/profile.js';
import { OPTIONAL_REMINDERS, REMINDERS } from '../../data/reminders.js';
import { replyToReminders, wantedReminders } from '../../dialogs/reminders.js';
import { aContext, aProfile } from '../builders.js';
import { valuesOn } from './fillingIn.js';

const reader = aContext();

describe('the form of Herinneringen', () => {
  test('keeps what is not wanted, and everything else of the profile', () => {
    const turn = replyToReminders(reader, aProfile(), { wanted: 'lapses-soon' });
    const quiet = ['unclaimed', 'appointment-passed'];
    expect(turn).toEqual({ kind: 'saved', profile: { ...aProfile(), quiet } });
    if (turn.kind === 'saved') expect(profileSchema.parse(turn.profile)).toEqual(turn.profile);
  });

  test.each([
    ['everything', OPTIONAL_REMINDERS.join(',')],
    ['nothing', ''],
  ])('is shown as it was saved: %s', (_, wanted) => {
    const turn = replyToReminders(reader, aProfile(), { wanted });
    if (turn.kind !== 'saved') throw new Error('not saved');
    const values = { wanted: wantedReminders(turn.profile) };
    expect(valuesOn(remindersCard(reader, { values, errors: {} }))).toEqual({ wanted });
  });

  test('wants everything of who never chose', () => {
    expect(wantedReminders({})).toEqual([...OPTIONAL_REMINDERS]);
  });

  test('offers no way to do without a question', () => {
    expect(REMINDERS.filter((kind) => !wantedReminders({}).some((row) => row === kind))).toEqual([
      'question',
    ]);
    const turn = replyToReminders(reader, aProfile(), { wanted: 'question' });
    expect(turn).toMatchObject({ errors: { wanted: wordsIn('nl').errors.invalid } });
  });
});

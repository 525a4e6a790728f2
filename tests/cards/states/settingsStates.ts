import {
  absenceCard,
  absenceEndedCard,
  absenceSavedCard,
  type Cover,
} from '../../../cards/absenceCard.js';
import type { CardContext } from '../../../cards/context.js';
import { profileCard } from '../../../cards/profileCard.js';
import { regionCard } from '../../../cards/regionCard.js';
import { remindersCard, remindersSavedCard } from '../../../cards/remindersCard.js';
import { OPTIONAL_REMINDERS } from '../../../data/reminders.js';
import { absenceValues } from '../../../dialogs/absence.js';
import { profileValues } from '../../../dialogs/profile.js';
import { anAbsence, aProfile, HOLLANDS_MIDDEN, JOOST, MERYEM, TOM } from '../../builders.js';
import { aRegion } from '../../data/regionBuilder.js';

const colleagues = [JOOST, TOM].map((person) => ({ person, hasLeft: false }));
const AWAY = anAbsence();
const none = { known: undefined, current: undefined };

/** What coordinators set for themselves. */
export function settingsStates(context: CardContext) {
  const { words } = context;
  const cover = { region: HOLLANDS_MIDDEN, colleagues, ...none };
  const away: Cover = { ...cover, known: AWAY, current: AWAY };
  const elsewhere = { ...cover, region: aRegion({ id: 'elders', name: 'Elders' }) };
  const form = (covers: readonly Cover[]) =>
    absenceCard(context, covers, { values: absenceValues(covers), errors: {} });
  const { errors } = words.absence;
  const nothing = { values: {}, errors: {} };
  const saved = { absence: AWAY, region: HOLLANDS_MIDDEN };
  const joostAway = anAbsence({ person: JOOST, replacedBy: TOM, from: '2026-12-01' });

  return {
    absenceCard: {
      fresh: form([cover]),
      'to be changed': form([away]),
      'one colleague': form([{ ...cover, colleagues: colleagues.slice(0, 1) }]),
      'two regions': form([cover, elsewhere]),
      'with errors': absenceCard(context, [cover], {
        values: { from: '2026-11-01', until: '2027-12-01' },
        errors: {
          from: errors.past,
          until: errors['too-far'],
          'standIn-hollands-midden': words.handOver.left('Joost Vermeer'),
        },
      }),
    },
    absenceSavedCard: {
      saved: absenceSavedCard(context, [{ ...saved, others: [AWAY] }]),
      'the stand-in is away as well': absenceSavedCard(context, [
        { ...saved, others: [AWAY, joostAway] },
      ]),
      'they stand in for each other': absenceSavedCard(context, [
        { ...saved, others: [anAbsence({ person: JOOST, replacedBy: MERYEM })] },
      ]),
      'two regions': absenceSavedCard(context, [
        { ...saved, others: [] },
        { ...saved, region: elsewhere.region, others: [] },
      ]),
    },
    absenceEndedCard: {
      ended: absenceEndedCard(context, true),
      'there was none': absenceEndedCard(context, false),
    },
    remindersCard: {
      all: remindersCard(context, { values: { wanted: [...OPTIONAL_REMINDERS] }, errors: {} }),
      none: remindersCard(context, nothing),
      'with an error': remindersCard(context, {
        values: {},
        errors: { wanted: words.errors.invalid },
      }),
    },
    remindersSavedCard: {
      some: remindersSavedCard(context, ['unclaimed', 'appointment-passed']),
      none: remindersSavedCard(context, []),
    },
    profileCard: {
      coordinator: profileCard(
        { ...context, regions: [HOLLANDS_MIDDEN] },
        { values: profileValues(aProfile()), errors: {} },
        { then: '', coordinates: true },
      ),
      'coordinator without an organisation': profileCard(
        { ...context, regions: [HOLLANDS_MIDDEN] },
        { values: profileValues(aProfile({ work: undefined })), errors: {} },
        { then: '', coordinates: true, needsWork: false },
      ),
    },
    regionCard: { 'somebody is away': regionCard(context, [AWAY]) },
  };
}

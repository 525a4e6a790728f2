import type { CardContext } from '../../../cards/context.js';
import { linkCard, linkedCard, notLinkedCard } from '../../../cards/linkCard.js';
import { linkRegionCard } from '../../../cards/linkRegionCard.js';
import { languageCard } from '../../../cards/languageCard.js';
import { COMMAND_NAMES } from '../../../cards/commandNames.js';
import { helpCard, menuCard, welcomeCard, type MenuView } from '../../../cards/menuCard.js';
import { prepareCard } from '../../../cards/prepareCard.js';
import { privacyCard } from '../../../cards/privacyCard.js';
import { profileCard } from '../../../cards/profileCard.js';
import { regionCard } from '../../../cards/regionCard.js';
import { problemCard, savedProfileCard } from '../../../cards/resultCards.js';
import { wipedCard } from '../../../cards/wipedCard.js';
import { DETERMINANTS, TOPICS } from '../../../data/checklist.js';
import { contributions } from '../../../data/counting.js';
import { MATERIAL_KINDS } from '../../../data/region.js';
import { aProfile, anEscalatedCase, countsOf, HOLLANDS_MIDDEN } from '../../builders.js';
import { profileValues } from '../../../dialogs/profile.js';
import { aRegion } from '../../data/regionBuilder.js';

export const FIGURES = countsOf(
  contributions(anEscalatedCase()).map((one) => ({ ...one, n: 1234 })),
);

const PROFESSIONAL = COMMAND_NAMES.filter(
  (name) => !['count', 'queue', 'link', 'figures', 'programme'].includes(name),
);
const OFFICER = COMMAND_NAMES.filter(
  (name) => !['queue', 'link', 'figures', 'programme'].includes(name),
);
const READER = COMMAND_NAMES.filter((name) => name !== 'count');
const WAITING = { region: 'Hollands Midden', escalations: 1 };

function aMenu(parts: Partial<MenuView> = {}): MenuView {
  return {
    name: 'Sanne',
    hasDraft: false,
    may: PROFESSIONAL,
    records: true,
    coordinates: false,
    leads: false,
    ...parts,
  };
}

const RICH_REGION = aRegion({
  intervision: [{ on: '2026-11-16', place: 'Voorbeeldzaal' }],
  materials: MATERIAL_KINDS.map((kind) => ({
    title: 'Voorbeeld',
    url: 'https://voorbeeld.example/materiaal?soort=1#begin',
    kind,
    language: 'ar',
  })),
});

export function personalStates(context: CardContext) {
  const { words } = context;
  const profileContext = { ...context, regions: [HOLLANDS_MIDDEN] };
  const unknown = words.help.unknown('“vastleggen”, “verder”');

  const members = Array.from({ length: 300 }, (_, n) => ({
    name: `Voorbeeldlid met een lange naam ${n}`,
    isCoordinator: n > 0,
  }));

  return {
    menuCard: {
      professional: menuCard(context, aMenu()),
      'with a draft': menuCard(context, aMenu({ hasDraft: true })),
      'attention officer': menuCard(context, aMenu({ may: OFFICER })),
      coordinator: menuCard(context, aMenu({ may: READER, records: false, coordinates: true })),
      'project leader': menuCard(context, aMenu({ may: READER, records: false, leads: true })),
      'coordinator who records': menuCard(context, aMenu({ may: READER, coordinates: true })),
      'coordinator of whom nothing waits': menuCard(
        context,
        aMenu({
          may: READER,
          records: false,
          coordinates: true,
          waiting: { ...WAITING, escalations: 0 },
        }),
      ),
      everything: menuCard(
        context,
        aMenu({ may: COMMAND_NAMES, coordinates: true, hasDraft: true, waiting: WAITING }),
      ),
      'without a name': menuCard(context, aMenu({ name: '' })),
    },
    welcomeCard: {
      professional: welcomeCard(context, aMenu()),
      'coordinator without a channel': welcomeCard(
        context,
        aMenu({ may: READER, records: false, coordinates: true, waiting: WAITING }),
      ),
    },
    helpCard: {
      professional: helpCard(context, PROFESSIONAL),
      'every task': helpCard(context, COMMAND_NAMES),
      'after an unknown word': helpCard(context, PROFESSIONAL, unknown),
      'after what looks like a note': helpCard(context, PROFESSIONAL, words.help.looksLikeNote),
    },
    prepareCard: {
      fresh: prepareCard(context),
      'one subject': prepareCard(context, { about: 'emotion' }),
      everything: prepareCard(context, { about: [...TOPICS, ...DETERMINANTS].join(',') }),
      'nothing chosen': prepareCard(context, { about: '' }),
      'something that does not exist': prepareCard(context, { about: 'weather' }),
      'region unknown': prepareCard({ ...context, region: undefined }),
    },
    privacyCard: {
      'own region': privacyCard(context, [context.region]),
      'three regions': privacyCard(context, [HOLLANDS_MIDDEN, RICH_REGION, aRegion()]),
      'organisation not chosen': privacyCard(context, []),
    },
    regionCard: {
      example: regionCard(context),
      'every kind of material': regionCard({ ...context, region: RICH_REGION }),
      'as little as a file may hold': regionCard({ ...context, region: aRegion() }),
    },
    profileCard: {
      fresh: profileCard(profileContext, { values: {}, errors: {} }, { then: '' }),
      'on the way to a checklist': profileCard(
        profileContext,
        { values: {}, errors: {} },
        { then: 'record', hint: words.profile.neededFirst },
      ),
      changed: profileCard(
        profileContext,
        { values: profileValues(aProfile()), errors: {} },
        { then: '' },
      ),
      'with errors': profileCard(
        profileContext,
        {
          values: { organisation: 'nowhere', domain: ['social'] },
          errors: { organisation: words.errors.invalid, domain: words.errors.required },
        },
        { then: 'record' },
      ),
    },
    languageCard: {
      asked: languageCard(context, { saved: false }),
      saved: languageCard(context, { saved: true }),
    },
    savedProfileCard: {
      saved: savedProfileCard(context, 'JGZ Voorbeeld', HOLLANDS_MIDDEN.name),
      'saved without an organisation': savedProfileCard(context),
    },
    problemCard: {
      refusal: problemCard(context, words.refusals.coordinator),
      failure: problemCard(context, words.failure.text('7K3QRS'), words.failure.heading),
    },
    linkCard: {
      'a small team': linkCard(
        context,
        [
          { name: 'Meryem Kaya', isCoordinator: true },
          { name: 'Tom Bakker', isCoordinator: false },
        ],
        0,
      ),
      'a team of 300': linkCard(context, members, 3),
    },
    linkRegionCard: { 'two regions': linkRegionCard(context, [aRegion(), HOLLANDS_MIDDEN]) },
    linkedCard: { linked: linkedCard(context) },
    notLinkedCard: {
      'no channel': notLinkedCard(context, { hasLink: false }),
      'another channel': notLinkedCard(context, { hasLink: true }),
    },
    wipedCard: {
      gone: wipedCard(context, 'gone'),
      'not shared': wipedCard(context, 'not-shared'),
    },
  };
}

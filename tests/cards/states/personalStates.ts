import type { CardContext } from '../../../cards/context.js';
import { figuresCard } from '../../../cards/figuresCard.js';
import { linkCard, linkedCard } from '../../../cards/linkCard.js';
import { languageCard } from '../../../cards/languageCard.js';
import { helpCard, menuCard } from '../../../cards/menuCard.js';
import { profileCard } from '../../../cards/profileCard.js';
import { problemCard, savedProfileCard } from '../../../cards/resultCards.js';
import { wipedCard } from '../../../cards/wipedCard.js';
import { contributions, Counts } from '../../../data/counting.js';
import { aProfile, anEscalatedCase, HOLLANDS_MIDDEN } from '../../builders.js';
import { profileValues } from '../../../dialogs/profile.js';

export const FIGURES = new Counts();
for (const contribution of contributions(anEscalatedCase())) FIGURES.add(contribution, 1234);

export function personalStates(context: CardContext) {
  const { words } = context;
  const profileContext = { ...context, regions: [HOLLANDS_MIDDEN] };
  const typed = Object.values(words.commands).map(({ typed: [word], description }) => ({
    word,
    description,
  }));
  const unknown = words.help.unknown('“vastleggen”, “verder”');

  const members = Array.from({ length: 300 }, (_, n) => ({
    name: `Voorbeeldlid met een lange naam ${n}`,
    isCoordinator: n > 0,
  }));

  return {
    menuCard: {
      'first time': menuCard(context, { name: 'Sanne', hasDraft: false, seesFigures: false }),
      'with a draft': menuCard(context, { name: 'Sanne', hasDraft: true, seesFigures: false }),
      'with figures': menuCard(context, { name: 'Anneke', hasDraft: false, seesFigures: true }),
      'with both': menuCard(context, { name: 'Meryem', hasDraft: true, seesFigures: true }),
      'without a name': menuCard(context, { name: '', hasDraft: false, seesFigures: false }),
    },
    helpCard: {
      asked: helpCard(context, typed),
      'after an unknown word': helpCard(context, typed, unknown),
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
    },
    problemCard: {
      refusal: problemCard(context, words.refusals.coordinator),
      failure: problemCard(context, words.failure.text('7K3QRS'), words.failure.heading),
    },
    figuresCard: {
      empty: figuresCard(context, new Counts()),
      filled: figuresCard(context, FIGURES),
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
    linkedCard: { linked: linkedCard(context) },
    wipedCard: {
      erased: wipedCard(context, 'erased'),
      'not shared': wipedCard(context, 'not-shared'),
    },
  };
}

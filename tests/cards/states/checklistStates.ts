import { checklistCard, SCREENS } from '../../../cards/checklistCard.js';
import type { CardContext } from '../../../cards/context.js';
import type { Card } from '../../../cards/render.js';
import {
  ARRANGEMENTS,
  DETERMINANTS,
  PHASES,
  REASONS,
  SITUATIONS,
  STEPS,
  TOPICS,
  WANTS,
  type Step,
} from '../../../data/checklist.js';
import type { Answers } from '../../../data/draft.js';
import { present } from '../../../dialogs/checklist.js';
import { aDraft, utc } from '../../builders.js';
import { NOTE, REACHABLE } from './typedTexts.js';

/** Everything ticked, in the longest words. */
const FULL: Answers = {
  on: '2026-11-12',
  municipality: 'bodegraven-reeuwijk',
  topics: [...TOPICS],
  determinants: [...DETERMINANTS],
  phase: PHASES[1],
  wish: 'later',
  wants: WANTS.filter((want) => want !== 'no-help'),
  arrangement: 'realised',
  realisedOn: '2026-11-10',
  situations: [...SITUATIONS],
  chosen: [...REASONS],
  departure: 'client-declines',
  permissions: ['share', 'network', 'followUp'],
  priority: true,
  reachable: REACHABLE,
  note: NOTE,
};

/** What the rules make of these answers is tested with the rules; here every sentence is shown. */
const DECISIONS: Record<string, Answers> = {
  'nothing proposed': { wants: ['no-help'], arrangement: 'not-applicable', situations: [] },
  'one proposed': {
    wants: ['contraception-help'],
    arrangement: 'regular-fails',
    situations: ['cost'],
  },
  'all proposed': {
    wants: ['contraception-help'],
    arrangement: 'regular-fails',
    situations: ['expertise', 'uninsured', 'no-gp', 'renewal'],
  },
  considered: {
    wants: ['contraception-help'],
    arrangement: 'regular',
    situations: ['cost', 'gp-cannot'],
  },
  'no, by the wish': { wants: ['information'], situations: ['cost', 'no-gp'] },
  'proposed, considered and no': {
    wants: ['contraception-help'],
    arrangement: 'realised',
    situations: ['stuck', 'cost', 'step-too-big'],
  },
  urgent: {
    wants: ['contraception-help'],
    arrangement: 'no-choice',
    situations: ['coercion', 'cost'],
  },
  'care first, two grounds': {
    wants: ['contraception-help'],
    arrangement: 'no-choice',
    situations: ['coercion', 'capacity', 'cost'],
  },
  'not participating': { municipality: 'gouda', situations: ['stuck'] },
  'outside the region': { municipality: 'outside-region', situations: ['stuck'] },
  'everything at once': FULL,
};

export function checklistStates(context: CardContext) {
  const { words } = context;
  function decisionCards(): Record<string, Card> {
    const arrangements = ARRANGEMENTS.map(
      (arrangement) => [`with ${arrangement}`, { ...FULL, arrangement }] as const,
    );
    return Object.fromEntries(
      [...Object.entries(DECISIONS), ...arrangements].map(([name, answers]) => [
        `decision: ${name}`,
        shown('decision', answers),
      ]),
    );
  }

  function shown(step: Step, answers: Answers, hint?: string): Card {
    const recordPermissionAt = step === 'talk' ? undefined : utc('2026-11-16T08:30');
    return checklistCard(context, {
      ...present(aDraft({ step, answers, recordPermissionAt })),
      hint,
    });
  }

  /** Every field wrong at once, with what was typed still in it. */
  function withEveryError(step: Step): Card {
    const draft = aDraft({ step, answers: FULL, recordPermissionAt: utc('2026-11-16T08:30') });
    const ids = Object.keys(SCREENS[step].fields(context, FULL));
    const errors = Object.fromEntries(
      ids.map((id) => [
        id,
        words.errors.identifier(Object.values(words.errors.identifiers).join()),
      ]),
    );
    return checklistCard(context, { ...present(draft), errors });
  }

  function screenCards(step: Step): Record<string, Card> {
    return {
      [`${step}: empty`]: shown(step, {}),
      [`${step}: filled in`]: shown(step, FULL),
      [`${step}: every error`]: withEveryError(step),
      [`${step}: after a click on an older card`]: shown(step, FULL, words.form.staleHint),
      [`${step}: resumed`]: shown(step, FULL, words.form.resumed),
      [`${step}: after typing something else`]: shown(step, FULL, words.form.freeTextHint),
    };
  }

  return {
    checklistCard: Object.assign({}, ...STEPS.map(screenCards), decisionCards()) as Record<
      string,
      Card
    >,
  };
}

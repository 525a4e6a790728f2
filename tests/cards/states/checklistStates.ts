import { checklistCard, SCREENS } from '../../../cards/checklistCard.js';
import type { CardContext } from '../../../cards/context.js';
import { forWhomCard } from '../../../cards/forWhomCard.js';
import type { Card } from '../../../cards/render.js';
import {
  ARRANGEMENTS,
  DETERMINANTS,
  PHASES,
  REASONS,
  SITUATIONS,
  TOPICS,
  WANTS,
  type Step,
} from '../../../data/checklist.js';
import {
  DRAFT_KINDS,
  DRAFT_RULES,
  type Answers,
  type Draft,
  type DraftKind,
} from '../../../data/draft.js';
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
  callerName: REACHABLE,
  callerPhone: '+31 (0)71 512 34 56',
  organisation: 'jgz-voorbeeld',
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
  'no, by the wish': {
    wants: ['information'],
    arrangement: 'no-choice',
    situations: ['cost', 'no-gp'],
  },
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
  'not participating': {
    arrangement: 'no-choice',
    municipality: 'gouda',
    situations: ['stuck'],
  },
  'outside the region': {
    arrangement: 'no-choice',
    municipality: 'outside-region',
    situations: ['stuck'],
  },
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
        shown('talk', 'decision', answers),
      ]),
    );
  }

  function draftAt(kind: DraftKind, step: Step, answers: Answers): Draft {
    const recordPermissionAt = step === 'talk' ? undefined : utc('2026-11-16T08:30');
    const subject = DRAFT_RULES[kind].addsToCase ? 'HM-2345' : undefined;
    return aDraft({ kind, step, answers, subject, recordPermissionAt });
  }

  function shown(kind: DraftKind, step: Step, answers: Answers, hint?: string): Card {
    return checklistCard(context, { ...present(draftAt(kind, step, answers)), hint });
  }

  /** Every field wrong at once, with what was typed still in it. */
  function withEveryError(kind: DraftKind, step: Step): Card {
    const draft = draftAt(kind, step, FULL);
    const ids = Object.keys(SCREENS[step].fields(context, draft));
    const errors = Object.fromEntries(
      ids.map((id) => [
        id,
        words.errors.identifier(Object.values(words.errors.identifiers).join()),
      ]),
    );
    return checklistCard(context, { ...present(draft), errors });
  }

  function screenCards(kind: DraftKind, step: Step): Record<string, Card> {
    const name = kind === 'talk' ? step : `${kind}, ${step}`;
    return {
      [`${name}: empty`]: shown(kind, step, {}),
      [`${name}: filled in`]: shown(kind, step, FULL),
      [`${name}: every error`]: withEveryError(kind, step),
      [`${name}: after a click on an older card`]: shown(kind, step, FULL, words.form.staleHint),
      [`${name}: resumed`]: shown(kind, step, FULL, words.form.resumed),
      [`${name}: after typing something else`]: shown(kind, step, FULL, words.form.freeTextHint),
      [`${name}: when something else was asked`]: shown(
        kind,
        step,
        FULL,
        words.hindered.finishFirst,
      ),
    };
  }

  /** Nobody was talked with: nothing is known but what was ticked. */
  function withoutTalk(): Record<string, Card> {
    const { situations, chosen, municipality } = FULL;
    const ticked: Record<string, Answers> = {
      'nothing ticked': {},
      'everything ticked': { situations, chosen, municipality },
      'one reason': { situations: ['cost'] },
      'care first': { situations: ['capacity', 'cost'] },
    };
    const kinds = ['referral', 'phone', 'escalation'] as const;
    return Object.fromEntries(
      kinds.flatMap((kind) =>
        Object.entries(ticked).map(([name, answers]) => [
          `${kind}, decision without a talk: ${name}`,
          shown(kind, 'decision', answers),
        ]),
      ),
    );
  }

  const regions = ['Hollands Midden', 'Elders', 'Nog een regio'].map((name) => ({
    id: 'hollands-midden',
    name,
  }));

  /** A note in which something was found: refused, with a BSN in it, and confirmed. */
  function foundCards(): Record<string, Card> {
    const note = '**Bel** mevrouw Jansen op 06-12345678.\nZe is van 3-4-1998.';
    const decision = (answers: Answers, kinds?: string) => {
      const draft = aDraft({
        step: 'decision',
        answers,
        recordPermissionAt: utc('2026-11-16T08:30'),
      });
      const errors: Record<string, string> =
        kinds === undefined ? {} : { note: words.errors.identifier(kinds) };
      return checklistCard(context, { ...present(draft), errors });
    };
    const { bsn, ...others } = words.errors.identifiers;
    return {
      'decision: found in the note': decision(
        { ...FULL, note },
        [others.name, others.phone, others['birth-date']].join(', '),
      ),
      'decision: a BSN in the note': decision({ ...FULL, note: `${note} 123456782` }, bsn),
      'decision: confirmed note': decision({ ...FULL, note }),
    };
  }

  return {
    checklistCard: Object.assign(
      {},
      ...DRAFT_KINDS.flatMap((kind) =>
        DRAFT_RULES[kind].steps.map((step) => screenCards(kind, step)),
      ),
      decisionCards(),
      withoutTalk(),
      foundCards(),
    ) as Record<string, Card>,
    forWhomCard: {
      'with own clients': forWhomCard(context, regions.slice(0, 1), true),
      'in several regions': forWhomCard(context, regions, true),
      'without own clients': forWhomCard(context, regions, false),
    },
  };
}

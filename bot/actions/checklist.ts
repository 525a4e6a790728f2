import type { z } from 'zod/v4';
import { checklistCard, type checklistReplySchema } from '../../cards/checklistCard.js';
import { discardedCard, notWantedCard, parkedCard } from '../../cards/resultCards.js';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import type { Draft } from '../../data/draft.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { replyToScreen, type Screened } from '../../dialogs/checklist.js';
import { expiryOf, summaryOf, tellsOfDraft } from '../commands/checklist.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, showForm, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';
import { showEnded } from './ended.js';
import { counted, removal, store } from './finish.js';

type Reply = z.infer<typeof checklistReplySchema>;

/** Any button on the screens. */
export function answerScreen(verb: ScreenVerb) {
  return async (deps: Deps, turn: Clicked, reply: Reply): Promise<Outcome> => {
    const draft = await deps.repository.read('draft', personKey(turn.sender));
    const region = draft && deps.regions.find(draft.region);
    const { step, code, version, kind, subject, ...inputs } = reply;
    if (draft?.code !== code) return showEnded(deps, turn, { verb, code, kind, subject, inputs });
    if (!region) return refuse(turn.words.refusals.regionGone);
    const context = readerContext(deps, turn, region);
    const result = replyToScreen(context, draft, { verb, step, code, version, inputs });
    switch (result.kind) {
      case 'screen':
        return showScreen(deps, turn, region, result);
      case 'parked': {
        const kept = nextDraft(deps, turn, region, result.draft);
        return {
          ...showCard(parkedCard(turn, kept.expiresAt), turn.words.form.summary),
          change: { writes: [{ kind: 'draft', put: kept }] },
        };
      }
      case 'discarded':
        return {
          ...showCard(discardedCard(turn), turn.words.form.summary),
          change: { writes: [removal(draft)] },
        };
      case 'not-wanted':
        return {
          ...showCard(notWantedCard(turn, draft.kind), turn.words.done.summary),
          change: {
            writes: [removal(draft)],
            counted: [counted(deps, region, 'offered-not-wanted')],
          },
        };
      case 'finished':
        return store({ deps, turn, region, draft, finished: result.finished });
    }
  };
}

function showScreen(deps: Deps, turn: Clicked, region: Region, screened: Screened): Outcome {
  const draft = screened.changed ? nextDraft(deps, turn, region, screened.draft) : screened.draft;
  const hint = screened.stale ? turn.words.form.staleHint : undefined;
  const context = readerContext(deps, turn, region);
  const form = (view: typeof screened) => checklistCard(context, { ...view, draft, hint });
  const shown = showForm(form, screened, summaryOf(turn, draft), tellsOfDraft(turn, draft));
  return screened.changed
    ? { ...shown, change: { writes: [{ kind: 'draft', put: draft }] } }
    : shown;
}

function nextDraft(deps: Deps, turn: Clicked, region: Region, draft: Draft): Draft {
  return {
    ...draft,
    version: draft.version + 1,
    chat: turn.incoming.chat,
    activityId: turn.incoming.cardId,
    expiresAt: expiryOf(deps, region),
  };
}

import { checklistCard } from '../../cards/checklistCard.js';
import { discardedCard, finishedCard } from '../../cards/resultCards.js';
import type { Draft } from '../../data/draft.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { instantOf } from '../../data/weeks.js';
import { present } from '../../dialogs/checklist.js';
import { newCaseCode, type Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';
import { askProfile } from './profile.js';

/** `vastleggen`: a new checklist, or the one that is still open. */
export async function record(deps: Deps, turn: Turn): Promise<Outcome> {
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft) return showDraft(deps, turn, draft, turn.words.form.resumed);
  const { work } = turn.roles;
  if (!work)
    return askProfile(deps, turn, { then: 'record', hint: turn.words.profile.neededFirst });
  return startDraft(deps, turn, work.region);
}

export function startDraft(deps: Deps, turn: Turn, region: Region): Outcome {
  const draft: Draft = {
    person: turn.sender,
    region: region.id,
    kind: 'talk',
    code: newCaseCode(deps, region),
    version: 1,
    step: 'talk',
    answers: {},
    chat: turn.incoming.chat,
    expiresAt: expiryOf(deps, region),
  };
  const { show } = showDraft(deps, turn, draft);
  return { show, change: { writes: [{ kind: 'draft', put: draft }] } };
}

/** A draft is kept for the region's term after it was last touched. */
export function expiryOf({ now }: Deps, region: Region): string {
  return instantOf(now().plus({ days: region.retention.draftDays }));
}

/** `verder` */
export async function resume(deps: Deps, turn: Turn): Promise<Outcome> {
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (!draft) return showCard(finishedCard(turn), turn.words.form.summary);
  return showDraft(deps, turn, draft, turn.words.form.resumed);
}

/** `weggooien` */
export async function discard({ repository }: Deps, turn: Turn): Promise<Outcome> {
  const key = personKey(turn.sender);
  const draft = await repository.read('draft', key);
  if (!draft) return showCard(finishedCard(turn), turn.words.form.summary);
  return {
    ...showCard(discardedCard(turn), turn.words.form.summary),
    change: { writes: [{ kind: 'draft', remove: { key, version: draft.version } }] },
  };
}

/** The screen the draft stands at. */
export function showDraft(deps: Deps, turn: Turn, draft: Draft, hint?: string): Outcome {
  const region = deps.regions.find(draft.region);
  if (!region) return refuse(turn.words.refusals.regionGone);
  const card = checklistCard(readerContext(deps, turn, region), { ...present(draft), hint });
  return showCard(card, turn.words.form.summary);
}

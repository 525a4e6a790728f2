import { forWhomCard } from '../../cards/forWhomCard.js';
import { DRAFT_RULES, type Draft } from '../../data/draft.js';
import { personKey } from '../../data/person.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import { coordinatedNow } from '../roles.js';
import type { Turn } from '../turnContext.js';
import { openDraft, showOpen, startDraft } from './checklist.js';
import { askProfile } from './profile.js';

/**
 * `opschalen`: without a talk. A coordinator can do so for somebody who calls; who also works
 * somewhere as a professional says first for whom it is.
 */
export async function escalate(deps: Deps, turn: Turn): Promise<Outcome> {
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft) return showOpen(deps, turn, draft, { kind: shortKind(draft) });
  const regions = await coordinatedNow(deps, turn);
  const [region, ...others] = regions;
  const { work } = turn.roles;
  if (!region) return escalateOwn(deps, turn);
  if (!work && others.length === 0) return startDraft(deps, turn, region, { kind: 'phone' });
  return showCard(forWhomCard(turn, regions, work !== undefined), turn.words.forWhom.summary);
}

/** Either short form is what was asked for. */
function shortKind({ kind }: Draft): Draft['kind'] {
  return DRAFT_RULES[kind].hasCaller ? kind : 'referral';
}

/** "Mijn eigen cliënt", and what `opschalen` is for everybody else. */
export async function escalateOwn(deps: Deps, turn: Turn): Promise<Outcome> {
  const { work } = turn.roles;
  if (work) return openDraft(deps, turn, work.region, { kind: 'referral' });
  return askProfile(deps, turn, { then: 'escalate', hint: turn.words.profile.neededFirst });
}

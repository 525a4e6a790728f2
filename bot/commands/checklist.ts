import { checklistCard } from '../../cards/checklistCard.js';
import { discardedCard, noDraftCard } from '../../cards/resultCards.js';
import { DRAFT_RULES, type Draft } from '../../data/draft.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { instantOf } from '../../data/weeks.js';
import { present } from '../../dialogs/checklist.js';
import type { TellsOf } from '../copies.js';
import { freeCaseCode, type Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, type Turn } from '../turnContext.js';
import { askProfile } from './profile.js';

/** `vastleggen`: a new checklist, or the one that is still open. */
export async function record(deps: Deps, turn: Turn): Promise<Outcome> {
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft) return showOpen(deps, turn, draft, { kind: 'talk' });
  const { work } = turn.roles;
  if (!work)
    return askProfile(deps, turn, { then: 'record', hint: turn.words.profile.neededFirst });
  return startDraft(deps, turn, work.region, { kind: 'talk' });
}

/** What a new draft begins with. */
export type Start = Pick<Draft, 'kind'> & Partial<Pick<Draft, 'subject' | 'answers'>>;

/** A new draft, or the one that is still open: there is never a second one. */
export async function openDraft(
  deps: Deps,
  turn: Turn,
  region: Region,
  start: Start,
): Promise<Outcome> {
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  return draft ? showOpen(deps, turn, draft, start) : startDraft(deps, turn, region, start);
}

/** The draft that is still open, to whoever asked for this one. */
export function showOpen(deps: Deps, turn: Turn, draft: Draft, { kind, subject }: Start): Outcome {
  const { form, hindered } = turn.words;
  const isAsked = draft.kind === kind && draft.subject === subject;
  return showDraft(deps, turn, draft, isAsked ? form.resumed : hindered.finishFirst);
}

export async function startDraft(
  deps: Deps,
  turn: Turn,
  region: Region,
  start: Start,
): Promise<Outcome> {
  const [step] = DRAFT_RULES[start.kind].steps;
  const draft: Draft = {
    answers: {},
    ...start,
    person: turn.sender,
    region: region.id,
    code: await freeCaseCode(deps, region),
    version: 1,
    step,
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
  if (!draft) return showCard(noDraftCard(turn), turn.words.form.summary);
  return showDraft(deps, turn, draft, turn.words.form.resumed);
}

/** `weggooien` */
export async function discard({ repository }: Deps, turn: Turn): Promise<Outcome> {
  const key = personKey(turn.sender);
  const draft = await repository.read('draft', key);
  if (!draft) return showCard(noDraftCard(turn), turn.words.form.summary);
  return {
    ...showCard(discardedCard(turn), turn.words.form.summary),
    change: { writes: [{ kind: 'draft', remove: { key, version: draft.version } }] },
    tellsOthers: true,
  };
}

/** The screen the draft stands at. */
export function showDraft(deps: Deps, turn: Turn, draft: Draft, hint?: string): Outcome {
  const region = deps.regions.find(draft.region);
  if (!region) return refuse(turn.words.refusals.regionGone);
  const card = checklistCard(readerContext(deps, turn, region), { ...present(draft), hint });
  return showCard(card, summaryOf(turn, draft), tellsOfDraft(turn, draft));
}

/** What a notification of this screen says. */
export function summaryOf({ words }: Turn, { kind }: Draft): string {
  return DRAFT_RULES[kind].recordsTalk ? words.form.summary : words.forWhom.summary;
}

/** A screen tells of its draft, and of the case it adds to: it is wiped out with either. */
export function tellsOfDraft({ language }: Turn, { code, subject, region }: Draft): TellsOf {
  const tells = subject === undefined ? [code] : [code, subject];
  return { tells, region, language, needsSharing: false };
}

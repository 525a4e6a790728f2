import type { z } from 'zod/v4';
import { checklistCard, type checklistReplySchema } from '../../cards/checklistCard.js';
import { withoutRefused } from '../../cards/fields.js';
import {
  discardedCard,
  finishedCard,
  notWantedCard,
  parkedCard,
  recordedCard,
} from '../../cards/resultCards.js';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import type { Case } from '../../data/case.js';
import type { Consult } from '../../data/consult.js';
import type { Contribution } from '../../data/counting.js';
import type { Draft } from '../../data/draft.js';
import { openCase } from '../../data/openCase.js';
import { isSamePerson, personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import type { Write } from '../../data/repository.js';
import { instantOf, weekOf } from '../../data/weeks.js';
import { replyToScreen, type Finished, type Screened } from '../../dialogs/checklist.js';
import { expiryOf } from '../commands/checklist.js';
import { newCaseCode, type Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { readerContext, tellsOf, type Clicked } from '../turnContext.js';

type Reply = z.infer<typeof checklistReplySchema>;

/** Any button on the five screens. */
export function answerScreen(verb: ScreenVerb) {
  return async (deps: Deps, turn: Clicked, reply: Reply): Promise<Outcome> => {
    const draft = await deps.repository.read('draft', personKey(turn.sender));
    const region = draft && deps.regions.find(draft.region);
    if (draft?.code !== reply.code) return showEnded(deps, turn, reply.code);
    if (!region) return refuse(turn.words.refusals.regionGone);
    const { step, code, version, ...inputs } = reply;
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
          ...showCard(notWantedCard(turn), turn.words.done.summary),
          change: {
            writes: [removal(draft)],
            counted: [counted(deps, region, 'offered-not-wanted')],
          },
        };
      case 'finished':
        return store(deps, turn, region, draft, result.finished);
    }
  };
}

/** The card of a checklist that is no longer there: what became of it. */
async function showEnded(deps: Deps, turn: Clicked, code: string): Promise<Outcome> {
  const subject = await deps.repository.read('case', code);
  const region = subject && deps.regions.find(subject.region);
  if (!subject || !region || !isSamePerson(subject.professional, turn.sender)) {
    return showCard(finishedCard(turn), turn.words.form.summary);
  }
  return showRecorded(deps, turn, region, subject, undefined);
}

function showScreen(deps: Deps, turn: Clicked, region: Region, screened: Screened): Outcome {
  const draft = screened.changed ? nextDraft(deps, turn, region, screened.draft) : screened.draft;
  const hint = screened.stale ? turn.words.form.staleHint : undefined;
  const context = readerContext(deps, turn, region);
  const view = { ...screened, draft, hint };
  const isRefused = Object.keys(screened.errors).length > 0;
  return {
    show: {
      kind: 'card',
      card: checklistCard(context, view),
      ...(isRefused && { kept: checklistCard(context, { ...view, ...withoutRefused(screened) }) }),
      summary: turn.words.form.summary,
    },
    ...(screened.changed ? { change: { writes: [{ kind: 'draft', put: draft }] } } : {}),
  };
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

function removal(draft: Draft): Write {
  return { kind: 'draft', remove: { key: personKey(draft.person), version: draft.version } };
}

function counted(deps: Deps, region: Region, row: 'offered-not-wanted' | 'consults') {
  const contribution: Contribution = { row, period: weekOf(deps.now()) };
  return { region: region.id, contribution };
}

/** Case, escalation, call-back request and count: all of it in one change, or nothing. */
async function store(
  deps: Deps,
  turn: Clicked,
  region: Region,
  draft: Draft,
  finished: Finished,
): Promise<Outcome> {
  const { work } = turn.roles;
  const { profile, words } = turn;
  // The organisation was taken out of the region file while the checklist was open.
  if (!work || !profile.work) return refuse(words.refusals.professional);
  if (work.region.id !== region.id) return refuse(words.refusals.otherRegion);
  const setting = {
    region,
    professional: turn.sender,
    organisation: work.organisation,
    domain: profile.work.domain,
  };
  const code = await freeCode(deps, region, draft.code);
  const subject = openCase(setting, { ...finished, code }, deps.now());
  const consult = finished.consult && newConsult(deps, turn, region, finished.consult.reachable);
  const { show } = await showRecorded(deps, turn, region, subject, consult);
  return {
    show,
    tellsOthers: subject.escalations.length > 0 || consult !== undefined,
    change: {
      writes: [
        { kind: 'case', put: subject },
        removal(draft),
        ...(consult ? [{ kind: 'consult', put: consult } as const] : []),
      ],
      counted: consult ? [counted(deps, region, 'consults')] : [],
    },
  };
}

/** The reserved code, or another one when chance has given it to two drafts. */
async function freeCode(deps: Deps, region: Region, reserved: string): Promise<string> {
  const taken = await deps.repository.read('case', reserved);
  return taken ? freeCode(deps, region, newCaseCode(deps, region)) : reserved;
}

function newConsult(deps: Deps, turn: Clicked, region: Region, reachable: string): Consult {
  return {
    id: `OV-${deps.randomCode(6)}`,
    region: region.id,
    version: 1,
    professional: turn.sender,
    organisation: turn.roles.work?.organisation.id ?? '',
    reachable,
    at: instantOf(deps.now()),
    state: { status: 'open' },
  };
}

async function showRecorded(
  deps: Deps,
  turn: Clicked,
  region: Region,
  subject: Case,
  consult: Consult | undefined,
): Promise<Outcome> {
  const link = await deps.repository.read('link', region.id);
  const card = recordedCard(readerContext(deps, turn, region), subject, {
    consult,
    channelLinked: link !== undefined,
  });
  return showCard(card, turn.words.done.summary, tellsOf(turn, subject, 'professional'));
}

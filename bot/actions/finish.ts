import { problemCard } from '../../cards/resultCards.js';
import { addToCase } from '../../data/addToCase.js';
import type { Case } from '../../data/case.js';
import type { Consult } from '../../data/consult.js';
import type { Remainder } from '../../data/figureRows.js';
import type { Draft, DraftKind } from '../../data/draft.js';
import { openCase, type Setting } from '../../data/openCase.js';
import { isSamePerson, personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import type { Write } from '../../data/repository.js';
import { instantOf, weekOf } from '../../data/weeks.js';
import type { Finished } from '../../dialogs/finishChecklist.js';
import { freeCaseCode, type Deps } from '../deps.js';
import { notCoordinating } from '../forCoordinator.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import { tellsOf, type Clicked } from '../turnContext.js';
import { explainGone, showConsulted, showRecorded } from './results.js';

/** A checklist at its end, with whoever clicked there. */
export interface Ending {
  deps: Deps;
  turn: Clicked;
  region: Region;
  draft: Draft;
  finished: Finished;
}
type Store = (ending: Ending) => Promise<Outcome>;

const STORES: Record<DraftKind, Store> = {
  talk: storeOwn,
  referral: storeOwn,
  phone: storeOfCaller,
  'further-talk': storeOnCase,
  'further-talk-escalated': storeOnCase,
  escalation: storeOnCase,
};

/** Case, escalation, call-back request and count: all of it in one change, or nothing. */
export function store(ending: Ending): Promise<Outcome> {
  return STORES[ending.draft.kind](ending);
}

function storeOwn(ending: Ending): Promise<Outcome> {
  const { turn, region } = ending;
  const { profile, words, roles } = turn;
  // The organisation was taken out of the region file while the checklist was open.
  if (!roles.work || !profile.work) return Promise.resolve(refuse(words.refusals.professional));
  if (roles.work.region.id !== region.id) {
    return Promise.resolve(refuse(words.refusals.otherRegion));
  }
  const { organisation } = roles.work;
  return storeNew(ending, {
    region,
    professional: turn.sender,
    organisation,
    domain: profile.work.domain,
  });
}

/** The case is the caller's organisation's; what happens to it is told to the coordinator. */
async function storeOfCaller(ending: Ending): Promise<Outcome> {
  const { deps, turn, region, finished } = ending;
  const refused = await notCoordinating(deps, turn, region.id);
  if (refused) return refused;
  const organisation = region.organisations.find(({ id }) => id === finished.caller?.organisation);
  if (!organisation) return refuse(turn.words.hindered.organisationGone);
  const { domain } = organisation;
  return storeNew(ending, { region, professional: turn.sender, organisation, domain });
}

async function storeNew(ending: Ending, setting: Setting): Promise<Outcome> {
  const { deps, finished } = ending;
  const consult = consultOf(ending, setting.organisation.id);
  // Without a talk and without escalating nothing about a client is left to keep.
  if (!finished.talk && consult) return storeConsult(ending, consult);
  const code = await codeFor(ending);
  const caller = finished.caller && { name: finished.caller.name, phone: finished.caller.phone };
  const subject = openCase(setting, { ...finished, code, caller }, deps.now());
  return storeCase(ending, subject, consult);
}

/** A talk, an escalation or both for the case the draft was begun for; it may have changed since. */
async function storeOnCase(ending: Ending): Promise<Outcome> {
  const { deps, turn, region, draft, finished } = ending;
  const { hindered } = turn.words;
  const code = draft.subject ?? '';
  const before = await deps.repository.read('case', code);
  if (!before) return { ...explainGone(turn, code), change: { writes: [removal(draft)] } };
  if (!isSamePerson(before.professional, turn.sender)) return refuse(hindered.takenOver(code));
  const consult = consultOf(ending, before.organisation);
  if (!finished.talk && consult) return storeConsult(ending, consult);
  const subject = addToCase(region, before, finished, deps.now());
  if (subject) return storeCase(ending, subject, consult);
  // The talk can still be added; without one there is nothing left to do.
  if (finished.talk) return refuse(hindered.talkOnly(code));
  const card = problemCard(turn, hindered.alreadyEscalated(code));
  return {
    ...showCard(card, turn.words.done.summary, tellsOf(turn, before, 'professional')),
    change: { writes: [removal(draft)] },
  };
}

async function storeCase(
  ending: Ending,
  subject: Case,
  consult: Consult | undefined,
): Promise<Outcome> {
  const { deps, turn, region, draft } = ending;
  const recorded = { subject, kind: draft.kind, isConsult: consult !== undefined };
  const { show } = await showRecorded(deps, turn, region, recorded);
  return {
    show,
    tellsOthers: subject.escalations.length > 0 || consult !== undefined,
    change: {
      writes: [{ kind: 'case', put: subject }, removal(draft), ...consultWrites(consult)],
      counted: consult ? [counted(deps, region, 'consults')] : [],
    },
  };
}

async function storeConsult(ending: Ending, consult: Consult): Promise<Outcome> {
  const { deps, turn, region, draft } = ending;
  const { show } = await showConsulted(deps, turn, region, draft.kind);
  return {
    show,
    tellsOthers: true,
    change: {
      writes: [removal(draft), ...consultWrites(consult)],
      counted: [counted(deps, region, 'consults')],
    },
  };
}

export function removal(draft: Draft): Write {
  return { kind: 'draft', remove: { key: personKey(draft.person), version: draft.version } };
}

export function counted(deps: Deps, region: Region, row: 'offered-not-wanted' | 'consults') {
  const contribution: Remainder = { row, period: weekOf(deps.now()) };
  return { region: region.id, contribution };
}

/** The draft's code, or another one: two drafts that began at the same moment may share one. */
async function codeFor({ deps, region, draft }: Ending): Promise<string> {
  const taken = await deps.repository.read('case', draft.code);
  return taken ? freeCaseCode(deps, region) : draft.code;
}

function consultWrites(consult: Consult | undefined): Write[] {
  return consult ? [{ kind: 'consult', put: consult }] : [];
}

function consultOf(
  { deps, turn, region, finished }: Ending,
  organisation: string,
): Consult | undefined {
  const { consult, caller } = finished;
  return (
    consult && {
      id: `OV-${deps.randomCode(6)}`,
      region: region.id,
      version: 1,
      professional: turn.sender,
      ...(caller && { caller: { name: caller.name, phone: caller.phone } }),
      organisation,
      reachable: consult.reachable,
      at: instantOf(deps.now()),
      state: { status: 'open' },
    }
  );
}

import type { z } from 'zod/v4';
import { readForm } from '../../cards/fields/field.js';
import type { officerReplySchema } from '../../cards/countFields.js';
import type { Card } from '../../cards/render.js';
import {
  askTakeOverCard,
  colleagueFields,
  colleaguesCard,
  nobodyCard,
  takenOverCard,
  type takeOverReplySchema,
} from '../../cards/takeOverCard.js';
import type { Case } from '../../data/case.js';
import type { Person } from '../../data/person.js';
import type { Write } from '../../data/repository.js';
import { instantOf } from '../../data/weeks.js';
import {
  colleaguesIn,
  escalatedIn,
  TAKEN_AT_ONCE,
  takenFrom,
  takeOver,
  versionOf,
  type Colleague,
} from '../../data/takeOver.js';
import { allCases } from '../allCases.js';
import type { Deps } from '../deps.js';
import { forOfficer } from '../forOfficer.js';
import { newBulletin } from '../newBulletin.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Office } from '../roles.js';
import { readerContext, type Clicked } from '../turnContext.js';

type OfficerReply = z.infer<typeof officerReplySchema>;
type TakeOverReply = z.infer<typeof takeOverReplySchema>;

/** Casussen van een vertrokken collega: whose. */
export const showColleagues = forOfficer<OfficerReply>(async (deps, turn, office) => {
  const colleagues = colleaguesIn(await casesOf(deps, office), turn.sender);
  return showing(turn, colleaguesOrNobody(deps, turn, office, colleagues));
});

/** Volgende: what taking over would mean. */
export const askTakeOver = forOfficer<OfficerReply>(async (deps, turn, office, reply) => {
  const colleagues = colleaguesIn(await casesOf(deps, office), turn.sender);
  const context = readerContext(deps, turn, office.region);
  if (colleagues.length === 0) return showing(turn, nobodyCard(context, office.organisation));
  const form = readForm(colleagueFields(context, colleagues), reply);
  if (form.kind === 'again') {
    return showing(turn, colleaguesCard(context, office.organisation, colleagues, form));
  }
  const chosen = colleagues.find(({ person }) => person.aadObjectId === form.values.colleague);
  if (!chosen) throw new Error('a colleague was accepted who is not in the list');
  return showing(turn, askTakeOverCard(context, office.organisation, chosen));
});

/** "12 casussen overnemen": as long as they are the cases that were on screen. */
export const confirmTakeOver = forOfficer<TakeOverReply>(async (deps, turn, office, reply) => {
  const cases = await casesOf(deps, office);
  const colleagues = colleaguesIn(cases, turn.sender);
  const colleague = colleagues.find(({ person }) => person.aadObjectId === reply.from);
  if (!colleague) return showTaken(deps, turn, office, cases, reply.from);
  if (versionOf(colleague.cases) !== reply.version) {
    const context = readerContext(deps, turn, office.region);
    const options = { changed: true };
    return showing(turn, askTakeOverCard(context, office.organisation, colleague, options));
  }
  const taken = colleague.cases
    .slice(0, TAKEN_AT_ONCE)
    .map((subject) => takeOver(subject, turn.sender, deps.now()));
  const writes: Write[] = [
    ...taken.map((put) => ({ kind: 'case', put }) as const),
    telling(deps, turn, office, colleague.person, taken.length),
  ];
  const shown = showTaken(deps, turn, office, replaced(cases, taken), reply.from);
  return { ...shown, change: { writes }, tellsOthers: true };
});

const TOLD_WITHIN_MONTHS = 3;

/** The colleague hears of it, whether they left or not. */
function telling(
  deps: Deps,
  { sender: by }: Clicked,
  { region, organisation }: Office,
  to: Person,
  cases: number,
): Write {
  const about = { kind: 'taken-over', organisation: organisation.id, by, cases } as const;
  const expiresAt = instantOf(deps.now().plus({ months: TOLD_WITHIN_MONTHS }));
  return newBulletin(deps, { region: region.id, to, about, expiresAt });
}

function casesOf({ repository }: Deps, { region, organisation }: Office): Promise<Case[]> {
  return allCases(repository, { region: region.id, organisation: organisation.id });
}

function replaced(cases: readonly Case[], taken: readonly Case[]): Case[] {
  const after = new Map(taken.map((subject) => [subject.code, subject]));
  return cases.map((subject) => after.get(subject.code) ?? subject);
}

/** What this officer has of that colleague's, and what is left; the same after a repeated click. */
function showTaken(
  deps: Deps,
  turn: Clicked,
  office: Office,
  cases: readonly Case[],
  from: Person['aadObjectId'],
): Outcome {
  const taken = takenFrom(cases, from, turn.sender);
  const colleagues = colleaguesIn(cases, turn.sender);
  if (!taken) return showing(turn, colleaguesOrNobody(deps, turn, office, colleagues));
  const left = colleagues.find(({ person }) => person.aadObjectId === from)?.cases.length ?? 0;
  const card = takenOverCard(
    readerContext(deps, turn, office.region),
    office.organisation,
    taken.person,
    { taken: taken.cases.length, left, escalated: escalatedIn(taken.cases).length > 0 },
  );
  return showing(turn, card);
}

function colleaguesOrNobody(
  deps: Deps,
  turn: Clicked,
  { region, organisation }: Office,
  colleagues: readonly Colleague[],
): Card {
  const context = readerContext(deps, turn, region);
  return colleagues.length > 0
    ? colleaguesCard(context, organisation, colleagues)
    : nobodyCard(context, organisation);
}

function showing({ words }: Clicked, card: Card): Outcome {
  return showCard(card, words.takeOver.summary);
}

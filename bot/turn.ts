import { randomUUID } from 'node:crypto';
import { problemCard } from '../cards/resultCards.js';
import { wordsIn, type Words } from '../cards/words/words.js';
import { ReadOnlyError, UnavailableError } from '../data/repository.js';
import { ACTIONS, type Action } from './actions.js';
import { render, say, sendInChat, updateClicked, type Answer } from './answer.js';
import { runTyped } from './commands.js';
import { greet } from './commands/menu.js';
import type { Deps } from './deps.js';
import type { Incoming } from './incoming.js';
import { takeFileConsent } from './exports/fileConsent.js';
import { handOver } from './exports/handOver.js';
import { forgetChat, meet } from './meet.js';
import { SendError } from './sendError.js';
import type { Pace } from './notLongerThan.js';
import { refuse, type Outcome, type Shown } from './outcome.js';
import { repeatOf } from './repeatKey.js';
import { rolesOf } from './roles.js';
import type { Clicked, Turn, Typed } from './turnContext.js';

/**
 * One turn from start to end. Resolves with the answer to a click; what was typed is answered with a
 * message. The only place where a thrown error meets a person: they get a reference, the log the
 * error under the same reference.
 */
export async function takeTurn(deps: Deps, incoming: Incoming, pace: Pace): Promise<Answer> {
  try {
    return await run(deps, incoming, pace);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    deps.log.error({ err: error, reference }, 'turn failed');
    return explainFailure(deps, incoming, pace, error, reference);
  }
}

async function run(deps: Deps, incoming: Incoming, pace: Pace): Promise<Answer> {
  if (incoming.kind === 'removed') {
    await forgetChat(deps, incoming);
    return { kind: 'nothing' };
  }
  if (deps.tenantId !== undefined && incoming.sender.tenantId !== deps.tenantId) {
    return reply(deps, incoming, pace, { kind: 'text', text: wordsIn('nl').refusals.guest });
  }
  const { profile, isNew } = await meet(deps, incoming);
  const { language } = profile;
  const turn = {
    ...pace,
    sender: profile.person,
    profile,
    isNew,
    roles: rolesOf(deps, profile),
    language,
    words: wordsIn(language),
  };
  if (incoming.place.kind === 'group' && incoming.kind === 'click') {
    return reply(deps, incoming, pace, { kind: 'text', text: turn.words.refusals.personalOnly });
  }
  switch (incoming.kind) {
    case 'click':
      return takeClick(deps, { ...turn, incoming });
    case 'file-consent':
      return takeFileConsent(deps, { ...turn, incoming });
    case 'message':
    case 'attachment':
    case 'installed':
      return takeMessage(deps, { ...turn, incoming });
  }
}

async function takeMessage(deps: Deps, turn: Turn): Promise<Answer> {
  const outcome = await carryOut(deps, turn, () => decideMessage(deps, turn), true);
  if (outcome.tellsOthers) deps.delivery.wake(outcome.change?.writes);
  const isReached = await sendInChat(deps, turn, outcome);
  const answer = isReached ? await phrase(deps, turn, outcome) : noChat(turn);
  return reply(deps, turn.incoming, turn, answer);
}

async function decideMessage(deps: Deps, turn: Turn): Promise<Outcome> {
  const { incoming } = turn;
  if (incoming.kind === 'message') return runTyped(deps, { ...turn, incoming } satisfies Typed);
  if (incoming.kind === 'attachment') return refuse(turn.words.refusals.attachment);
  // Nothing to store but that it happened: Teams can send an installation twice.
  return { ...(await greet(deps, turn)), change: { writes: [] } };
}

/** In the own chat a refusal is a card that shows a way on. */
async function phrase(deps: Deps, turn: Turn, { show }: Outcome): Promise<Answer> {
  if (show.kind !== 'refusal' || turn.incoming.place.kind !== 'personal') {
    return render(deps, turn, show);
  }
  const summary = turn.words.refusals.heading;
  return { kind: 'card', card: problemCard(turn, show.text), summary };
}

async function reply(deps: Deps, incoming: Incoming, pace: Pace, answer: Answer): Promise<Answer> {
  if (incoming.kind === 'click' && incoming.answerable) return answer;
  try {
    await say(deps, incoming.chat, pace, answer);
  } catch (error) {
    // It may have arrived: a message that something went wrong would then be untrue.
    if (!(error instanceof SendError)) throw error;
    deps.log.warn({ err: error }, 'answer not sent');
  }
  return { kind: incoming.kind === 'file-consent' ? 'done' : 'nothing' };
}

async function takeClick(deps: Deps, turn: Clicked): Promise<Answer> {
  const action = ACTIONS.find(({ verb }) => verb === turn.incoming.verb);
  const outcome = action
    ? await carryOut(deps, turn, () => decideClick(deps, turn, action), action.once)
    : refuse(turn.words.refusals.other);
  if (outcome.tellsOthers) deps.delivery.wake(outcome.change?.writes);
  if (outcome.removes !== undefined) deps.delivery.remove(turn.incoming.chat, outcome.removes);
  if (outcome.file) await handOver(deps, turn.incoming.chat, outcome.file);
  const answer = await render(deps, turn, outcome.show);
  const [isShown, isReached] = await Promise.all([
    updateClicked(deps, turn, outcome.show, answer),
    sendInChat(deps, turn, outcome),
  ]);
  if (isReached && isShown) return answer;
  return reply(deps, turn.incoming, turn, isReached ? answer : noChat(turn));
}

const noChat = ({ words }: Turn): Answer => ({ kind: 'text', text: words.refusals.noChat });

function decideClick(deps: Deps, turn: Clicked, action: Action): Promise<Outcome> {
  const { place } = turn.incoming;
  const isThere = action.place === 'anywhere' || action.place === place.kind;
  const outcome = isThere ? action.run(deps, turn) : undefined;
  return outcome ?? Promise.resolve(refuse(turn.words.refusals.other));
}

/** So many times somebody else may be first before the person is asked to try again. */
const ATTEMPTS = 5;

/**
 * Stores what was decided. When somebody else was first, it is decided again on the present state;
 * a click that had its effect before only shows what is there now.
 */
async function carryOut(
  deps: Deps,
  turn: Turn,
  decide: () => Promise<Outcome>,
  once: boolean,
): Promise<Outcome> {
  const repeat = once ? repeatOf(turn.incoming, deps.now()) : undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await decide();
    if (!outcome.change) return unlessRepeated(deps, outcome, repeat);
    const committed = await deps.repository.commit({
      ...outcome.change,
      ...(repeat ? { repeat } : {}),
    });
    if (committed.ok) return outcome;
    if (committed.conflict === 'repeat') return { show: shownAgain(turn, outcome) };
  }
  return refuse(turn.words.refusals.busy);
}

/** A click sent again needs its answer; what was typed has been answered. */
function shownAgain({ incoming }: Turn, { show }: Outcome): Shown {
  return incoming.kind === 'click' ? show : { kind: 'nothing' };
}

async function unlessRepeated(
  { repository }: Deps,
  outcome: Outcome,
  repeat: { key: string } | undefined,
): Promise<Outcome> {
  if (!outcome.present || !repeat || !(await repository.isRepeat(repeat.key))) return outcome;
  return { show: outcome.present };
}

function explainFailure(
  deps: Deps,
  incoming: Incoming,
  pace: Pace,
  error: unknown,
  reference: string,
): Promise<Answer> {
  const words = wordsIn('nl');
  const { failure } = words;
  const text = whatWentWrong(failure, error) ?? failure.text(reference);
  const isClick = incoming.kind === 'click' && incoming.answerable;
  if (isClick) return Promise.resolve({ kind: 'text', text: `${failure.heading}. ${text}` });
  const card = problemCard({ words, language: 'nl' }, text, failure.heading);
  return reply(deps, incoming, pace, { kind: 'card', card, summary: failure.heading });
}

function whatWentWrong(failure: Words['failure'], error: unknown): string | undefined {
  if (error instanceof ReadOnlyError) return failure.readOnly;
  return error instanceof UnavailableError ? failure.unavailable : undefined;
}

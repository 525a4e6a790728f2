import { caseCard } from '../cards/caseCard.js';
import { ownCaseCard } from '../cards/ownCaseCard.js';
import { currentEscalation, isShared } from '../data/case.js';
import { tallyPeriods } from '../data/periods.js';
import type { Conversation } from '../data/conversation.js';
import type { Subject } from '../data/delivery.js';
import { chatWith } from './delivery/chats.js';
import { project, readSubject } from './delivery/subject.js';
import { noteCopy, noteWhile, type Place } from './copies.js';
import { absencesIn } from './coordinators.js';
import { budgetFor } from './budgetFor.js';
import { contextFor, type Deps } from './deps.js';
import { notLongerThan, waitLeft, type Pace } from './notLongerThan.js';
import type { Message } from './messenger.js';
import { SendError } from './sendError.js';
import type { CardOutcome, Outcome, Shown } from './outcome.js';
import { readerContext, tellsOf, type Clicked, type Turn } from './turnContext.js';

type CardShown = CardOutcome['show'];

/** What goes back to Teams after a turn. */
export type Answer =
  | CardShown
  | { kind: 'text'; text: string }
  | { kind: 'nothing' }
  /** What came of it is told elsewhere. */
  | { kind: 'done' };

/** Renders what a turn shows from the state as it is after the change. */
export async function render(deps: Deps, turn: Turn, shown: Shown): Promise<Answer> {
  switch (shown.kind) {
    case 'card':
      return shown;
    case 'refusal':
      return { kind: 'text', text: shown.text };
    case 'channel-card':
      return renderChannelCard(deps, shown.subject, shown.key);
    case 'case-card':
      return renderCase(deps, turn, shown.code, shown.hint);
    case 'own-case':
      return renderOwnCase(deps, turn, shown.code, shown.hint);
    case 'nothing':
      return shown;
  }
}

async function renderChannelCard(deps: Deps, kind: Subject['kind'], key: string): Promise<Answer> {
  const subject = await readSubject(deps.repository, kind, key);
  const projection = subject && (await project(deps, subject));
  const region = projection && deps.regions.find(projection.region);
  if (!projection?.card || !region) return { kind: 'nothing' };
  const context = contextFor(deps, region, region.language);
  const card = projection.card(
    context,
    await deps.repository.counts(region.id, tallyPeriods(deps.now())),
  );
  return { kind: 'card', card, summary: projection.summary(context) };
}

async function renderCase(deps: Deps, turn: Turn, code: string, hint?: string): Promise<Answer> {
  const subject = await deps.repository.read('case', code);
  const current = subject && currentEscalation(subject);
  const region = subject && deps.regions.find(subject.region);
  if (!subject || !current || !region) return { kind: 'nothing' };
  if (!isShared(subject)) return { kind: 'text', text: turn.words.refusals.notShared };
  const around = {
    hint,
    absences: await absencesIn(deps, region),
    budget: await budgetFor(deps, region, subject),
    delivery: await deps.repository.read('delivery', code),
  };
  const card = caseCard(readerContext(deps, turn, region), subject, current, turn.sender, around);
  const summary = turn.words.caseCard.summary(code);
  return { kind: 'card', card, summary, tellsOf: tellsOf(turn, subject, 'coordinator') };
}

async function renderOwnCase(deps: Deps, turn: Turn, code: string, hint?: string): Promise<Answer> {
  const subject = await deps.repository.read('case', code);
  const region = subject && deps.regions.find(subject.region);
  if (!subject || !region) return { kind: 'text', text: turn.words.refusals.unknownCase(code) };
  const card = ownCaseCard(readerContext(deps, turn, region), subject, hint);
  const summary = turn.words.caseCard.summary(code);
  return { kind: 'card', card, summary, tellsOf: tellsOf(turn, subject, 'professional') };
}

/** What the message itself holds: never text that was refused. */
function messageOf(answer: CardShown | Extract<Answer, { kind: 'text' }>): Message {
  if (answer.kind === 'text') return { text: answer.text };
  return { card: answer.kept ?? answer.card, summary: answer.summary };
}

/**
 * Brings the clicked message to the present: without it Teams falls back to the old card when the
 * chat is opened again. That Teams fails is only logged. Resolves with whether the message may show
 * it now.
 */
export async function updateClicked(
  deps: Deps,
  turn: Clicked,
  shown: Shown,
  answer: Answer,
): Promise<boolean> {
  if (shown.kind === 'channel-card') {
    await deps.delivery.showCard(shown.subject, shown.key, waitLeft(turn.answerBy));
    return true;
  }
  const { chat, cardId } = turn.incoming;
  if (answer.kind !== 'card' || cardId === undefined) return false;
  const message = { isBegun: false, isShown: true };
  const failed = (error: unknown) => {
    message.isShown = false;
    deps.log.warn({ err: error }, 'clicked card not updated');
  };
  const update = () => {
    message.isBegun = true;
    return deps.messenger.update(chat, cardId, messageOf(answer));
  };
  const updated = turn.lasting(cardId, async () => {
    const place = { chat, activityId: cardId };
    if (await noteWhile(deps, place, answer.tellsOf, update)) deps.delivery.wake([]);
  });
  await notLongerThan(waitLeft(turn.answerBy), updated, failed).catch((error: unknown) => {
    // What cannot be noted is not shown, and the person is to hear that the store takes nothing.
    if (!message.isBegun) throw error;
    failed(error);
  });
  return message.isShown;
}

/** Sends what belongs in the own chat. Resolves with false when the person has not added the bot. */
export async function sendInChat(deps: Deps, turn: Turn, { inChat }: Outcome): Promise<boolean> {
  if (!inChat) return true;
  const answer = await render(deps, turn, inChat);
  if (answer.kind !== 'card') return true;
  const sent = chatWith(deps, turn.sender, turn.language, turn.incoming.chat).then(
    async ({ chat }) => {
      const { activityId } = await deps.messenger.send(chat, messageOf(answer));
      await noteNew(deps, { chat, activityId }, answer);
    },
  );
  try {
    await notLongerThan(waitLeft(turn.answerBy), sent, (error) => {
      deps.log.warn({ err: error }, 'card in own chat not sent');
    });
    return true;
  } catch (error) {
    if (error instanceof SendError && ['gone', 'forbidden'].includes(error.kind)) return false;
    throw error;
  }
}

/** It may have come after what it tells of could no longer be read. */
async function noteNew(deps: Deps, place: Place, answer: Answer): Promise<void> {
  if (answer.kind !== 'card' || !answer.tellsOf) return;
  await noteCopy(deps, place, answer.tellsOf);
  deps.delivery.wake([]);
}

/** A new message, for what was typed; one that is slow goes on by itself, still in its turn. */
export async function say(deps: Deps, to: Conversation, pace: Pace, answer: Answer): Promise<void> {
  if (answer.kind === 'nothing' || answer.kind === 'done') return;
  const sent = pace.lasting(to.conversationId, async () => {
    const { activityId } = await deps.messenger.send(to, messageOf(answer));
    await noteNew(deps, { chat: to, activityId }, answer);
  });
  await notLongerThan(waitLeft(pace.answerBy), sent, (error) => {
    deps.log.warn({ err: error }, 'answer not sent');
  });
}

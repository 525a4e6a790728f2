import type { Delivery } from '../../data/delivery.js';
import { isSamePerson, personKey } from '../../data/person.js';
import { instantOf } from '../../data/weeks.js';
import { noteCopy } from '../copies.js';
import { contextFor } from '../deps.js';
import type { Messenger } from '../messenger.js';
import { SendError } from '../sendError.js';
import { chatWith, knownChat, type OwnChat } from './chats.js';
import type { Notice } from './subject.js';
import { IN_VAIN } from './retry.js';
import { saveProgress, say, type DeliveryDeps, type Task } from './task.js';
import type { Turns } from './turns.js';

/** The part of people's own chats. */
export function createNoticesPart(deps: DeliveryDeps, turns: Turns) {
  const { repository, messenger } = deps;
  /** A chat that is opened is a request like any other. */
  const opening: Pick<Messenger, 'openChat'> = {
    openChat: (person, via) =>
      turns.take(person.aadObjectId, personKey(person), () => messenger.openChat(person, via)),
  };

  /** Who has no chat yet waits for a channel: a new chat starts from one. */
  async function sendNotices(task: Task): Promise<Task> {
    let current = withoutFormer(task);
    const pending: number[] = [];
    for (const notice of task.projection.notices) {
      if (!isDue(current, notice)) continue;
      const said = await tell(task, notice);
      if (said === 'no-chat-yet') pending.push(notice.number);
      else current = await saveProgress(deps, current, afterwards(current, notice, said));
    }
    return toldUntil(current, Math.min(task.projection.lastEvent, ...pending.map((n) => n - 1)));
  }

  /** Somebody who left or blocked the bot is not told; the others are. */
  async function tell(task: Task, notice: Notice): Promise<Said> {
    try {
      const chat = await chatFor(task, notice);
      if (!chat) return 'no-chat-yet';
      await send(task, notice, chat);
      return 'told';
    } catch (error) {
      if (!(error instanceof SendError) || !IN_VAIN.includes(error.kind)) throw error;
      deps.log.warn({ kind: error.kind, reason: error.reason }, 'notice cannot be delivered');
      return { why: error.reason };
    }
  }

  /** Whoever is told again knows how to find the rest: the case as it is now. */
  function afterwards({ delivery }: Task, notice: Notice, said: Told): Partial<Delivery> {
    const { told, unreached } = delivery;
    const key = keyOf(notice);
    const others = unreached.filter((row) =>
      said === 'told' ? !isSamePerson(row.to, notice.to) : keyOf(row) !== key,
    );
    const before = unreached.find((row) => keyOf(row) === key);
    const { number, to } = notice;
    const since = before?.since ?? instantOf(deps.now());
    const missed = said === 'told' ? [] : [{ to, number, since, why: said.why, again: false }];
    return {
      told: told.includes(key) ? told : [...told, key],
      unreached: [...others, ...missed],
    };
  }

  function chatFor({ region, link }: Task, notice: Notice): Promise<OwnChat | undefined> {
    const reader = notice.standIn ?? notice.to;
    if (!link) return knownChat(deps, reader);
    return chatWith({ repository, messenger: opening }, reader, region.language, link.channel);
  }

  async function send(task: Task, notice: Notice, { chat, language }: OwnChat) {
    const { region, projection } = task;
    const context = contextFor(deps, region, language);
    const { activityId } = await say(deps, turns, task, chat.conversationId, () =>
      messenger.send(chat, { card: notice.card(context), summary: notice.summary(context) }),
    );
    if (!notice.needs) return;
    const needsSharing = notice.needs === 'sharing';
    const { tells = [projection.key] } = notice;
    const told = { tells, region: region.id, language, needsSharing };
    await noteCopy(deps, { chat, activityId }, told);
  }

  return sendNotices;
}

type Told = 'told' | { why: string };
type Said = Told | 'no-chat-yet';

/** Not told yet, or in vain and asked for once more. */
function isDue({ delivery }: Task, notice: Notice): boolean {
  const key = keyOf(notice);
  if (delivery.unreached.some((row) => row.again && keyOf(row) === key)) return true;
  return notice.number > delivery.notices && !delivery.told.includes(key);
}

/** What is meant for somebody else by now, or for nobody, need not reach who missed it. */
function withoutFormer(task: Task): Task {
  const { delivery, projection } = task;
  const meant = new Set(projection.notices.map(keyOf));
  const unreached = delivery.unreached.filter((row) => meant.has(keyOf(row)));
  return { ...task, delivery: { ...delivery, unreached } };
}

function keyOf({ number, to }: Pick<Notice, 'number' | 'to'>): string {
  return `${number} ${personKey(to)}`;
}

/** Not stored yet: that goes with the next thing that is. */
function toldUntil(task: Task, last: number): Task {
  const { delivery, projection } = task;
  const notices = Math.max(delivery.notices, last);
  const isAfter = new Set(projection.notices.filter((row) => row.number > notices).map(keyOf));
  const told = delivery.told.filter((key) => isAfter.has(key));
  return { ...task, delivery: { ...delivery, notices, told } };
}

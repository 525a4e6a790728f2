import { personKey } from '../../data/person.js';
import { noteCopy } from '../copies.js';
import { contextFor } from '../deps.js';
import { SendError } from '../messenger.js';
import { chatWith, knownChat, type OwnChat } from './chats.js';
import type { Notice } from './subject.js';
import { IN_VAIN } from './retry.js';
import { saveProgress, type DeliveryDeps, type Task } from './task.js';
import type { Turns } from './turns.js';

/** The part of people's own chats. */
export function createNoticesPart(deps: DeliveryDeps, turns: Turns) {
  /** Who has no chat yet waits for a channel: a new chat starts from one. */
  async function sendNotices(task: Task): Promise<Task> {
    let current = task;
    const pending: number[] = [];
    for (const notice of task.projection.notices) {
      const { told } = current.delivery;
      if (!isDue(task, notice) || told.includes(keyOf(notice))) continue;
      if (await tell(task, notice)) {
        current = await saveProgress(deps, current, { told: [...told, keyOf(notice)] });
      } else pending.push(notice.number);
    }
    return toldUntil(current, Math.min(task.projection.lastEvent, ...pending.map((n) => n - 1)));
  }

  /** Resolves with false when there is no way yet to reach the person. */
  async function tell(task: Task, notice: Notice): Promise<boolean> {
    try {
      const chat = await chatFor(task, notice);
      if (chat) await send(task, notice, chat);
      return chat !== undefined;
    } catch (error) {
      // Somebody who left or blocked the bot is not told; the others are.
      if (!(error instanceof SendError) || !IN_VAIN.includes(error.kind)) throw error;
      deps.log.warn({ kind: error.kind, reason: error.reason }, 'notice cannot be delivered');
      return true;
    }
  }

  function chatFor({ region, link }: Task, notice: Notice): Promise<OwnChat | undefined> {
    const reader = notice.standIn ?? notice.to;
    return link ? chatWith(deps, reader, region.language, link.channel) : knownChat(deps, reader);
  }

  async function send({ region, projection }: Task, notice: Notice, { chat, language }: OwnChat) {
    const context = contextFor(deps, region, language);
    turns.take(chat.conversationId, projection.key);
    const message = { card: notice.card(context), summary: notice.summary(context) };
    const { activityId } = await deps.messenger.send(chat, message);
    if (!notice.needs) return;
    const needsSharing = notice.needs === 'sharing';
    const { tells = [projection.key] } = notice;
    const told = { tells, region: region.id, language, needsSharing };
    await noteCopy(deps, { chat, activityId }, told);
  }

  return sendNotices;
}

function isDue({ delivery }: Task, { number }: Notice): boolean {
  return number > delivery.notices;
}

function keyOf({ number, to }: Notice): string {
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

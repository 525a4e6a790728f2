import { wipedCard } from '../../cards/wipedCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { isShared } from '../../data/case.js';
import type { Conversation } from '../../data/conversation.js';
import type { Copy, Standing } from '../../data/copy.js';
import type { Delivery } from '../../data/delivery.js';
import type { Language } from '../../data/region.js';
import { instantOf, parseInstant, type DateTime } from '../../data/weeks.js';
import { SendError } from '../messenger.js';
import { IN_VAIN, nextAttemptIn } from './retry.js';
import type { DeliveryDeps } from './task.js';
import { TooSoon, type Turns } from './turns.js';

type Why = Exclude<Standing, 'there'>;
interface Message {
  chat: Conversation;
  activityId: string;
  language: Language;
}

/** Takes what may no longer be read out of messages that were sent, in the place where they stand. */
export function createWiping(deps: DeliveryDeps, turns: Turns) {
  const { repository, messenger, now } = deps;

  async function wipe(key: string, { chat, activityId, language }: Message, why: Why) {
    const words = wordsIn(language);
    turns.take(chat.conversationId, key);
    const message = { card: wipedCard({ words, language }, why), summary: words.wiped.summary };
    try {
      await messenger.update(chat, activityId, message);
    } catch (error) {
      if (!(error instanceof SendError) || !IN_VAIN.includes(error.kind)) throw error;
      deps.log.warn({ kind: error.kind, reason: error.reason }, 'message cannot be wiped out');
    }
  }

  /** One message in somebody's own chat. Resolves with the moment to go on, when it did not work. */
  async function wipeCopy(key: string): Promise<DateTime | undefined> {
    const copy = await repository.read('copy', key);
    const retryAt = copy?.trouble && parseInstant(copy.trouble.retryAt);
    if (!copy || (retryAt && retryAt > now())) return retryAt;
    try {
      await wipe(key, copy, await whyNow(copy));
    } catch (error) {
      return goOnLater(copy, error);
    }
    // When the message has come to show something else meanwhile, that is for the next pass.
    const remove = { key, version: copy.version };
    await repository.commit({ writes: [{ kind: 'copy', remove }] });
    return undefined;
  }

  /** The words for it only: that it is to be wiped out, the repository has said. */
  async function whyNow({ tells }: Copy): Promise<Why> {
    const cases = await Promise.all(tells.map((key) => repository.read('case', key)));
    return cases.some((subject) => subject && !isShared(subject)) ? 'not-shared' : 'gone';
  }

  async function goOnLater(copy: Copy, error: unknown): Promise<DateTime> {
    if (error instanceof TooSoon) return error.until;
    if (!(error instanceof SendError)) throw error;
    const attempts = (copy.trouble?.attempts ?? 0) + 1;
    const retryAt = now().plus(nextAttemptIn(error, attempts));
    const put = {
      ...copy,
      version: copy.version + 1,
      trouble: { attempts, retryAt: instantOf(retryAt) },
    };
    await repository.commit({ writes: [{ kind: 'copy', put }] });
    return retryAt;
  }

  /** The channel card of something that is gone; then what is known of its delivery. */
  async function wipeGone(key: string): Promise<DateTime | undefined> {
    const delivery = await repository.read('delivery', key);
    if (!delivery) return undefined;
    const { channel: trouble } = delivery.trouble;
    const retryAt = trouble && parseInstant(trouble.retryAt);
    if (retryAt && retryAt > now()) return retryAt;
    try {
      await wipeCard(key, delivery);
    } catch (error) {
      return goOnLaterInChannel(delivery, error);
    }
    const remove = { key, version: delivery.version };
    const { ok } = await repository.commit({ writes: [{ kind: 'delivery', remove }] });
    return ok ? undefined : now();
  }

  async function wipeCard(key: string, { card, region }: Delivery): Promise<void> {
    const link = card && (await repository.read('link', region));
    const language = deps.regions.find(region)?.language;
    if (!link || !language) return;
    const chat = { ...link.channel, conversationId: card.conversationId };
    await wipe(key, { chat, activityId: card.activityId, language }, 'gone');
  }

  async function goOnLaterInChannel(delivery: Delivery, error: unknown): Promise<DateTime> {
    if (error instanceof TooSoon) return error.until;
    if (!(error instanceof SendError)) throw error;
    const { channel: before } = delivery.trouble;
    const attempts = (before?.attempts ?? 0) + 1;
    const retryAt = now().plus(nextAttemptIn(error, attempts));
    const channel = {
      attempts,
      retryAt: instantOf(retryAt),
      why: error.reason,
      since: before?.since ?? instantOf(now()),
    };
    const put = {
      ...delivery,
      version: delivery.version + 1,
      trouble: { ...delivery.trouble, channel },
    };
    await repository.commit({ writes: [{ kind: 'delivery', put }] });
    return retryAt;
  }

  return { wipeCopy, wipeGone };
}

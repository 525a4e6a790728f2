import { wipedCard } from '../../cards/wipedCard.js';
import { wordsIn } from '../../cards/words/words.js';
import { isShared } from '../../data/case.js';
import type { Conversation } from '../../data/conversation.js';
import { whyWiped, type Copy, type Standing } from '../../data/copy.js';
import type { Delivery, Trouble } from '../../data/delivery.js';
import type { Language } from '../../data/region.js';
import type { Write } from '../../data/repository.js';
import { parseInstant, type DateTime } from '../../data/weeks.js';
import { SendError } from '../sendError.js';
import { IN_VAIN, troubleAfter } from './retry.js';
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
    const message = { card: wipedCard({ words, language }, why), summary: words.wiped.summary };
    try {
      await turns.take(chat.conversationId, key, () => messenger.update(chat, activityId, message));
    } catch (error) {
      if (!(error instanceof SendError) || !IN_VAIN.includes(error.kind)) throw error;
      deps.log.warn({ kind: error.kind, reason: error.reason }, 'message cannot be wiped out');
    }
  }

  /** One message in somebody's own chat. Resolves with the moment to go on, when it did not work. */
  async function wipeCopy(key: string): Promise<DateTime | undefined> {
    const found = await repository.read('copy', key);
    const retryAt = found?.trouble && parseInstant(found.trouble.retryAt);
    if (!found || (retryAt && retryAt > now())) return retryAt;
    // Whoever has the message show something meanwhile sees by the version that it may be wiped out.
    const copy = { ...found, version: found.version + 1 };
    const { ok } = await repository.commit({ writes: [{ kind: 'copy', put: copy }] });
    if (!ok) return now();
    try {
      await wipe(key, copy, await whyNow(copy));
    } catch (error) {
      return goOnLater(error, copy.trouble, ({ attempts, retryAt }) => {
        const trouble = { attempts, retryAt };
        return { kind: 'copy', put: { ...copy, version: copy.version + 1, trouble } };
      });
    }
    // When the message has come to show something meanwhile, that is for the next pass.
    const remove = { key, version: copy.version };
    const isDone = (await repository.commit({ writes: [{ kind: 'copy', remove }] })).ok;
    return isDone ? undefined : now();
  }

  /** The words for it only: that it is to be wiped out, the repository has said. */
  async function whyNow(copy: Copy): Promise<Why> {
    const standings = new Map<string, Standing>();
    for (const key of copy.tells) {
      const subject = await repository.read('case', key);
      standings.set(key, subject ? (isShared(subject) ? 'there' : 'not-shared') : 'gone');
    }
    return whyWiped(copy, (key) => standings.get(key) ?? 'gone') ?? 'gone';
  }

  /** Remembers that it did not work. Resolves with the moment to go on. */
  async function goOnLater(
    error: unknown,
    before: Copy['trouble'],
    remembering: (trouble: Trouble) => Write,
  ): Promise<DateTime> {
    if (error instanceof TooSoon) return error.until;
    if (!(error instanceof SendError)) throw error;
    const trouble = troubleAfter(error, before, now());
    await repository.commit({ writes: [remembering(trouble)] });
    return parseInstant(trouble.retryAt);
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
      return goOnLater(error, delivery.trouble.channel, (channel) => {
        const trouble = { ...delivery.trouble, channel };
        return { kind: 'delivery', put: { ...delivery, version: delivery.version + 1, trouble } };
      });
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

  return { wipeCopy, wipeGone };
}

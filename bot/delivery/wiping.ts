import { wipedCard } from '../../cards/wipedCard.js';
import { wordsIn } from '../../cards/words/words.js';
import type { Conversation } from '../../data/conversation.js';
import { hasCopy, type Copies, type Copy } from '../../data/copies.js';
import type { Delivery } from '../../data/delivery.js';
import type { Region } from '../../data/region.js';
import type { Write } from '../../data/repository.js';
import { instantOf, parseInstant, type DateTime } from '../../data/weeks.js';
import { SendError, type SendFailure } from '../messenger.js';
import { nextAttemptIn } from './retry.js';
import type { DeliveryDeps } from './task.js';
import { TooSoon, type Turns } from './turns.js';

/** The message is gone by itself, or nobody can change it any more. */
const IN_VAIN: readonly SendFailure[] = ['gone', 'forbidden', 'rejected'];

type Why = Parameters<typeof wipedCard>[1];
type Message = Pick<Copy, 'chat' | 'activityId' | 'language'>;

/** Takes cases out of messages that were sent, in the place where they stand. */
export function createWiping(deps: DeliveryDeps, turns: Turns) {
  const { repository, messenger, regions, now } = deps;

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

  /** Wipes one after another, and stores what is left when one does not get through. */
  async function wipeAll(copies: Copies, wiped: readonly Copy[], why: Why) {
    let left = copies.messages;
    try {
      for (const message of wiped) {
        await wipe(copies.subject, message, why);
        left = left.filter((row) => row !== message);
      }
    } catch (error) {
      return goOnLater({ ...copies, messages: left }, error);
    }
    await save({ ...copies, messages: left, trouble: undefined });
    return undefined;
  }

  async function goOnLater(copies: Copies, error: unknown): Promise<DateTime> {
    if (error instanceof TooSoon) {
      await save(copies);
      return error.until;
    }
    if (!(error instanceof SendError)) throw error;
    const attempts = (copies.trouble?.attempts ?? 0) + 1;
    const retryAt = now().plus(nextAttemptIn(error, attempts));
    await save({ ...copies, trouble: { attempts, retryAt: instantOf(retryAt) } });
    return retryAt;
  }

  async function save(copies: Copies): Promise<void> {
    const put = { ...copies, version: copies.version + 1 };
    await repository.commit({ writes: [{ kind: 'copies', put }] });
  }

  /** The coordinators' copies of a case that may no longer be shared with them. */
  async function wipeTakenBack(code: string): Promise<DateTime | undefined> {
    const copies = await repository.read('copies', code);
    const theirs = copies?.messages.filter(({ reader }) => reader === 'coordinator') ?? [];
    if (!copies || theirs.length === 0) return undefined;
    return waitOf(copies) ?? (await wipeAll(copies, theirs, 'not-shared'));
  }

  /** Everything that still tells of a case or request that is gone; then its traces as well. */
  async function wipeGone(key: string): Promise<DateTime | undefined> {
    if (repository.readOnlyBecause() !== undefined) return undefined;
    const delivery = await repository.read('delivery', key);
    const copies = await withCard(key, await repository.read('copies', key), delivery);
    const later = copies && (waitOf(copies) ?? (await wipeAll(copies, copies.messages, 'erased')));
    if (later) return later;
    const left = await repository.read('copies', key);
    await repository.commit({
      writes: [...removal('copies', key, left), ...removal('delivery', key, delivery)],
    });
    return undefined;
  }

  /** The channel card is one more message to wipe. */
  async function withCard(key: string, copies: Copies | undefined, delivery: Delivery | undefined) {
    const link = delivery?.card && (await repository.read('link', delivery.region));
    const region = delivery && regions.find(delivery.region);
    if (!delivery?.card || !link || !region) return copies;
    const known = copies ?? { subject: key, region: region.id, version: 0, messages: [] };
    const card = cardCopy(delivery.card, link.channel, region);
    return hasCopy(known, card) ? known : { ...known, messages: [...known.messages, card] };
  }

  function waitOf({ trouble }: Copies): DateTime | undefined {
    const retryAt = trouble && parseInstant(trouble.retryAt);
    return retryAt && retryAt > now() ? retryAt : undefined;
  }

  return { wipeTakenBack, wipeGone };
}

function cardCopy(
  { conversationId, activityId }: NonNullable<Delivery['card']>,
  channel: Conversation,
  { language }: Region,
): Copy {
  return { chat: { ...channel, conversationId }, activityId, reader: 'coordinator', language };
}

function removal(
  kind: 'copies' | 'delivery',
  key: string,
  stored: { version: number } | undefined,
): Write[] {
  if (!stored) return [];
  const remove = { key, version: stored.version };
  return [kind === 'copies' ? { kind, remove } : { kind, remove }];
}

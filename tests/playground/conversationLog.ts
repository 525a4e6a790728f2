import { EventEmitter } from 'node:events';
import type { BotAction, BotActivity, Card } from './connectorTraffic.js';
import { waitUntil } from './waitUntil.js';

/** A message of the bot as it stood when asked for: a snapshot, it does not change later. */
export interface SeenMessage {
  readonly id: string;
  /** The chat, or the thread `<channel>;messageid=<root>`. */
  readonly conversation: string;
  /** True for a message below the first of a channel post. */
  readonly isReply: boolean;
  readonly text: string | undefined;
  readonly summary: string | undefined;
  readonly card: Card | undefined;
  /** Everything this message has been, oldest first; the last one is what people see now. */
  readonly versions: readonly BotActivity[];
  /** How often it was updated in place. */
  readonly updates: number;
}

interface Entry {
  readonly id: string;
  readonly conversation: string;
  readonly versions: [BotActivity, ...BotActivity[]];
  changedAt: number;
}

/** What the bot said where, kept from its own requests to the connector. */
export class ConversationLog {
  readonly #entries: Entry[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #clock = 0;

  note(action: BotAction): void {
    const { conversation, id, activity } = action;
    this.#clock += 1;
    const known = this.#entries.find((entry) => isSameMessage(entry, conversation, id));
    if (known === undefined || action.kind === 'posted')
      this.#entries.push({ id, conversation, versions: [activity], changedAt: this.#clock });
    else {
      known.versions.push(activity);
      known.changedAt = this.#clock;
    }
    this.#changes.emit('change');
  }

  /** In order of posting. A channel's id gives all its posts and their replies, a thread's id one. */
  messages(conversation: string): SeenMessage[] {
    return this.changedSince(0, conversation);
  }

  /** A moment to hand to `changedSince`. */
  now(): number {
    return this.#clock;
  }

  changedSince(moment: number, conversation: string): SeenMessage[] {
    return this.#entries
      .filter((entry) => entry.changedAt > moment && isWithin(entry.conversation, conversation))
      .map(snapshot);
  }

  /** The message as it stands now. */
  latest({ conversation, id }: Pick<SeenMessage, 'conversation' | 'id'>): SeenMessage | undefined {
    return this.messages(conversation).find((message) => message.id === id);
  }

  waitFor(
    conversation: string,
    isIt: (message: SeenMessage) => boolean,
    what: string,
    timeoutMs: number,
  ): Promise<SeenMessage> {
    return waitUntil(
      this.#changes,
      () => this.messages(conversation).find(isIt),
      () => `Waited ${timeoutMs} ms for ${what} in ${conversation}. ${this.describe(conversation)}`,
      timeoutMs,
    );
  }

  describe(conversation: string): string {
    const seen = this.messages(conversation).map(describeMessage);
    return seen.length === 0 ? 'Nothing was seen there.' : `Seen:\n${seen.join('\n')}`;
  }
}

function describeMessage({ id, updates, text, card, isReply }: SeenMessage): string {
  const content = text ?? (card === undefined ? '(empty)' : JSON.stringify(card).slice(0, 300));
  return `- ${id}${isReply ? ' (reply)' : ''}, ${updates} updates: ${content}`;
}

function snapshot({ id, conversation, versions }: Entry): SeenMessage {
  const { text, summary, card } = versions.at(-1) ?? versions[0];
  const root = conversation.split(';messageid=')[1];
  return {
    ...{ id, conversation, text, summary, card },
    isReply: root !== undefined && root !== id,
    versions: [...versions],
    updates: versions.length - 1,
  };
}

function isWithin(conversation: string, wanted: string): boolean {
  return conversation === wanted || conversation.startsWith(`${wanted};messageid=`);
}

/** An update may name the channel with or without the thread; message ids are unique anyway. */
function isSameMessage(entry: Entry, conversation: string, id: string): boolean {
  return entry.id === id && channelOf(entry.conversation) === channelOf(conversation);
}

function channelOf(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

import { z } from 'zod/v4';
import { press, type ButtonChoice } from './cardActions.js';
import { cardSchema, type Card } from './connectorTraffic.js';
import type { ConversationLog, SeenMessage } from './conversationLog.js';
import { installActivities, mentionOf, mentionsIn, messageActivity } from './personActivity.js';
import type { ActivityOnWire, Place } from './personActivity.js';
import type { PlaygroundApi } from './playgroundApi.js';
import type { Account, World } from './playgroundWorld.js';
import type { Turn, TurnLog } from './turnLog.js';

export interface Surroundings {
  readonly api: PlaygroundApi;
  readonly world: World;
  readonly log: ConversationLog;
  readonly turns: TurnLog;
  readonly serviceUrl: string;
  readonly timeoutMs: number;
}

export interface Click extends ButtonChoice {
  readonly activity: Pick<SeenMessage, 'conversation' | 'id'>;
  /** What the person has on screen, when it is not what the message holds now. */
  readonly card?: Card;
}

export interface InvokeAnswer {
  /** `statusCode` in the bot's answer: the HTTP status is 200 for an expected error too. */
  readonly status: number;
  readonly type: string;
  readonly value: unknown;
  /** The value, when it is a card. */
  readonly card: Card | undefined;
}

const answerSchema = z.looseObject({
  statusCode: z.number(),
  type: z.string(),
  value: z.unknown(),
});

/** One person as the bot meets them: in their own chat with it, and in the channel. */
export class PersonHandle {
  readonly account: Account;
  readonly #around: Surroundings;

  constructor(account: Account, around: Surroundings) {
    this.account = account;
    this.#around = around;
  }

  /** The conversation id of this person's 1:1 chat with the bot; made when there is none yet. */
  chat(): Promise<string> {
    return this.#around.api.openChat(this.account.id);
  }

  /** Installs the bot in this person's 1:1 chat; resolves when both turns are over. */
  async install(): Promise<SeenMessage[]> {
    const { world, api } = this.#around;
    const conversation = await this.chat();
    const place: Place = { conversation, kind: 'personal' };
    return this.during(conversation, ['installationUpdate', 'conversationUpdate'], async () => {
      if (this.#isCurrentUser()) await api.install(conversation);
      else for (const one of installActivities(world, this.account, place)) await this.#send(one);
    });
  }

  /** Types in the 1:1 chat. Gives the messages that came or changed there before the turn ended. */
  async say(text: string): Promise<SeenMessage[]> {
    const { world, api } = this.#around;
    const conversation = await this.chat();
    const place: Place = { conversation, kind: 'personal' };
    return this.during(conversation, ['message'], async () => {
      if (this.#isCurrentUser()) await api.postMessage(conversation, this.account.id, text);
      else await this.#send(messageActivity(world, this.account, place, text));
    });
  }

  /**
   * Types in the channel, with a mention of the bot in front: a new post, or a reply in `thread`.
   * Gives the messages that came or changed in the channel before the turn ended.
   */
  async sayInChannel(text: string, thread = this.#around.world.channel.id): Promise<SeenMessage[]> {
    const { world, api } = this.#around;
    const mentioning = `${mentionOf(world)} ${text}`;
    const mentions = mentionsIn(world, mentioning);
    return this.during(thread, ['message'], async () => {
      if (this.#isCurrentUser()) {
        await api.postMessage(thread, this.account.id, mentioning, mentions);
        return;
      }
      // Without the mention the Playground keeps the post, and does not send it in the wrong name.
      const post = await api.postMessage(thread, this.account.id, mentioning);
      const place: Place = { conversation: post.postConversationId ?? thread, kind: 'channel' };
      await this.#send(messageActivity(world, this.account, place, mentioning));
    });
  }

  /** Presses a button of a card as it stands now. Throws when that is not possible. */
  async click({ activity, card, ...choice }: Click): Promise<InvokeAnswer> {
    const { log, api, turns } = this.#around;
    const shown = card ?? log.latest(activity)?.card;
    if (shown === undefined) throw new Error(`Message ${activity.id} has no card`);
    const from = turns.all().length;
    const { conversation, id: messageId } = activity;
    const action = press(shown, choice);
    await api.invoke({ conversation, messageId, fromId: this.account.id, action });
    const isIt = ({ activity: sent }: Turn): boolean =>
      sent.type === 'invoke' && sent.replyToId === messageId && sent.from.id === this.account.id;
    const turn = await turns.waitFor(from, isIt, 'the click', this.#around.timeoutMs);
    const { statusCode: status, type, value } = answerSchema.parse(turn.answer);
    return { status, type, value, card: cardSchema.safeParse(value).data };
  }

  /** The bot's messages in the 1:1 chat. */
  async messages(): Promise<SeenMessage[]> {
    return this.#around.log.messages(await this.chat());
  }

  /** Waits for a message of the bot in the 1:1 chat; one that is there already counts too. */
  async waitFor(
    isIt: (message: SeenMessage) => boolean,
    what: string,
    timeoutMs = this.#around.timeoutMs,
  ): Promise<SeenMessage> {
    return this.#around.log.waitFor(await this.chat(), isIt, what, timeoutMs);
  }

  /** Does `action` and waits for the turns it starts in `conversation`, one of each type. */
  async during(
    conversation: string,
    types: readonly string[],
    action: () => Promise<void>,
  ): Promise<SeenMessage[]> {
    const { log, turns, timeoutMs } = this.#around;
    const moment = log.now();
    const from = turns.all().length;
    await action();
    for (const type of types) {
      const isIt = ({ activity }: Turn): boolean =>
        activity.type === type &&
        activity.from.id === this.account.id &&
        activity.conversation.id.startsWith(conversation);
      await turns.waitFor(from, isIt, `a ${type} of ${this.account.name}`, timeoutMs);
    }
    return log.changedSince(moment, conversation);
  }

  #isCurrentUser(): boolean {
    return this.account.id === this.#around.world.currentUser.id;
  }

  async #send(activity: ActivityOnWire): Promise<void> {
    await this.#around.api.sendToBot({ ...activity, serviceUrl: this.#around.serviceUrl });
  }
}

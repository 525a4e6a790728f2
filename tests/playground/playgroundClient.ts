import { readBotAction } from './connectorTraffic.js';
import { ConversationLog, type SeenMessage } from './conversationLog.js';
import { PersonHandle, type Surroundings } from './playgroundPerson.js';
import { PlaygroundApi } from './playgroundApi.js';
import type { World } from './playgroundWorld.js';
import type { PlaygroundServer } from './startPlayground.js';
import { TurnLog, type Turn } from './turnLog.js';

export type { Click, InvokeAnswer, PersonHandle } from './playgroundPerson.js';
export type { SeenMessage } from './conversationLog.js';
export type { Card } from './connectorTraffic.js';

/** Everybody's hands and eyes in a running Playground; sees what is said from its making on. */
export class Playground {
  readonly world: World;
  readonly #around: Surroundings;

  constructor(server: PlaygroundServer, timeoutMs = 30_000) {
    const log = new ConversationLog();
    const turns = new TurnLog();
    server.toConnector.onExchange((exchange) => {
      const action = readBotAction(exchange);
      if (action !== undefined) log.note(action);
    });
    server.toBot.onExchange((exchange) => {
      turns.note(exchange);
    });
    const api = new PlaygroundApi(server.url);
    this.world = server.world;
    const serviceUrl = server.toConnector.url;
    this.#around = { api, world: server.world, log, turns, serviceUrl, timeoutMs };
  }

  /** Throws when nobody has this name. */
  person(name: string): PersonHandle {
    const account = this.world.people.find((person) => person.name === name);
    if (account !== undefined) return new PersonHandle(account, this.#around);
    const known = this.world.people.map((person) => person.name).join(', ');
    throw new Error(`Nobody in the Playground is called ${name}; there are: ${known}`);
  }

  /** The current user adds the bot to the channel; resolves when both turns are over. */
  installInChannel(channel = this.world.channel.id): Promise<SeenMessage[]> {
    const types = ['installationUpdate', 'conversationUpdate'];
    const installer = this.person(this.world.currentUser.name);
    return installer.during(channel, types, () => this.#around.api.install(channel));
  }

  /** The bot's messages in a chat, in a thread, or in all threads of a channel. */
  messages(conversation = this.world.channel.id): SeenMessage[] {
    return this.#around.log.messages(conversation);
  }

  /** A message as it stands now. Throws when the bot never posted it. */
  latest(message: Pick<SeenMessage, 'conversation' | 'id'>): SeenMessage {
    const found = this.#around.log.latest(message);
    if (found === undefined) throw new Error(`No message ${message.id} in ${message.conversation}`);
    return found;
  }

  /** Waits for a message of the bot; one that is there already counts too. */
  waitFor(
    conversation: string,
    isIt: (message: SeenMessage) => boolean,
    what: string,
    timeoutMs = this.#around.timeoutMs,
  ): Promise<SeenMessage> {
    return this.#around.log.waitFor(conversation, isIt, what, timeoutMs);
  }

  /** Every activity the bot was sent and its answer, oldest first. */
  turns(): readonly Turn[] {
    return this.#around.turns.all();
  }
}

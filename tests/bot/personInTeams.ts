import { z } from 'zod/v4';
import type { Person } from '../../data/person.js';
import { press, type ButtonChoice, type PressedAction } from '../playground/cardActions.js';
import { cardText } from '../playground/cardText.js';
import { cardSchema, type Card } from '../playground/connectorTraffic.js';
import {
  clicked,
  installed,
  submitted,
  typedInChannel,
  typedInChat,
  type SentActivity,
} from './activities.js';
import { chatOf, type FakeTeams, type ShownMessage } from './fakeTeams.js';

/** What a click is answered with; Teams wants HTTP 200 and this inside. */
export interface InvokeAnswer {
  readonly statusCode: number;
  readonly type: string;
  readonly card: Card | undefined;
  /** The card or the text, readable on one line. */
  readonly says: string;
}

const invokeAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

export type Click = ButtonChoice & {
  /** The card on screen, when it is not what the message holds now. */
  readonly card?: Card | undefined;
};

/** Where a bot can be met: one in this process, or one in a process of its own. */
export interface Venue {
  readonly teams: FakeTeams;
  send(activity: SentActivity): Promise<{ status: number; body: string }>;
}

/** One person with Teams open: their own chat with the bot, and the channel. */
export class PersonInTeams {
  constructor(
    private readonly stage: Venue,
    readonly person: Person,
  ) {}

  get chat(): string {
    return chatOf(this.person);
  }

  /** Types in the own chat; gives what the bot said there before the turn ended. */
  say(text: string): Promise<ShownMessage[]> {
    return this.deliver(typedInChat(this.person, text));
  }

  /** What is typed in the own chat, to send it somewhere. */
  typing(text: string): SentActivity {
    return typedInChat(this.person, text);
  }

  /** Types in the channel with a mention; gives what the bot said in that thread. */
  sayInChannel(text: string, thread?: string): Promise<ShownMessage[]> {
    return this.deliver(typedInChannel(this.person, text, thread));
  }

  install(): Promise<ShownMessage[]> {
    return this.deliver(installed(this.person));
  }

  /** Types and expects exactly one card back. */
  async ask(text: string): Promise<ShownMessage> {
    return theOnly(await this.say(text));
  }

  /** Presses a button of the card a message shows. */
  click(message: ShownMessage, choice: Click): Promise<InvokeAnswer> {
    return this.sendClick(this.pressed(message, choice));
  }

  /** The click as an activity, to send it once or more. */
  pressed(message: ShownMessage, choice: Click): SentActivity {
    return clicked(this.person, message, pressOn(message, choice));
  }

  /** The click with data that the card does not hold. */
  tampered(message: ShownMessage, choice: Click, data: Record<string, unknown>): SentActivity {
    const action = pressOn(message, choice);
    return clicked(this.person, message, { ...action, data: { ...action.data, ...data } });
  }

  async sendClick(activity: SentActivity): Promise<InvokeAnswer> {
    const { status, body } = await this.stage.send(activity);
    if (status !== 200) throw new Error(`the click was answered with HTTP ${status}`);
    const { statusCode, type, value } = invokeAnswer.parse(JSON.parse(body));
    const card = cardSchema.safeParse(value).data;
    return { statusCode, type, card, says: card ? oneLine(card) : JSON.stringify(value) };
  }

  /** Presses a button on a client without Action.Execute; gives what the bot said anew. */
  submit(message: ShownMessage, choice: Click): Promise<ShownMessage[]> {
    return this.deliver(submitted(this.person, message, pressOn(message, choice)));
  }

  /** The newest message with a card in the own chat. */
  newest(): ShownMessage {
    const found = this.stage.teams.in(this.chat).findLast(({ card }) => card !== undefined);
    if (!found) throw new Error(`nothing was said to ${this.person.name}`);
    return found;
  }

  /** Waits for a message in the own chat; one that is there already counts. */
  hears(words: string): Promise<ShownMessage> {
    const { teams } = this.stage;
    const found = () => teams.in(this.chat).find((message) => saysOn(message).includes(words));
    return teams.waitFor(found, `${this.person.name} hears “${words}”`);
  }

  private async deliver(activity: SentActivity): Promise<ShownMessage[]> {
    const { messages } = this.stage.teams;
    const before = messages.length;
    const { status } = await this.stage.send(activity);
    if (status !== 200) throw new Error(`the message was answered with HTTP ${status}`);
    return messages
      .slice(before)
      .filter(({ conversation }) => conversation === activity.conversation.id);
  }
}

function pressOn(message: ShownMessage, { card, ...choice }: Click): PressedAction {
  const shown = card ?? message.card;
  if (!shown) throw new Error(`message ${message.id} has no card`);
  return press(shown, choice);
}

export function theOnly<T>(found: readonly T[]): T {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) {
    throw new Error(`expected one, found ${found.length}: ${JSON.stringify(found)}`);
  }
  return only;
}

/** What a message says, on one line. */
export function saysOn({ card, text }: Pick<ShownMessage, 'card' | 'text'>): string {
  return card ? oneLine(card) : (text ?? '');
}

function oneLine(card: Card): string {
  return cardText(card, 1000).replaceAll(/[\s─═]+/g, ' ');
}

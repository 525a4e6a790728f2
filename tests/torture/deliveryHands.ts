import { z } from 'zod/v4';
import { personKey, type Person } from '../../data/person.js';
import { TENANT } from '../builders.js';
import { clicked, typedInChannel, typedInChat, type SentActivity } from '../bot/activities.js';
import { chatOf } from '../bot/fakeTeams.js';
import { saysOn } from '../bot/personInTeams.js';
import { press, type ButtonChoice } from '../playground/cardActions.js';
import { cardSchema, type Card } from '../playground/connectorTraffic.js';
import type { Pair } from './deliveryRegions.js';
import type { ShownCard, TormentingTeams } from './deliveryTeams.js';
import type { FastClock } from './fastClock.js';
import type { MortalBot } from './mortalBot.js';

/** Nobody clicks before having looked at what came of the last click. */
const LOOKS_MS = 1_000;

/** Tries before somebody gives up. */
export const PATIENCE = 60;

type Place = Pick<Pair, 'channel' | 'team'>;

interface Said {
  card: Card | undefined;
  says: string;
}
const invokeAnswer = z.object({ value: z.unknown() });

/** Types and clicks. No more acts a second than leaves delivery its share of the tenant. */
export class Hands {
  readonly #free = Array.from({ length: 8 }, () => Promise.resolve());

  constructor(
    private readonly teams: TormentingTeams,
    private readonly bot: MortalBot,
    private readonly clock: FastClock,
  ) {}

  /** Types until a card comes; one that says this. */
  async cardAfter(person: Person, text: string, words = ''): Promise<ShownCard> {
    const chat = chatOf(person);
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      this.teams.newest.delete(chat);
      await this.#act(typedInChat(person, text));
      const found = this.teams.newest.get(chat);
      if (found && saysOn({ card: found.card, text: '' }).includes(words)) return found;
      await this.clock.wait(3_000);
    }
    throw new Error(`${personKey(person)} got no card after ${text}`);
  }

  async click(person: Person, shown: ShownCard, choice: ButtonChoice, at?: Place): Promise<Said> {
    const activity = clicked(person, shown, press(shown.card, choice));
    const body = await this.#act(at ? inChannel(activity, at) : activity);
    const { value } = invokeAnswer.parse(JSON.parse(body));
    const card = cardSchema.safeParse(value).data;
    return { card, says: card ? saysOn({ card, text: '' }) : JSON.stringify(value) };
  }

  /** One of eight at a time, each for a second at least. */
  async #act(activity: SentActivity): Promise<string> {
    const turn = this.#free.shift() ?? Promise.resolve();
    const done = this.#whenDone(turn, activity);
    this.#free.push(done.then(() => this.clock.wait(1_000)).catch(() => undefined));
    return done;
  }

  async #whenDone(turn: Promise<void>, activity: SentActivity): Promise<string> {
    await turn;
    const answer = await this.bot.send(activity);
    await this.clock.wait(LOOKS_MS);
    return answer;
  }

  /** Nothing is shown while Teams does not say who is in the team. */
  async untilCard(person: Person, shown: ShownCard, choice: ButtonChoice): Promise<Card> {
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const { card } = await this.click(person, shown, choice);
      if (card) return card;
      await this.clock.wait(1_000);
    }
    throw new Error(`no card after ${choice.title ?? ''}`);
  }

  /** Types in a channel; gives the card that comes in that thread. */
  async askInChannel(person: Person, text: string, place: Place): Promise<ShownCard> {
    const thread = `${place.channel};messageid=1`;
    await this.#act(inChannel(typedInChannel(person, text, thread), place));
    const found = [...this.teams.cards.values()].find((card) => card.conversation === thread);
    if (!found) throw new Error(`no card in ${thread}`);
    return found;
  }
}

/** Whether a card has this button. */
export function offers(card: Card, choice: ButtonChoice): boolean {
  try {
    press(card, choice);
    return true;
  } catch {
    return false;
  }
}

function inChannel(activity: SentActivity, { channel, team }: Place): SentActivity {
  const tenant = { id: TENANT };
  return { ...activity, channelData: { channel: { id: channel }, team: { id: team }, tenant } };
}

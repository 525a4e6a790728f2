import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { Person } from '../../data/person.js';
import { dayOf } from '../../data/weeks.js';
import { clicked } from '../bot/activities.js';
import { chatOf } from '../bot/fakeTeams.js';
import { press, type ButtonChoice, type PressedAction } from '../playground/cardActions.js';
import { cardSchema, type Card } from '../playground/connectorTraffic.js';
import { invented } from '../torture/invented.js';
import { post, type Place } from './load.js';

/** What the buttons of a checklist send; the code and the version are those of the rehearsal. */
export interface Rehearsal {
  /** Volgende on the first four screens. */
  forward: readonly PressedAction[];
  /** Terug on the last four. */
  back: readonly PressedAction[];
  /** Opschalen on the last. */
  escalate: PressedAction;
}

const ANSWERS: Record<string, string>[] = [
  {
    ...{ talked: 'yes', record: 'yes', municipality: 'leiden' },
    on: dayOf(DateTime.now()),
  },
  { topics: 'child-wish,contraception', determinants: 'money' },
  { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' },
  { finance: 'cost' },
];
const DECISION = { permissions: 'share', reachable: 'dinsdag na 13 uur' };

/** Walks through the checklist once, forth and back and forth, and presses Opschalen. */
export async function rehearse(place: Place): Promise<Rehearsal> {
  const actor = new Actor(place, invented('Professional', 9_999));
  await actor.begin();
  const forward = await actor.pressAll(ANSWERS.map((inputs) => ({ title: 'Volgende', inputs })));
  const back = await actor.pressAll(ANSWERS.map(() => ({ title: 'Terug' })));
  await actor.pressAll(ANSWERS.map((inputs) => ({ title: 'Volgende', inputs })));
  const escalate = await actor.press({ title: 'Opschalen', inputs: DECISION });
  return { forward, back, escalate };
}

/** Somebody who reads the cards that answer them. */
export class Actor {
  #card: Card | undefined;

  constructor(
    private readonly place: Place,
    private readonly person: Person,
  ) {}

  /** Chooses where they work, and begins a checklist. */
  async begin(): Promise<void> {
    for (const action of BEGIN) await this.#send(action);
  }

  async press(choice: ButtonChoice): Promise<PressedAction> {
    if (!this.#card) throw new Error('there is no card to press a button of');
    const action = press(this.#card, choice);
    await this.#send(action);
    return action;
  }

  async pressAll(choices: readonly ButtonChoice[]): Promise<PressedAction[]> {
    const actions: PressedAction[] = [];
    for (const choice of choices) actions.push(await this.press(choice));
    return actions;
  }

  async #send(action: PressedAction): Promise<void> {
    const body = await post(undefined, this.place, clickOf(this.person, action));
    this.#card = z.object({ value: cardSchema }).parse(JSON.parse(body)).value;
  }
}

/** The two clicks after which the first screen of a checklist is shown. */
export const BEGIN: readonly [PressedAction, PressedAction] = [
  pressed('save-profile', { organisation: 'jgz-voorbeeld', domain: 'social' }),
  pressed('record', {}),
];

export function pressed(verb: string, data: Record<string, unknown>): PressedAction {
  return { type: 'Action.Execute', id: undefined, title: undefined, verb, data };
}

/** A click on the one message with a card in somebody's own chat. */
export function clickOf(person: Person, action: PressedAction) {
  const id = person.aadObjectId.replace(/\D/g, '').slice(-12);
  return clicked(person, { id, conversation: chatOf(person) }, action);
}

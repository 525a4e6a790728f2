import type { Person } from '../../data/person.js';
import { wordsIn } from '../../cards/words/words.js';
import { chatOf } from '../bot/fakeTeams.js';
import { saysOn } from '../bot/personInTeams.js';
import type { ButtonChoice } from '../playground/cardActions.js';
import type { Card } from '../playground/connectorTraffic.js';
import type { Pick } from '../seeded.js';
import { Hands, offers, PATIENCE } from './deliveryHands.js';
import type { Pair } from './deliveryRegions.js';
import { versionOn, type ShownCard, type TormentingTeams } from './deliveryTeams.js';
import type { FastClock } from './fastClock.js';

/** What was asked for and acknowledged. */
export interface Escalated {
  pair: Pair;
  code: string;
  events: EventKind[];
  /** When the last of them was acknowledged. */
  at: number;
}
type EventKind = 'escalated' | 'claimed' | 'given-back' | 'closed';
type Step = Exclude<EventKind, 'escalated'>;

const PLANS: readonly (readonly Step[])[] = [
  [],
  ['claimed'],
  ['claimed', 'given-back'],
  ['claimed', 'given-back', 'claimed'],
  ['claimed', 'closed'],
];

const { oldCard, alreadyYours, movedToChat, wrongStatus } = wordsIn('nl').refusals;
const { failure, queue } = wordsIn('nl');
const RETRY_ROWS = new RegExp(`"title":"${queue.retryRow('([A-Z]{2}-[A-Z2-9]{4})')}"`, 'g');
const SCREENS = [
  ['Stap 1 van 3', { title: 'Volgende', inputs: { municipality: 'leiden', phase: 'during' } }],
  ['Stap 2 van 3', { title: 'Volgende', inputs: { finance: 'cost' } }],
  [
    'Stap 3 van 3',
    { title: 'Opschalen', inputs: { permissions: 'record,share', reachable: 'dinsdag' } },
  ],
] satisfies [string, ButtonChoice][];
const CLOSED = wrongStatus('afgerond');
const CLOSING = { outcome: 'postponed', contraception: 'planned' };

/** Everybody with Teams open. */
export class People {
  /** Orphans that were clicked while people worked. */
  orphansMet = 0;
  /** What was asked to be tried again. */
  retried = 0;
  readonly escalated: Escalated[] = [];
  readonly #byCode = new Map<string, Escalated>();

  constructor(
    private readonly teams: TormentingTeams,
    private readonly hands: Hands,
    private readonly clock: FastClock,
    private readonly pick: Pick,
  ) {}

  /** Profile and channel, while all is well. */
  async getReady({ professional, coordinator, organisation }: Pair): Promise<void> {
    const inputs = { organisation, domain: 'social' };
    const profile = await this.hands.cardAfter(professional, 'profiel');
    await this.hands.click(professional, profile, { title: 'Opslaan', inputs });
    await this.hands.cardAfter(coordinator, 'start');
  }

  async link({ coordinator, channel, team }: Pair): Promise<void> {
    const place = { channel, team };
    const question = await this.hands.askInChannel(coordinator, 'koppelen', place);
    await this.hands.click(coordinator, question, { title: 'Ja, koppel dit kanaal' }, place);
  }

  /** One escalation from its form to how it ends. */
  async escalateOne(pair: Pair): Promise<void> {
    const code = await this.#escalate(pair.professional);
    const at = this.clock.nowMs();
    const escalated: Escalated = { pair, code, events: ['escalated'], at };
    this.escalated.push(escalated);
    this.#byCode.set(code, escalated);
    for (const step of this.pick(PLANS)) {
      await this.#take(escalated, step);
      escalated.events.push(step);
      escalated.at = this.clock.nowMs();
    }
  }

  /** Presses what an orphan offers; whether it points to the live card. */
  async clickOrphan({ pair }: Escalated, orphan: ShownCard): Promise<boolean> {
    const title = this.#offers(orphan, 'Oppakken') ? 'Oppakken' : 'Teruggeven';
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const { says } = await this.hands.click(pair.coordinator, orphan, { title }, pair);
      if (says.includes(oldCard)) return true;
      // Nobody is let in while Teams does not say who is in the team.
      if (!says.includes(failure.heading)) return false;
    }
    return false;
  }

  acknowledged(code: string): { version: number; at: number } | undefined {
    const found = this.#byCode.get(code);
    return found && { version: found.events.length, at: found.at };
  }

  hasButtons(card: ShownCard): boolean {
    return this.#offers(card, 'Oppakken') || this.#offers(card, 'Teruggeven');
  }

  /** What the work queue shows as stuck, each asked to be tried again. */
  async retryAll({ coordinator }: Pair): Promise<string[]> {
    const shown = await this.hands.cardAfter(coordinator, 'werkvoorraad', queue.heading);
    const title = /Problemen \(\d+\)/.exec(JSON.stringify(shown.card))?.[0];
    const problemsOf = { verb: 'queue', title: title ?? '' };
    // A group of which there is nothing has no button.
    if (!offers(shown.card, problemsOf)) return [];
    const problems = await this.hands.untilCard(coordinator, shown, problemsOf);
    const rows = JSON.stringify(problems).matchAll(RETRY_ROWS);
    const codes = [...new Set([...rows].flatMap(([, code]) => code ?? []))];
    this.retried += codes.length;
    let card = problems;
    for (const code of codes) {
      const choice = { verb: 'retry-delivery', title: queue.retryRow(code) };
      if (offers(card, choice))
        card = await this.hands.untilCard(coordinator, { ...shown, card }, choice);
    }
    return codes;
  }

  async #escalate(professional: Person): Promise<string> {
    const form = await this.hands.cardAfter(professional, 'opschalen', 'van 3');
    let { card } = form;
    let last = '';
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const says = saysOn({ card, text: '' });
      const [, choice] = SCREENS.find(([step]) => says.includes(step)) ?? [];
      if (!choice) throw new Error(`no screen of an escalation: ${says}`);
      const answer = await this.hands.click(professional, { ...form, card }, choice);
      last = answer.says;
      const code = /Opgeschaald: ([A-Z]{2}-\w{4})/.exec(last)?.[1];
      if (code !== undefined) return code;
      if (answer.says.includes('van 3') && answer.card) card = answer.card;
    }
    throw new Error(`never escalated: ${last}`);
  }

  async #take(escalated: Escalated, step: Step): Promise<void> {
    switch (step) {
      case 'claimed':
        return this.#inChannel(escalated, 'Oppakken', ['Opgepakt door: ', alreadyYours]);
      case 'given-back':
        return this.#inChannel(escalated, 'Teruggeven', ['[Oppakken]', wrongStatus('open')]);
      case 'closed':
        return this.#close(escalated);
    }
  }

  /** On the newest card there is, until it has its effect. */
  async #inChannel(escalated: Escalated, title: string, done: string[]): Promise<void> {
    const { pair, code } = escalated;
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      const card = await this.#cardOffering(escalated, title);
      // Done by a click of which the answer said that something went wrong.
      if (!card) return;
      const { says } = await this.hands.click(pair.coordinator, card, { title }, pair);
      if (done.some((words) => says.includes(words))) return;
      if (says.includes(oldCard)) this.orphansMet += 1;
      await this.clock.wait(5_000);
    }
    throw new Error(`${title} on ${code} never had effect`);
  }

  async #close(escalated: Escalated): Promise<void> {
    const { coordinator } = escalated.pair;
    for (let attempt = 0; attempt < PATIENCE; attempt += 1) {
      this.teams.newest.delete(chatOf(coordinator));
      await this.#inChannel(escalated, 'Afronden', [movedToChat, CLOSED]);
      await this.clock.wait(3_000);
      const form = this.teams.newest.get(chatOf(coordinator));
      if (this.teams.cardsOf(escalated.code).some(({ card }) => isClosed(card))) return;
      if (!form || !offers(form.card, { title: 'Afronden', verb: 'confirm-close' })) continue;
      const choice = { title: 'Afronden', inputs: CLOSING };
      const { says } = await this.hands.click(coordinator, form, choice);
      if (says.includes('· Afgerond') || says.includes(CLOSED)) return;
    }
    throw new Error(`${escalated.code} could not be closed`);
  }

  /** Where it does not come they look in the work queue. */
  async #cardOffering(escalated: Escalated, title: string): Promise<ShownCard | undefined> {
    const { code, pair, events } = escalated;
    for (let looks = 1; looks < 2_000; looks += 1) {
      const cards = this.teams.cardsOf(code).filter(({ isDeleted }) => !isDeleted);
      if (cards.some(({ card }) => showsMoreThan(card, events))) return undefined;
      const found = cards.findLast((card) => this.#offers(card, title));
      if (found) return found;
      await this.clock.wait(2_000);
      if (looks % 60 === 0) await this.retryAll(pair);
    }
    throw new Error(`no card of ${code} offers ${title}`);
  }

  #offers({ card, isDeleted }: ShownCard, title: string): boolean {
    return !isDeleted && offers(card, { title });
  }
}

const isClosed = (card: Card) => saysOn({ card, text: '' }).includes('Afgerond door');

/** Nobody else does anything to this case. */
function showsMoreThan(card: Card, events: readonly EventKind[]): boolean {
  return isClosed(card) || (versionOn(card) ?? 0) > events.length;
}

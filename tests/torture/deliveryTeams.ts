import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Person } from '../../data/person.js';
import { readRequest, reply, type ConnectorRequest, type Result } from '../bot/fakeTeams.js';
import { FAULT_NAMES, faultNamed, type Does, type FaultName } from '../bot/fakeTeamsFaults.js';
import { TeamsLimits } from '../bot/fakeTeamsLimits.js';
import { listen, serviceUrlOf } from '../bot/loopback.js';
import type { BotActivity, Card } from '../playground/connectorTraffic.js';
import type { Pick } from '../seeded.js';
import type { FastClock } from './fastClock.js';

/** A card as people see it now. */
export interface ShownCard {
  readonly id: string;
  readonly conversation: string;
  card: Card;
  isDeleted: boolean;
}

/** How long a request may take to get here, on a clock that does not go faster. */
const ON_ITS_WAY_MS = 500;

/** Of every ten requests three meet a fault. */
const HAS_FAULT = [true, true, true, false, false, false, false, false, false, false];

/** A connector that fails as often as it is told, keeps Teams' limits and remembers cards only. */
export class TormentingTeams {
  readonly limits = new TeamsLimits();
  readonly met = new Map<FaultName, number>();
  /** Cards in channels, by activity id. */
  readonly cards = new Map<string, ShownCard>();
  /** The newest card of each own chat. */
  readonly newest = new Map<string, ShownCard>();
  readonly rosters = new Map<string, Person[]>();
  requests = 0;
  /** Cards that said less than had been acknowledged well before they were sent. */
  older = 0;
  acknowledged: (code: string) => { version: number; at: number } | undefined = () => undefined;
  readonly #byCode = new Map<string, ShownCard[]>();
  isFailing = false;
  readonly #server: Server;
  #lastId = 1_763_280_000_000;

  constructor(
    private readonly pick: Pick,
    private readonly clock: FastClock,
  ) {
    this.#server = createServer((incoming, response) => {
      readRequest(incoming).then(
        (request) => {
          this.#answer(request, response);
        },
        // Cut off by the bot, which was killed.
        () => response.destroy(),
      );
    });
  }

  async listen(): Promise<this> {
    await listen(this.#server);
    return this;
  }

  get serviceUrl(): string {
    return serviceUrlOf(this.#server);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The cards of a case, the newest last; those that were deleted too. */
  cardsOf(code: string): ShownCard[] {
    return this.#byCode.get(`Casus ${code}`) ?? [];
  }

  #answer(request: ConnectorRequest, response: ServerResponse): void {
    this.requests += 1;
    if (!this.limits.allows(request.conversation, this.clock.nowMs())) {
      reply(response, { status: 429, body: {} }, { status: 429, retryAfter: '1' });
      return;
    }
    const fault = this.#faultFor();
    const result = !fault || fault.accepted ? this.#effectOf(request) : { status: 500, body: {} };
    // What hangs is given up by the bot.
    if (fault?.does !== 'hang') reply(response, result, fault?.does);
  }

  #faultFor(): Does | undefined {
    if (!this.isFailing || !this.pick(HAS_FAULT)) return undefined;
    const name = this.pick(FAULT_NAMES);
    this.met.set(name, (this.met.get(name) ?? 0) + 1);
    if (name !== '429, at a date') return faultNamed(name);
    const retryAfter = new Date(this.clock.nowMs() + 3_000).toUTCString();
    return { does: { status: 429, retryAfter } };
  }

  #effectOf({ kind, conversation, activityId = '', activity }: ConnectorRequest): Result {
    const id = String((this.#lastId += 1));
    switch (kind) {
      case 'roster': {
        const members = this.rosters.get(conversation) ?? [];
        return { status: 200, body: { members } };
      }
      case 'chat':
        return { status: 201, body: { id: conversation } };
      case 'post': {
        const thread = `${conversation};messageid=${id}`;
        this.#show(id, thread, activity);
        return { status: 201, body: { id: thread, activityId: `1:${id}` } };
      }
      case 'message':
        this.#show(id, conversation, activity);
        return { status: 201, body: { id } };
      case 'update':
      case 'delete':
        return this.#change(kind, activityId, activity);
    }
  }

  #watchAge({ card, summary }: BotActivity): void {
    const code = /^Casus (\S+)$/.exec(summary ?? '')?.[1];
    const known = code === undefined ? undefined : this.acknowledged(code);
    const version = (card && versionOn(card)) ?? Infinity;
    const { clock } = this;
    const isLate = known && clock.nowMs() > known.at + ON_ITS_WAY_MS * clock.speed;
    if (known && isLate && version < known.version) {
      this.older += 1;
    }
  }

  #show(id: string, conversation: string, activity: BotActivity | undefined): void {
    if (!activity?.card) return;
    const shown = { id, conversation, card: activity.card, isDeleted: false };
    if (!conversation.startsWith('19:')) this.newest.set(conversation, shown);
    else {
      this.#watchAge(activity);
      this.cards.set(id, shown);
      const code = activity.summary ?? '';
      this.#byCode.set(code, [...(this.#byCode.get(code) ?? []), shown]);
    }
  }

  #change(kind: 'update' | 'delete', id: string, activity: BotActivity | undefined): Result {
    const shown = this.cards.get(id);
    if (shown?.isDeleted) return { status: 404, body: {} };
    if (shown && kind === 'delete') shown.isDeleted = true;
    else if (shown && activity?.card) {
      this.#watchAge(activity);
      shown.card = activity.card;
    }
    return { status: 200, body: { id } };
  }
}

/** Of the case, as its buttons say; nothing when it has none. */
export function versionOn(card: Card): number | undefined {
  const found = /"version":(\d+)/.exec(JSON.stringify(card))?.[1];
  return found === undefined ? undefined : Number(found);
}

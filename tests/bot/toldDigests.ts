import type { Message } from '../../bot/messenger.js';
import type { Delivery } from '../../data/delivery.js';
import { personKey, type Person } from '../../data/person.js';
import { ANNEKE, TOM } from '../builders.js';
import { aRegion } from '../data/regionBuilder.js';
import { CHANNEL_ID, chatOf } from './fakeTeams.js';

const listed = (people: readonly Person[]) =>
  people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));

/** One in whose channel it is told as well, with two project leaders; one without a channel. */
const LEADERS: Record<string, readonly Person[]> = {
  'hollands-midden': [ANNEKE, TOM],
  elders: [TOM],
};
export const REGIONS = [
  aRegion({ name: 'Hier', digestInChannel: true, projectLeaders: listed([ANNEKE, TOM]) }),
  aRegion({
    ...{ id: 'elders', name: 'Elders', codePrefix: 'EL' },
    projectLeaders: listed([TOM]),
  }),
] as const;

/** Where the digests of a region are to be seen. */
export const SURFACES = [
  ['hollands-midden', CHANNEL_ID],
  ['hollands-midden', chatOf(ANNEKE)],
  ['hollands-midden', chatOf(TOM)],
  ['elders', chatOf(TOM)],
] as const;

/** Every message that arrived, held against what the store knows of it. */
export class ToldDigests {
  /** Kept rather than thrown: what is thrown where Teams is asked would be taken for its failure. */
  readonly wrong: string[] = [];
  /** What each surface of a digest says, once for every message. */
  readonly #arrived = new Map<string, string[]>();
  /** Where the store says that it was shown. */
  readonly #stored = new Set<string>();
  /** Where something went wrong after it arrived. */
  readonly #unsure = new Set<string>();

  times(surface: string): number {
    return this.#arrived.get(surface)?.length ?? 0;
  }

  everyTimes(): number[] {
    return [...this.#arrived.values()].map((messages) => messages.length);
  }

  #claim(holds: boolean, what: string): void {
    if (!holds) this.wrong.push(what);
  }

  /** What is not stored yet may have to be said once more. */
  wasKilled(): void {
    for (const surface of this.#arrived.keys())
      if (!this.#stored.has(surface)) this.#unsure.add(surface);
  }

  /** Where a delivery record says that a digest was shown, or need not be any more. */
  note({ subject, region, card, told, notices }: Delivery): void {
    const digest = `${region} ${subject.slice(-'2026-W46'.length)}`;
    if (card) this.#stored.add(`${digest} ${CHANNEL_ID}`);
    for (const person of LEADERS[region] ?? []) {
      const isTold = notices > 0 || told.includes(`1 ${personKey(person)}`);
      if (isTold) this.#stored.add(`${digest} ${chatOf(person)}`);
    }
  }

  /** Only news is told; what was told on another surface before is stored by then, or failed. */
  surfaceOf(week: string, conversation: string, message: Message): string {
    const card = JSON.stringify(message);
    const region = REGIONS.find(({ name }) => card.includes(`${name}, week`))?.id ?? 'no region';
    const summary = `Weekbericht week ${Number(week.slice(-2))}`;
    const isNews = 'summary' in message && message.summary === summary;
    this.#claim(isNews, `${card} instead of ${summary}`);
    const digest = `${region} ${week}`;
    for (const surface of this.#arrived.keys()) {
      const isOther = surface.startsWith(digest) && surface !== `${digest} ${conversation}`;
      const isDone = this.#stored.has(surface) || this.#unsure.has(surface);
      this.#claim(!isOther || isDone, `${surface} is not stored`);
    }
    return `${digest} ${conversation}`;
  }

  /** Never after it was stored as shown; again only when something went wrong; always the same. */
  see(surface: string, message: Message, isUnsure: boolean): void {
    const text = JSON.stringify(message);
    const before = this.#arrived.get(surface) ?? [];
    this.#claim(!this.#stored.has(surface), `${surface} after it was stored as shown`);
    const mayRepeat = before.length === 0 || this.#unsure.has(surface);
    this.#claim(mayRepeat, `${surface} again without a reason`);
    this.#claim(
      before.every((one) => one === text),
      `${surface} says something else`,
    );
    this.#arrived.set(surface, [...before, text]);
    if (isUnsure) this.#unsure.add(surface);
    else this.#unsure.delete(surface);
  }
}

import { DateTime } from 'luxon';
import { CODE_ALPHABET, type Case, type Talk } from '../../../data/case.js';
import { ELSEWHERE, PHASES, REASONS, type Reason } from '../../../data/checklist.js';
import { regionSchema, type Region } from '../../../data/region.js';
import type { Change, Repository } from '../../../data/repository.js';
import { aTalk, JOOST, MERYEM } from '../../builders.js';
import type { Pick as Choose } from '../../seeded.js';
import { COMPLETE } from '../regionBuilder.js';
import { clockChange, dutchDay, isoOf, midnight, spanOf, written } from './calendar.js';
import type { Fact, Happened } from './log.js';

export type Store = Pick<Repository, 'read' | 'commit'>;

export const COORDINATORS = [MERYEM, JOOST] as const;

/** Taking part from long ago, from or until somewhere in the middle, and never. */
const TAKING_PART: Record<string, { from?: string; until?: string }> = {
  leiden: { from: '2020-01' },
  lisse: { from: '2026-04' },
  hillegom: { from: '2021-01', until: '2026-12' },
  gouda: {},
};
const ORGANISATIONS = [
  { id: 'jgz', type: 'youth-health', domain: 'social' },
  { id: 'wijkteam', type: 'neighbourhood-team', domain: 'social' },
  { id: 'huisarts', type: 'gp', domain: 'medical' },
] as const;

function aWorkingRegion(id: string, codePrefix: string, escalatedCaseMonths: number): Region {
  return regionSchema.parse({
    ...COMPLETE,
    id,
    codePrefix,
    municipalities: Object.entries(TAKING_PART).map(([place, { from, until }]) => ({
      id: place,
      name: place,
      ...(from !== undefined && { participatesFrom: from }),
      ...(until !== undefined && { participatesUntil: until }),
    })),
    organisations: ORGANISATIONS.map((row) => ({ ...row, id: `${id}-${row.id}`, name: row.id })),
    retention: { ...COMPLETE.retention, escalatedCaseMonths },
  });
}

export const REGIONS = [
  aWorkingRegion('hollands-midden', 'HM', 3),
  aWorkingRegion('elders', 'EL', 12),
] as const;

export function regionOf(id: string): Region {
  const found = REGIONS.find((region) => region.id === id);
  if (!found) throw new Error(`no region ${id}`);
  return found;
}

/** As the specification says it, apart from the code that decides it. */
export function takesPart(municipality: string, month: string): string {
  if (municipality === 'no-fixed-abode' || municipality === 'unknown') return 'unknown';
  const { from, until = '9999-12' } = TAKING_PART[municipality] ?? {};
  if (from === undefined) return 'not-participating';
  return from <= month && month <= until ? 'participating' : 'not-participating';
}

export const PLACES = [...Object.keys(TAKING_PART), 'leiden', 'leiden', ...ELSEWHERE];

/** Some short, some long, and now and then exactly to where a week, quarter, year or clock turns. */
const GAPS_MS = [
  1, 60_000, 3_600_000, 25_200_000, 86_400_000, 86_400_000, 260_000_000, 900_000_000,
];
const AROUND_MS = [-1, 0, 1, 1_800_000, -1_800_000];

/** A store, a clock, chance, and what happened so far. */
export class World {
  readonly log: Fact[] = [];
  /** By their code, what each is called in the log. */
  readonly cases = new Map<string, string>();
  #things = 0;

  constructor(
    public store: Store,
    readonly pick: Choose,
    public at: number,
  ) {}

  /** Of the bot's clock. */
  get now(): DateTime {
    return DateTime.fromMillis(this.at);
  }

  get today(): number {
    return dutchDay(this.at);
  }

  get region(): Region {
    return this.pick(REGIONS);
  }

  maybe(times: number, outOf: number): boolean {
    return this.pick(Array.from({ length: outOf }, (_, n) => n < times));
  }

  some<T>(items: readonly T[]): T[] {
    return items.filter(() => this.maybe(1, 2));
  }

  oneOrMore<T>(items: readonly T[]): T[] {
    const some = this.some(items);
    return some.length > 0 ? some : [this.pick(items)];
  }

  /** For a code or an id. */
  signs(length: number): string {
    return Array.from({ length }, () => this.pick(CODE_ALPHABET.split(''))).join('');
  }

  /** A name for something new. */
  thing(kind: string): string {
    this.#things += 1;
    return `${kind} ${this.#things}`;
  }

  /** Today, or up to three months back: what is recorded late. */
  dayBefore(): string {
    return written(this.today - this.pick([0, 0, 0, 1, 2, 6, 7, 8, 13, 28, 30, 61, 90]));
  }

  /** When contraception was realised; now and then a day that is still to come. */
  monthOrDay(): string {
    const day = this.maybe(1, 12) ? written(this.today + 3) : this.dayBefore();
    return this.maybe(1, 2) ? day : day.slice(0, 7);
  }

  reasons(): Reason[] {
    return this.oneOrMore(REASONS);
  }

  talk(realisedOn: string | undefined): Talk {
    const says = this.maybe(1, 2) ? 'realised' : 'no-choice';
    const arrangement = realisedOn === undefined ? 'no-choice' : says;
    return aTalk({ on: this.dayBefore(), phase: this.pick(PHASES), arrangement });
  }

  goOn(): void {
    const next = this.at + this.pick(GAPS_MS);
    this.at = this.maybe(1, 10) ? Math.max(this.at + 1, this.#border()) : next;
  }

  /** The next Monday, quarter, year or clock change, or a moment beside it. */
  #border(): number {
    const { week, quarter, year } = isoOf(this.today);
    const turns = (period: string) => midnight(spanOf(period).until + 1);
    const changes = [year, year + 1]
      .flatMap((one) => [clockChange(one, 3), clockChange(one, 10)])
      .filter((change) => change > this.at);
    const weeks = Array.from({ length: 16 }, () => turns(week));
    const rare = [turns(quarter), turns(quarter), turns(String(year)), changes[0] ?? this.at];
    return this.pick([...weeks, ...rare]) + this.pick(AROUND_MS);
  }

  /** Stores a change, and what happened in it. */
  async carryOut(change: Change, facts: readonly Fact[]): Promise<void> {
    const committed = await this.store.commit(change);
    if (!committed.ok) throw new Error(`not stored: ${JSON.stringify(committed.conflict)}`);
    this.log.push(...facts);
  }

  facts(of: string, region: string, happened: readonly Happened[]): Fact[] {
    return happened.map((one) => ({ ...one, of, region, at: this.at }));
  }

  async stored(code: string): Promise<Case> {
    const found = await this.store.read('case', code);
    if (!found) throw new Error(`${code} is gone`);
    return found;
  }
}

/** One thing that happens in a region. */
export type Step = (world: World) => Promise<void>;

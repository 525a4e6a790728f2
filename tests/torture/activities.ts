import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod/v4';
import { KEY_OF, type Change, type Kind, type Records, type Write } from '../../data/repository.js';
import {
  aConsult,
  aDraft,
  anEscalatedCase,
  JOOST,
  MERYEM,
  SANNE,
  TENANT,
  utc,
} from '../builders.js';
import { openBotStage, type BotStage } from '../bot/botHarness.js';
import { aQuickCount } from '../data/quickCountBuilder.js';
import { anEntry, aPartner } from '../data/registerBuilder.js';
import { atMost, info, none, type Measured } from '../measured.js';
import { seeded, type Pick } from '../seeded.js';
import { betweenBotAndStore } from './betweenBotAndStore.js';
import { brokenActivity, MARK, type Json, type Sent } from './brokenActivities.js';
import { codeOf } from './invented.js';
import { rounds, type Extent, type Part } from '../parts.js';

const ACTIVITIES = 10_000;
const AT_ONCE = 32;

/** What Teams never sends: nothing falls over, nothing is changed, nothing is kept or told. */
export const activities: Part = {
  name: 'activities',
  async *run(extent: Extent): AsyncIterable<Measured> {
    const stage = await openBotStage();
    try {
      yield* pelt(stage, rounds(ACTIVITIES, extent), seeded(extent.seed));
    } finally {
      await stage.close();
    }
  },
};

const held = { status: 'claimed', holder: MERYEM, claimedAt: utc('2026-11-16T08:30') } as const;
const ended = { by: MERYEM, at: utc('2026-11-16T08:40') };
/** What somebody may want to change who may not. */
const STORED: readonly Write[] = [
  { kind: 'case', put: anEscalatedCase({}, { code: codeOf(1) }) },
  { kind: 'case', put: anEscalatedCase({ state: held }, { code: codeOf(2) }) },
  {
    kind: 'case',
    put: anEscalatedCase(
      { state: { ...held, offer: { to: JOOST, at: ended.at } } },
      { code: codeOf(3) },
    ),
  },
  {
    kind: 'case',
    put: anEscalatedCase(
      { state: { status: 'closed', ...ended, outcome: 'postponed', contraception: 'planned' } },
      { code: codeOf(4) },
    ),
  },
  { kind: 'draft', put: aDraft({ code: codeOf(5) }) },
  { kind: 'quick-count', put: aQuickCount() },
  { kind: 'register', put: anEntry(aPartner()) },
  { kind: 'consult', put: aConsult() },
];

/** Everything a button of theirs could send. */
const DATA: Record<string, Json> = {
  ...{ version: 1, seen: 2, step: 'talk', kind: 'talk', subject: codeOf(2) },
  ...{ talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden', month: '2026-10' },
  ...{ topics: 'contraception', wish: 'later', wants: 'information', arrangement: 'self' },
  ...{ permissions: 'share,record', reachable: 'dinsdag na 13 uur', chosen: 'finance', note: '' },
  ...{ outcome: 'postponed', contraception: 'planned', reason: 'complex', result: 'advised' },
  ...{ question: 1, text: 'Welke dag?', answer: 'going-well', progress: 'going-well' },
  ...{ colleague: JOOST.aadObjectId, from: SANNE.aadObjectId, why: 'client-stops', part: 'wish' },
  ...{ permission: 'record', realisedOn: '11-2026', talk: 1, consult: aConsult().id },
  ...{ organisation: 'jgz-voorbeeld', domain: 'social', language: 'en', region: 'hollands-midden' },
  ...{ entry: anEntry(aPartner()).id, list: 'partner', name: 'Partner', status: 'joined' },
  ...{ talks: '3', realised: '1', period: '2026-K3', format: 'csv', group: 'open', then: 'record' },
};
const CODES = [1, 2, 3, 4].map(codeOf);

async function* pelt(stage: BotStage, count: number, pick: Pick): AsyncIterable<Measured> {
  await stage.store(...STORED);
  const before = await storedNow(stage);
  const prototype = Object.getOwnPropertyNames(Object.prototype).length;
  const witness = new Witness(stage);
  const early = Math.max(1, Math.round(count / 5));
  await witness.send(early, pick);
  const heapBefore = heapNow(stage);
  await witness.send(count - early, pick);
  const heapAfter = heapNow(stage);
  const figures = witness.figures();
  // A start reads and parses everything that is stored.
  await stage.restart();
  const after = await storedNow(stage);
  const added = Object.getOwnPropertyNames(Object.prototype).length - prototype;
  yield info('activities-sent', String(count));
  yield* figures;
  yield none('activities-records-changed', before.filter((one, n) => one !== after[n]).length);
  yield none('activities-prototype-changed', added);
  yield info('activities-heap-at-a-fifth', `${(heapBefore / 2 ** 20).toFixed(0)}MB`);
  yield atMost('activities-heap-at-the-end', heapAfter / heapBefore, 1.3);
}

/** Sends, and sees what comes of it. */
class Witness {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  readonly #statuses = new Map<number, number>();
  readonly #blocked = monitorEventLoopDelay({ resolution: 5 });
  readonly #wrong = { falls: 0, unanswered: 0, mute: 0, failed: 0, writes: 0, told: 0 };
  #slowestMs = 0;

  constructor(private readonly stage: BotStage) {
    betweenBotAndStore(stage, async (change, commit) => {
      const committed = await commit();
      if (committed.ok) this.#wrong.writes += strangeIn(change);
      return committed;
    });
  }

  async send(count: number, pick: Pick): Promise<void> {
    const fall = () => (this.#wrong.falls += 1);
    process.on('uncaughtException', fall).on('unhandledRejection', fall);
    this.#blocked.enable();
    try {
      let left = count;
      const sendOn = async () => {
        while (left > 0) {
          left -= 1;
          await this.#sendOne(pick);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, sendOn));
    } finally {
      this.#blocked.disable();
      process.off('uncaughtException', fall).off('unhandledRejection', fall);
    }
  }

  async #sendOne(pick: Pick): Promise<void> {
    const { serviceUrl } = this.stage.teams;
    const sent = brokenActivity(pick, { codes: CODES, data: DATA, serviceUrl });
    const started = performance.now();
    const answer = await post(this.stage, this.#agent, sent).catch(() => undefined);
    this.#slowestMs = Math.max(this.#slowestMs, performance.now() - started);
    if (!answer) this.#wrong.unanswered += 1;
    else this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1);
    if (answer && isMute(sent, answer)) this.#wrong.mute += 1;
    const logged = this.stage.logged.splice(0);
    this.#wrong.told += logged.filter((line) => line.includes(MARK)).length;
    this.#wrong.failed += logged.filter((line) => line.includes('turn failed')).length;
  }

  figures(): Measured[] {
    this.#agent.destroy();
    const statuses = [...this.#statuses].sort(([one], [other]) => one - other);
    const serverErrors = statuses.filter(([status]) => status >= 500);
    return [
      ...statuses.map(([status, n]) => info(`activities-http-${status}`, String(n))),
      info('activities-slowest-answer', `${this.#slowestMs.toFixed(0)}ms`),
      info('activities-longest-block', `${(this.#blocked.max / 1e6).toFixed(0)}ms`),
      none('activities-falls', this.#wrong.falls),
      none('activities-unanswered', this.#wrong.unanswered),
      none(
        'activities-http-5xx',
        serverErrors.reduce((sum, [, n]) => sum + n, 0),
      ),
      none('activities-clicks-without-a-body', this.#wrong.mute),
      none('activities-turns-failed', this.#wrong.failed),
      none('activities-strange-writes', this.#wrong.writes),
      none('activities-content-in-the-log', this.#wrong.told),
    ];
  }
}

function storedNow({ repository }: BotStage): Promise<string[]> {
  return Promise.all(
    STORED.map(async (write) => {
      if ('remove' in write) return '';
      return JSON.stringify(await repository.read(write.kind, keyOf(write)));
    }),
  );
}

const keyOf = <K extends Kind>({ kind, put }: { [P in K]: { kind: P; put: Records[P] } }[K]) =>
  KEY_OF[kind](put);

/** What the bot does without being asked, and what it notes of its messages. */
const BY_ITSELF: readonly Kind[] = ['bulletin', 'copy', 'delivery', 'digest', 'run'];

/** What everybody who writes to the bot may leave behind: who they are, and a checklist of their own. */
function strangeIn({ writes, counted = [] }: Change): number {
  const strange = writes.filter((write) => {
    if (BY_ITSELF.includes(write.kind)) return false;
    if (write.kind === 'draft') return !('put' in write) || write.put.code === codeOf(5);
    return write.kind !== 'profile' || !('put' in write) || write.put.person.tenantId !== TENANT;
  });
  return strange.length + counted.length;
}

async function post({ bot }: BotStage, agent: Agent, { body, contentType }: Sent) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({
      ...{ agent, port: bot.port, host: '127.0.0.1', path: '/api/messages', method: 'POST' },
      headers: { 'content-type': contentType, 'content-length': Buffer.byteLength(body) },
    })
      .on('response', resolve)
      .on('error', reject)
      .end(body);
  });
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}

const click = z.object({ type: z.literal('invoke'), name: z.literal('adaptiveCard/action') });

/** Teams shows "Something went wrong" for a click that gets no body. */
function isMute({ body }: Sent, answer: { status: number; body: string }): boolean {
  if (answer.status !== 200 || answer.body !== '' || typeof body !== 'string') return false;
  return click.safeParse(JSON.parse(body)).success;
}

/** After everything is thrown away that nobody holds; what Teams was told is not the bot's. */
function heapNow({ teams }: BotStage): number {
  teams.requests.splice(0);
  teams.messages.splice(0);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc(); gc();');
  return process.memoryUsage().heapUsed;
}

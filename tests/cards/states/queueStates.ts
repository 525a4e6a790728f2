import type { CardContext } from '../../../cards/context.js';
import { queueCard } from '../../../cards/queueCard.js';
import { CODE_ALPHABET, type Case, type Escalation } from '../../../data/case.js';
import { digestKey } from '../../../data/digest.js';
import { REASONS } from '../../../data/checklist.js';
import {
  QUEUE_GROUPS,
  queuePage,
  workQueue,
  type QueueFilter,
  type RegionQueue,
  type Troubled,
} from '../../../data/workQueue.js';
import {
  aConsult,
  aDelivery,
  anEscalatedCase,
  at,
  JOOST,
  MERYEM,
  SANNE,
  utc,
} from '../../builders.js';
import { aDigest } from '../../data/digestBuilder.js';
import { aRegion } from '../../data/regionBuilder.js';

/** Two weeks on: every term has passed. */
const LATE = at('2026-11-30T09:00');
const moment = utc('2026-11-16T09:30');
const held = (holder = MERYEM) => ({ status: 'claimed', holder, claimedAt: moment }) as const;
const asked = { id: 1, by: MERYEM, at: moment, text: 'Hoe laat?' };

/** Everything that can be said of a case. */
const CASES: Partial<Escalation>[] = [
  { priority: true, reasons: [...REASONS] },
  { at: utc('2026-11-30T08:00') },
  { state: held(), questions: [asked], reasons: ['complex'] },
  { state: { ...held(JOOST), offer: { to: MERYEM, at: moment } } },
  { state: held(SANNE) },
  { state: held(), lanes: { 'somatic-network': { appointmentOn: '2026-12-02', settled: false } } },
  { state: held(), lanes: { 'somatic-network': { appointmentOn: '2026-11-20', settled: false } } },
  {
    state: { ...held(), status: 'closed', by: MERYEM, at: moment, ...ended() },
    lanes: { 'follow-up': { on: '2026-11-16', asks: 'professional', ...silent() } },
  },
];

function ended() {
  return { outcome: 'postponed', contraception: 'none' } as const;
}
function silent() {
  return { askedAt: moment, settled: false };
}

const sign = (n: number) => CODE_ALPHABET[n % CODE_ALPHABET.length] ?? '';
const codeOf = (n: number) => `HM-${sign(n)}${sign(Math.floor(n / 30))}22`;

function casesOf(parts: readonly Partial<Escalation>[]): Case[] {
  return parts.map((one, n) =>
    anEscalatedCase(
      { ...one, ended: [] },
      { code: codeOf(n), municipality: n % 2 === 0 ? 'leiden' : 'katwijk' },
    ),
  );
}

function troubled(subject: Troubled['subject'], key: string, why: string): Troubled {
  const one = { attempts: 3, retryAt: utc('2026-11-30T09:15'), why, since: moment };
  const trouble = { channel: one, notices: { ...one, retryAt: moment } };
  return { delivery: aDelivery({ subject: key, settled: 0, trouble }), subject };
}

function troubles(cases: readonly Case[]): Troubled[] {
  const consult = aConsult();
  const [first, second] = cases;
  const about = { kind: 'morning', on: '2026-11-30' } as const;
  const times = { at: moment, expiresAt: moment };
  const bulletin = { id: 'BE-7K3QRS', region: 'hollands-midden', version: 1, to: JOOST, about };
  return [
    ...(first ? [troubled({ kind: 'case', case: first }, first.code, 'HTTP 403')] : []),
    ...(second ? [troubled({ kind: 'case', case: second }, second.code, 'no answer')] : []),
    troubled({ kind: 'consult', consult }, consult.id, 'HTTP 429 Throttled'),
    troubled({ kind: 'bulletin', bulletin: { ...bulletin, ...times } }, bulletin.id, 'HTTP 413'),
    troubled({ kind: 'digest', digest: aDigest() }, digestKey(aDigest()), 'HTTP 403'),
    troubled(undefined, 'HM-GGGG', 'HTTP 502'),
  ];
}

export function queueStates(context: CardContext) {
  const one = casesOf(CASES);
  const many = casesOf(Array.from({ length: 40 }, (_, n) => CASES[n % CASES.length] ?? {}));
  const here: RegionQueue = {
    region: context.region,
    covers: [SANNE],
    cases: one,
    consults: [aConsult()],
    troubles: troubles(one),
  };
  const nothing = { ...here, cases: [], consults: [], troubles: [] };
  const there = { ...nothing, region: aRegion({ name: 'Elders', id: 'elders' }) };

  function queue(queues: RegionQueue[], filter: QueueFilter = {}, hint?: string) {
    const { rows, unwiped } = workQueue(queues, MERYEM, LATE);
    const page = queuePage(rows, filter, 8);
    const severalRegions = queues.length > 1;
    return queueCard(context, { ...page, now: LATE, severalRegions, unwiped, hint });
  }
  const full = { ...here, cases: many };
  const { rows } = workQueue([full], MERYEM, LATE);
  const { next } = queuePage(rows, { group: 'mine', municipality: 'leiden' }, 2);

  return {
    queueCard: {
      ...Object.fromEntries(QUEUE_GROUPS.map((group) => [group, queue([here], { group })])),
      ...Object.fromEntries(
        QUEUE_GROUPS.map((group) => [`${group}, empty`, queue([nothing], { group })]),
      ),
      'a second page, filtered': queue([full], {
        group: 'mine',
        municipality: 'leiden',
        reason: 'finance',
        at: next,
      }),
      'as much as there can be': queue([full], { group: 'open' }),
      'two regions': queue([here, there]),
      'two regions, problems': queue([here, there], { group: 'trouble' }),
      'nothing fits': queue([here], { group: 'open', municipality: 'leiden', reason: 'complex' }),
      'tried again': queue([here], { group: 'trouble' }, context.words.queue.retried),
    },
  };
}

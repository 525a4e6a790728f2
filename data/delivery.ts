import { z } from 'zod/v4';
import type { Bulletin } from './bulletin.js';
import { activeEscalation, type Case } from './case.js';
import type { Consult } from './consult.js';
import { digestKey, type Digest } from './digest.js';
import type { Link } from './link.js';
import { personKey, personSchema } from './person.js';
import type { Records } from './repository.js';
import { instant } from './weeks.js';

export const troubleSchema = z.object({
  /** Failed attempts in a row. */
  attempts: z.int().positive(),
  retryAt: instant,
  /** HTTP status and error code; for the work queue. */
  why: z.string(),
  since: instant,
});
export type Trouble = z.infer<typeof troubleSchema>;

/** Somebody who could not be told, and will not be by themselves: they left, or blocked the bot. */
const unreachedSchema = z.object({
  to: personSchema,
  /** Number of the event of which they do not know. */
  number: z.int().positive(),
  /** HTTP status and error code. */
  why: z.string(),
  since: instant,
  /** A coordinator asked to try once more. */
  again: z.boolean(),
});
export type Unreached = z.infer<typeof unreachedSchema>;

/**
 * How far the surfaces of one case or call-back request have been shown. Kept apart from the case:
 * writing it never changes the case's version.
 */
export const deliverySchema = z.object({
  /** Case code, consult id, bulletin id or the key of a digest. */
  subject: z.string(),
  region: z.string(),
  version: z.int().positive(),
  /** The subject's version that is completely shown; 0 when none. */
  settled: z.int().nonnegative(),
  card: z
    .object({
      channelId: z.string(),
      /** The thread: channel id with `;messageid=`. */
      conversationId: z.string(),
      activityId: z.string(),
      /** The subject's version on the card. */
      shown: z.int().positive(),
    })
    .optional(),
  /** Number of the last event whose thread line has been written. */
  thread: z.int().nonnegative(),
  /** Number of the last event up to which everybody concerned has been told. */
  notices: z.int().nonnegative(),
  /** What has been told of later events: event number and key of the person. */
  told: z.array(z.string()),
  /** What does not get through now, apart for the channel and for people's own chats. */
  trouble: z.object({ channel: troubleSchema.optional(), notices: troubleSchema.optional() }),
  unreached: z.array(unreachedSchema).default([]),
});
export type Delivery = z.infer<typeof deliverySchema>;

export type TroubledPart = keyof Delivery['trouble'];

/** What does not get through, the channel first. */
export function troublesOf({ trouble }: Delivery): { part: TroubledPart; trouble: Trouble }[] {
  return (['channel', 'notices'] as const).flatMap((part) => {
    const found = trouble[part];
    return found ? [{ part, trouble: found }] : [];
  });
}

/** Whoever does not know of something: each once, by the first that missed them. */
export function peopleUnreached({ unreached }: Delivery): Unreached[] {
  const first = new Map<string, Unreached>();
  for (const row of unreached) {
    const known = first.get(personKey(row.to));
    if (!known || row.since < known.since) first.set(personKey(row.to), row);
  }
  return [...first.values()];
}

/** Since when something of it does not get through; nothing while all is well. */
export function troubledSince(delivery: Delivery): string | undefined {
  const troubles = troublesOf(delivery).map(({ trouble }) => trouble);
  return [...troubles, ...delivery.unreached].map(({ since }) => since).sort()[0];
}

/** The same delivery with nothing to wait for any more. */
export function retriedAt(delivery: Delivery, now: string): Delivery {
  const { channel, notices } = delivery.trouble;
  const again = (trouble: Trouble | undefined) => trouble && { ...trouble, retryAt: now };
  return {
    ...delivery,
    version: delivery.version + 1,
    trouble: { channel: again(channel), notices: again(notices) },
    unreached: delivery.unreached.map((row) => ({ ...row, again: true })),
  };
}

/**
 * What is known when two processes showed one subject at the same time, `stored` what the other one
 * had stored first. Of a message that both brought up to date nobody knows who came last, so that it
 * is shown once more; of two posts in one channel the first stored is the card.
 */
export function afterBoth(stored: Delivery, mine: Partial<Delivery>): Delivery {
  return {
    ...stored,
    ...mine,
    version: stored.version + 1,
    card: cardAfterBoth(stored.card, mine.card),
    thread: Math.max(stored.thread, mine.thread ?? 0),
    notices: Math.max(stored.notices, mine.notices ?? 0),
    told: [...new Set([...stored.told, ...(mine.told ?? [])])],
    settled: 0,
  };
}

function cardAfterBoth(stored: Delivery['card'], mine: Delivery['card']): Delivery['card'] {
  if (!stored || !mine) return stored ?? mine;
  if (stored.activityId === mine.activityId) {
    return { ...stored, shown: Math.min(stored.shown, mine.shown) };
  }
  return stored.channelId === mine.channelId ? stored : mine;
}

export const SUBJECTS = ['case', 'consult', 'bulletin', 'digest'] as const;

/** What delivery shows to others. */
export type Subject =
  | { kind: 'case'; case: Case }
  | { kind: 'consult'; consult: Consult }
  | { kind: 'bulletin'; bulletin: Bulletin }
  | { kind: 'digest'; digest: Digest };

/** The subject among the records that have one key: case codes and ids never coincide. */
export function subjectAmong(
  record: <K extends Subject['kind']>(kind: K) => Records[K] | undefined,
): Subject | undefined {
  const found = record('case');
  if (found) return { kind: 'case', case: found };
  const consult = record('consult');
  if (consult) return { kind: 'consult', consult };
  const bulletin = record('bulletin');
  if (bulletin) return { kind: 'bulletin', bulletin };
  const digest = record('digest');
  return digest && { kind: 'digest', digest };
}

/** What delivery goes by: a subject's key, region and version, and how long it has been there. */
export function tagOf(subject: Subject) {
  switch (subject.kind) {
    case 'case': {
      const { code, region, version, openedAt } = subject.case;
      return { key: code, region, version, since: openedAt };
    }
    case 'consult': {
      const { id, region, version, at } = subject.consult;
      return { key: id, region, version, since: at };
    }
    case 'bulletin': {
      const { id, region, version, at } = subject.bulletin;
      return { key: id, region, version, since: at };
    }
    case 'digest': {
      const { region, version, at } = subject.digest;
      return { key: digestKey(subject.digest), region, version, since: at };
    }
  }
}

/** Is there something of it that others should see and have not yet seen in the channel linked now? */
export function isBehind(
  subject: Subject,
  delivery: Delivery | undefined,
  link: Link | undefined,
): boolean {
  if (subject.kind === 'case' && subject.case.escalations.length === 0) return false;
  const { version } = tagOf(subject);
  if ((delivery?.settled ?? 0) < version || delivery?.unreached.some(({ again }) => again))
    return true;
  return mustMove(subject, delivery?.card, link);
}

/** Work that is still to be done comes along to another channel; what has ended stays where it was. */
function mustMove(subject: Subject, card: Delivery['card'], link: Link | undefined): boolean {
  if (!card || !link || card.channelId === link.channel.conversationId) return false;
  if (subject.kind === 'bulletin' || subject.kind === 'digest') return false;
  if (subject.kind === 'consult') return subject.consult.state.status === 'open';
  return activeEscalation(subject.case) !== undefined;
}

import { z } from 'zod/v4';
import type { Bulletin } from './bulletin.js';
import { activeEscalation, instant, type Case } from './case.js';
import type { Consult } from './consult.js';
import type { Link } from './link.js';

export const troubleSchema = z.object({
  /** Failed attempts in a row. */
  attempts: z.int().positive(),
  retryAt: instant,
  /** HTTP status and error code; for the work queue. */
  why: z.string(),
  since: instant,
});
export type Trouble = z.infer<typeof troubleSchema>;

/**
 * How far the surfaces of one case or call-back request have been shown. Kept apart from the case:
 * writing it never changes the case's version.
 */
export const deliverySchema = z.object({
  /** Case code or consult id. */
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

/** Since when something of it does not get through; nothing while all is well. */
export function troubledSince(delivery: Delivery): string | undefined {
  return troublesOf(delivery)
    .map(({ trouble }) => trouble.since)
    .sort()[0];
}

/** The same delivery with nothing to wait for any more. */
export function retriedAt(delivery: Delivery, now: string): Delivery {
  const { channel, notices } = delivery.trouble;
  const again = (trouble: Trouble | undefined) => trouble && { ...trouble, retryAt: now };
  const trouble = { channel: again(channel), notices: again(notices) };
  return { ...delivery, version: delivery.version + 1, trouble };
}

/** What delivery shows to others. */
export type Subject =
  | { kind: 'case'; case: Case }
  | { kind: 'consult'; consult: Consult }
  | { kind: 'bulletin'; bulletin: Bulletin };

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
  return (delivery?.settled ?? 0) < version || mustMove(subject, delivery?.card, link);
}

/** Work that is still to be done comes along to another channel; what has ended stays where it was. */
function mustMove(subject: Subject, card: Delivery['card'], link: Link | undefined): boolean {
  if (!card || !link || card.channelId === link.channel.conversationId) return false;
  if (subject.kind === 'bulletin') return false;
  if (subject.kind === 'consult') return subject.consult.state.status === 'open';
  return activeEscalation(subject.case) !== undefined;
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Conversation } from '../../data/conversation.js';
import { isBehind, type Delivery, type Subject } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { instantOf, parseInstant, type DateTime } from '../../data/weeks.js';
import { contextFor, type Deps } from '../deps.js';
import { SendError, type Message, type SendFailure } from '../messenger.js';
import { chatWith } from './chats.js';
import { createPacing } from './pacing.js';
import { nextAttemptIn } from './retry.js';
import { project, readSubject, type Projection } from './subject.js';

export type DeliveryDeps = Pick<Deps, 'repository' | 'regions' | 'messenger' | 'now' | 'log'>;

/** What is tried by itself. */
type Part = keyof Delivery['trouble'];

/** Somebody who cannot be told; trying again would not help. */
const UNREACHABLE: readonly SendFailure[] = ['gone', 'forbidden'];

/** One subject on its way: what is to be seen, where, and how far that has come. */
interface Task {
  projection: Projection;
  region: Region;
  link: Link;
  delivery: Delivery;
}

/**
 * Brings every surface of a subject to the present: the channel card is posted once and then updated
 * in place, missing thread lines and notices are written. What was shown is stored after each step,
 * so a crash repeats at most the step it interrupted. Throws when stopped while waiting for its turn.
 */
export function createReconciler(deps: DeliveryDeps, stopping: AbortSignal) {
  const { repository, regions, messenger, now } = deps;
  const pacing = createPacing();

  async function load(kind: Subject['kind'], key: string): Promise<Task | undefined> {
    const subject = await readSubject(repository, kind, key);
    const delivery = await repository.read('delivery', key);
    if (!subject || !isBehind(subject, delivery)) return undefined;
    const projection = project(subject);
    const region = projection && regions.find(projection.region);
    const link = region && (await repository.read('link', region.id));
    if (!projection || !region || !link) return undefined;
    return { projection, region, link, delivery: delivery ?? startOf(projection) };
  }

  async function save(task: Task, progress: Partial<Delivery>): Promise<Task> {
    const stored = await repository.read('delivery', task.projection.key);
    const delivery: Delivery = {
      ...task.delivery,
      ...progress,
      version: (stored?.version ?? 0) + 1,
    };
    const { ok } = await repository.commit({ writes: [{ kind: 'delivery', put: delivery }] });
    if (!ok) throw new Error('two deliveries of one subject at the same time');
    return { ...task, delivery };
  }

  /** Posts the channel card once, then updates it in place. */
  async function showCard(task: Task): Promise<Task> {
    const { projection, link, delivery } = task;
    const { card } = delivery;
    const isElsewhere = card !== undefined && card.channelId !== link.channel.conversationId;
    if (card?.shown === projection.version && !isElsewhere) return task;
    if (card === undefined || isElsewhere) return post(task);
    const thread = { ...link.channel, conversationId: card.conversationId };
    await paced(thread);
    await messenger.update(thread, card.activityId, await cardMessage(task));
    return save(task, { card: { ...card, shown: projection.version } });
  }

  async function post(task: Task): Promise<Task> {
    const { link, projection } = task;
    await paced(link.channel);
    const posted = await messenger.post(link.channel, await cardMessage(task));
    const card = {
      channelId: link.channel.conversationId,
      ...posted,
      shown: projection.version,
    };
    return save(task, { card });
  }

  async function cardMessage({ projection, region }: Task): Promise<Message> {
    const context = contextFor(deps, region, region.language);
    const counts = await repository.counts(region.id);
    return { card: projection.card(context, counts), summary: projection.summary(context) };
  }

  async function writeLines(task: Task): Promise<Task> {
    let current = task;
    for (const line of task.projection.lines) {
      const { card, thread } = current.delivery;
      if (card === undefined || line.number <= thread) continue;
      const to = { ...task.link.channel, conversationId: card.conversationId };
      await paced(to);
      const text = line.text(contextFor(deps, task.region, task.region.language));
      await messenger.send(to, { text });
      current = await save(current, { thread: line.number });
    }
    return current;
  }

  async function sendNotices(task: Task): Promise<Task> {
    let current = task;
    for (const notice of task.projection.notices) {
      const { notices, told } = current.delivery;
      // Everybody before this event has been told once its first notice is due.
      const toldOfIt = notices === notice.number - 1 ? told : [];
      const key = personKey(notice.to);
      if (notice.number <= notices || toldOfIt.includes(key)) continue;
      await tell(task, notice);
      current = await save(current, { notices: notice.number - 1, told: [...toldOfIt, key] });
    }
    return current;
  }

  async function tell({ region, link }: Task, notice: Projection['notices'][number]) {
    try {
      const { chat, language } = await chatWith(deps, notice.to, region, link.channel);
      const context = contextFor(deps, region, language);
      await paced(chat);
      await messenger.send(chat, { card: notice.card(context), summary: notice.summary(context) });
    } catch (error) {
      // Somebody who left or blocked the bot is not told; the others are.
      if (!(error instanceof SendError) || !UNREACHABLE.includes(error.kind)) throw error;
      deps.log.warn({ reason: error.reason }, 'notice cannot be delivered');
    }
  }

  async function paced({ conversationId }: Conversation): Promise<void> {
    for (;;) {
      const wait = pacing.waitFor(conversationId, now().toMillis());
      if (wait <= 0) break;
      await delay(wait, undefined, { signal: stopping });
    }
    pacing.note(conversationId, now().toMillis());
  }

  /** Does one part, unless it is too early for it; a failure is kept and does not hold up the other. */
  async function attempt(
    task: Task,
    part: Part,
    act: (task: Task) => Promise<Task>,
  ): Promise<Task> {
    const before = task.delivery.trouble[part];
    if (before && parseInstant(before.retryAt) > now()) return task;
    try {
      const done = await act(task);
      return before
        ? await save(done, { trouble: { ...task.delivery.trouble, [part]: undefined } })
        : done;
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      return postpone(task, part, error);
    }
  }

  async function postpone(task: Task, part: Part, error: SendError): Promise<Task> {
    // With what was shown before it failed.
    const delivery = (await repository.read('delivery', task.projection.key)) ?? task.delivery;
    const before = delivery.trouble[part];
    const attempts = (before?.attempts ?? 0) + 1;
    const retryAt = instantOf(now().plus(nextAttemptIn(error, attempts)));
    const since = before?.since ?? instantOf(now());
    deps.log.warn(
      { region: delivery.region, part, reason: error.reason, attempts },
      'not delivered',
    );
    const isDeleted = part === 'channel' && error.kind === 'gone';
    return save(
      { ...task, delivery: isDeleted ? withoutCard(delivery) : delivery },
      { trouble: { ...delivery.trouble, [part]: { attempts, retryAt, why: error.reason, since } } },
    );
  }

  /**
   * Shows one subject as it is now. Resolves with the moment for another attempt; with nothing when
   * all is shown or it waits for a channel to be linked.
   */
  return async function deliver(kind: Subject['kind'], key: string): Promise<DateTime | undefined> {
    const task = await load(kind, key);
    if (!task) return undefined;
    const inChannel = await attempt(task, 'channel', async (now) =>
      writeLines(await showCard(now)),
    );
    const shown = await attempt(inChannel, 'notices', sendNotices);
    const { channel, notices } = shown.delivery.trouble;
    const retries = [channel, notices].flatMap((trouble) => (trouble ? [trouble.retryAt] : []));
    const soonest = retries.sort()[0];
    if (soonest !== undefined) return parseInstant(soonest);
    await settle(shown);
    return undefined;
  };

  async function settle(task: Task): Promise<void> {
    const { projection, delivery } = task;
    await save(task, {
      settled: projection.version,
      thread: Math.max(delivery.thread, projection.lastEvent),
      notices: Math.max(delivery.notices, projection.lastEvent),
      told: [],
    });
  }
}

function startOf({ key, region }: Projection): Delivery {
  const nothing = { settled: 0, thread: 0, notices: 0, told: [], trouble: {} };
  return { subject: key, region, version: 0, ...nothing };
}

/** A post that was deleted is posted anew. */
function withoutCard(delivery: Delivery): Delivery {
  return { ...delivery, card: undefined };
}

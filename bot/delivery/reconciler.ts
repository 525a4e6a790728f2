import { setTimeout as delay } from 'node:timers/promises';
import type { Conversation } from '../../data/conversation.js';
import { isBehind, type Delivery, type Subject } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import { personKey } from '../../data/person.js';
import type { Region } from '../../data/region.js';
import { instantOf, parseInstant, type DateTime } from '../../data/weeks.js';
import { contextFor, type Deps } from '../deps.js';
import { SendError, type Message } from '../messenger.js';
import { chatWith } from './chats.js';
import { createPacing } from './pacing.js';
import { nextAttemptIn } from './retry.js';
import { project, readSubject, type Projection } from './subject.js';

export type DeliveryDeps = Pick<Deps, 'repository' | 'regions' | 'messenger' | 'now' | 'log'>;

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

  /** Posts or updates the channel card, rendered from the state at this moment. */
  async function showCard(task: Task): Promise<Task> {
    const { projection, link, delivery } = task;
    const { card } = delivery;
    const isElsewhere = card !== undefined && card.channelId !== link.channel.conversationId;
    if (card?.shown === projection.version && !isElsewhere) return task;
    const shown = projection.version;
    const message = await cardMessage(task);
    if (card === undefined || isElsewhere) return post(task, message);
    const thread = { ...link.channel, conversationId: card.conversationId };
    await paced(thread);
    await messenger.update(thread, card.activityId, message);
    return save(task, { card: { ...card, shown } });
  }

  async function post(task: Task, message: Message): Promise<Task> {
    const { link, projection } = task;
    await paced(link.channel);
    const posted = await messenger.post(link.channel, message);
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
      if (!(error instanceof SendError) || error.kind !== 'gone') throw error;
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

  /** Resolves with the moment for another attempt; with nothing when all is shown. */
  async function reconcile(task: Task): Promise<DateTime | undefined> {
    try {
      const { projection } = task;
      const { delivery, ...shown } = await sendNotices(await writeLines(await showCard(task)));
      await save(
        { ...shown, delivery: withoutFailure(delivery) },
        {
          settled: projection.version,
          thread: Math.max(delivery.thread, projection.lastEvent),
          notices: Math.max(delivery.notices, projection.lastEvent),
          told: [],
        },
      );
      return undefined;
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      return postpone(task, error);
    }
  }

  async function postpone(task: Task, error: SendError): Promise<DateTime> {
    const delivery = (await repository.read('delivery', task.projection.key)) ?? task.delivery;
    const attempts = delivery.attempts + 1;
    const retryAt = now().plus(nextAttemptIn(error, attempts));
    deps.log.warn({ subject: delivery.subject, reason: error.reason, attempts }, 'not delivered');
    await save(
      { ...task, delivery: error.kind === 'gone' ? withoutCard(delivery) : delivery },
      {
        attempts,
        retryAt: instantOf(retryAt),
        stuck: { why: error.reason, since: delivery.stuck?.since ?? instantOf(now()) },
      },
    );
    return retryAt;
  }

  /**
   * Shows one subject as it is now. Resolves with the moment for another attempt; with nothing when
   * all is shown or it waits for a channel to be linked.
   */
  return async function deliver(kind: Subject['kind'], key: string): Promise<DateTime | undefined> {
    const task = await load(kind, key);
    if (!task) return undefined;
    const { retryAt } = task.delivery;
    if (retryAt !== undefined && parseInstant(retryAt) > now()) return parseInstant(retryAt);
    return reconcile(task);
  };
}

function startOf({ key, region }: Projection): Delivery {
  const nothing = { settled: 0, thread: 0, notices: 0, told: [], attempts: 0 };
  return { subject: key, region, version: 0, ...nothing };
}

function withoutFailure(delivery: Delivery): Delivery {
  return { ...delivery, attempts: 0, retryAt: undefined, stuck: undefined };
}

/** A post that was deleted is posted anew. */
function withoutCard(delivery: Delivery): Delivery {
  return { ...delivery, card: undefined };
}

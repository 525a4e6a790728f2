import type { Delivery } from '../../data/delivery.js';
import type { Behind } from '../../data/repository.js';
import { parseInstant, type DateTime } from '../../data/weeks.js';
import { SendError } from '../sendError.js';
import { createChannelPart, isInChannel } from './channel.js';
import { createNoticesPart } from './notices.js';
import type { Removals } from './removals.js';
import { troubleAfter } from './retry.js';
import { readSubject } from './subject.js';
import { loadTask, saveProgress, type DeliveryDeps, type Task } from './task.js';
import { TooSoon, type Turns } from './turns.js';
import { createWiping } from './wiping.js';

/** What is tried by itself. */
type Part = keyof Delivery['trouble'];

/**
 * Brings every surface of a subject to the present: the channel card is posted once and then updated
 * in place, missing thread lines and notices are written. What was shown is stored after each step,
 * so a crash repeats at most the step it interrupted.
 */
export function createReconciler(deps: DeliveryDeps, turns: Turns, removals: Removals) {
  const { repository, now } = deps;
  const showInChannel = createChannelPart(deps, turns, removals);
  const sendNotices = createNoticesPart(deps, turns);
  const { wipeCopy, wipeGone } = createWiping(deps, turns);

  /** Does one part, unless it is too early for it; what goes wrong does not hold up the other. */
  async function attempt(
    task: Task,
    part: Part,
    act: (task: Task) => Promise<Task>,
  ): Promise<Task> {
    const before = troubleOf(task, part);
    const retryAt = before && parseInstant(before.retryAt);
    if (retryAt && retryAt > now()) return goOnAt(task, retryAt);
    try {
      return await withoutTrouble(await act(task), part);
    } catch (error) {
      if (error instanceof TooSoon) return goOnAt(await asStored(task), error.until);
      if (error instanceof SendError) return postpone(await asStored(task), part, error);
      throw error;
    }
  }

  async function withoutTrouble(task: Task, part: Part): Promise<Task> {
    const { trouble } = task.delivery;
    if (!trouble[part]) return task;
    return saveProgress(deps, task, { trouble: { ...trouble, [part]: undefined } });
  }

  /** With what was shown before it went wrong. */
  async function asStored(task: Task): Promise<Task> {
    const stored = await repository.read('delivery', task.projection.key);
    return stored ? { ...task, delivery: stored } : task;
  }

  async function postpone(task: Task, part: Part, error: SendError): Promise<Task> {
    const failed = troubleAfter(error, troubleOf(task, part), now());
    const { attempts, why: reason, retryAt } = failed;
    const { region, trouble } = task.delivery;
    deps.log.warn({ region, part, reason, attempts }, 'not delivered');
    const isDeleted = part === 'channel' && error.kind === 'gone';
    const postponed = await saveProgress(deps, isDeleted ? withoutCard(task) : task, {
      trouble: { ...trouble, [part]: failed },
    });
    return goOnAt(postponed, parseInstant(retryAt));
  }

  /** Stores how far it came; with nothing left for later, and nothing that waits for a channel, all of it is shown. */
  async function conclude(task: Task, storedNotices: number): Promise<void> {
    const { projection, delivery, link, later } = task;
    const needsChannel = projection.card !== undefined || delivery.notices < projection.lastEvent;
    if ((link || !needsChannel) && later.length === 0) {
      const thread = Math.max(delivery.thread, projection.lastEvent);
      await saveProgress(deps, task, { settled: projection.version, thread });
    } else if (delivery.notices > storedNotices) await saveProgress(deps, task, {});
  }

  /**
   * Shows one subject as it is now. Resolves with the moment to go on; with nothing when all is shown
   * or the rest waits for a channel to be linked.
   */
  return async function deliver(kind: Behind['kind'], key: string): Promise<DateTime | undefined> {
    if (kind === 'copy') return wipeCopy(key);
    if (kind === 'gone') return wipeGone(key);
    const task = await loadTask(deps, kind, key);
    if (!task) return undefined;
    const inChannel = await attempt(task, 'channel', showInChannel);
    const shown = await attempt(inChannel, 'notices', sendNotices);
    await conclude(shown, inChannel.delivery.notices);
    // Erased while it was on its way: what was posted meanwhile is to be wiped out as well.
    if (!(await readSubject(repository, kind, key))) return wipeGone(key);
    return shown.later.sort((one, other) => one.toMillis() - other.toMillis())[0];
  };
}

function goOnAt(task: Task, moment: DateTime): Task {
  return { ...task, later: [...task.later, moment] };
}

/** What went wrong in the channel that was linked before says nothing about this one. */
function troubleOf({ delivery, link }: Task, part: Part) {
  const trouble = delivery.trouble[part];
  const isOfFormerChannel = part === 'channel' && link && trouble && trouble.since < link.at;
  return isOfFormerChannel ? undefined : trouble;
}

/** A post that was deleted is posted anew; one in the former channel is still to be removed. */
function withoutCard(task: Task): Task {
  const { card } = task.delivery;
  if (!card || !task.link || !isInChannel(card, task.link)) return task;
  return { ...task, delivery: { ...task.delivery, card: undefined } };
}

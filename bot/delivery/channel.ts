import type { Delivery } from '../../data/delivery.js';
import type { Link } from '../../data/link.js';
import { tallyPeriods } from '../../data/periods.js';
import type { Person } from '../../data/person.js';
import { contextFor } from '../deps.js';
import { coordinatorsOnDuty } from '../coordinators.js';
import type { Message } from '../messenger.js';
import type { Removals } from './removals.js';
import { saveProgress, say, type DeliveryDeps, type Task } from './task.js';
import type { Turns } from './turns.js';

type Card = NonNullable<Delivery['card']>;

export function isInChannel(card: Card, link: Link): boolean {
  return card.channelId === link.channel.conversationId;
}

/** The channel's part: the card, and the lines below it that are missing. Waits for a link. */
export function createChannelPart(deps: DeliveryDeps, turns: Turns, removals: Removals) {
  const { repository, messenger } = deps;

  /** Posted once, then updated in place; taken along when another channel is linked. */
  async function showCard(task: Task, link: Link): Promise<Task> {
    const { card } = task.delivery;
    if (card === undefined) return post(task, link);
    if (isInChannel(card, link)) return update(task, link, card);
    const moved = await post(task, link);
    // Until it has gone it has no effect: only a click on the live card has.
    removals.remove(threadOf(link, card), card.activityId);
    return moved;
  }

  async function update(task: Task, link: Link, card: Card): Promise<Task> {
    const { projection } = task;
    if (card.shown === projection.version) return task;
    await say(deps, turns, task, card.conversationId, async () =>
      messenger.update(threadOf(link, card), card.activityId, await cardMessage(task)),
    );
    return saveProgress(deps, task, { card: { ...card, shown: projection.version } });
  }

  async function post(task: Task, link: Link): Promise<Task> {
    const { channel } = link;
    const posted = await say(deps, turns, task, channel.conversationId, async () =>
      messenger.post(channel, await cardMessage(task, await whoIsCalled(task))),
    );
    const shown = task.projection.version;
    const card = { channelId: channel.conversationId, ...posted, shown };
    const saved = await saveProgress(deps, task, { card });
    // Another process was first.
    if (saved.delivery.card?.activityId !== card.activityId)
      removals.remove(threadOf(link, card), card.activityId);
    return saved;
  }

  /** Once: a card that moves or is posted anew calls nobody. */
  async function whoIsCalled({ projection, region, delivery }: Task): Promise<Person[]> {
    if (!projection.isUrgent || delivery.settled > 0 || delivery.card) return [];
    return coordinatorsOnDuty(deps, region);
  }

  async function cardMessage({ projection, region }: Task, called?: Person[]): Promise<Message> {
    const context = contextFor(deps, region, region.language);
    const counts = await repository.counts(region.id, tallyPeriods(deps.now()));
    if (!projection.card) throw new Error('nothing of this is for the channel');
    return { card: projection.card(context, counts, called), summary: projection.summary(context) };
  }

  async function writeLines(task: Task, link: Link): Promise<Task> {
    let current = task;
    for (const line of task.projection.lines) {
      const { card, thread } = current.delivery;
      if (card === undefined || line.number <= thread) continue;
      const text = line.text(contextFor(deps, task.region, task.region.language));
      await say(deps, turns, task, card.conversationId, () =>
        messenger.send(threadOf(link, card), { text }),
      );
      current = await saveProgress(deps, current, { thread: line.number });
    }
    return current;
  }

  return async function showInChannel(task: Task): Promise<Task> {
    if (!task.link || !task.projection.card) return task;
    return writeLines(await showCard(task, task.link), task.link);
  };
}

function threadOf({ channel }: Link, { conversationId }: Card) {
  return { ...channel, conversationId };
}

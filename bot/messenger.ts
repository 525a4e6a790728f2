import { ActivityTypes, type Activity, type Attachment, type ChannelAccount } from 'botbuilder';
import { z } from 'zod/v4';
import type { Conversation } from '../data/conversation.js';
import type { Person } from '../data/person.js';
import type { Adapter, Connector } from './adapter.js';
import { createQueue } from './queue.js';

export type Message =
  | { card: object; summary: string }
  | { text: string }
  /** Of Teams' own kinds, such as the question whether a file may be uploaded. */
  | { attachment: Attachment; summary: string };

/** What the bot says to Teams outside an answer. Every failure is a `SendError`. */
export interface Messenger {
  /** New message in a chat or thread; resolves with its activity id. */
  send(to: Conversation, message: Message): Promise<{ activityId: string }>;
  update(to: Conversation, activityId: string, message: Message): Promise<void>;
  /** New post in a channel: starts a thread, and `conversationId` is that thread. */
  post(channel: Conversation, message: Message): Promise<Posted>;
  remove(to: Conversation, activityId: string): Promise<void>;
  /** The 1:1 chat with a person, created when it does not exist. */
  openChat(person: Person, via: Conversation): Promise<Conversation>;
  /** Everybody in the roster of the team now. */
  members(teamId: string, via: Conversation): Promise<Person[]>;
}

export interface Posted {
  conversationId: string;
  activityId: string;
}

/**
 * - `throttled`: Teams refused before doing anything; repeat later.
 * - `not-sent`: the request never left; safe to repeat.
 * - `ambiguous`: it may or may not have taken effect.
 * - `gone`: the conversation or the message no longer exists.
 * - `forbidden`: the bot may not speak there: removed, blocked, not in the roster.
 * - `rejected`: the same request will never succeed.
 */
export type SendFailure =
  'throttled' | 'not-sent' | 'ambiguous' | 'gone' | 'forbidden' | 'rejected';

/** Has no `cause`: the SDK's errors hold the whole request, card and token included. */
export class SendError extends Error {
  override readonly name = 'SendError';

  constructor(
    readonly kind: SendFailure,
    readonly reason: string,
    readonly retryAfterMs?: number,
  ) {
    super(`${kind}: ${reason}`);
  }
}

type Conversations = Connector['conversations'];

export function createMessenger(adapter: Adapter): Messenger {
  // A late update must not overwrite a newer one of the same message, and a message that a turn no
  // longer waits for must not come after the next one. Keys are message ids and conversation ids.
  const inOrder = createQueue();
  async function ask<T>(
    { serviceUrl }: Conversation,
    request: (conversations: Conversations) => Promise<T>,
  ): Promise<T> {
    const { conversations } = await adapter.connectorFor(serviceUrl);
    return request(conversations).catch(rethrow);
  }
  return {
    send: (to, message) =>
      inOrder(to.conversationId, () => ask(to, (teams) => send(teams, to, message))),
    update: (to, activityId, message) =>
      inOrder(activityId, () =>
        ask(to, async (teams) => {
          const activity = { ...toActivity(message), id: activityId };
          await teams.updateActivity(to.conversationId, activityId, activity);
        }),
      ),
    post: (channel, message) => ask(channel, (teams) => post(teams, channel, message)),
    remove: (to, activityId) =>
      ask(to, async (teams) => {
        await teams.deleteActivity(to.conversationId, activityId);
      }),
    openChat: (person, via) => ask(via, (teams) => openChat(teams, person, via)),
    members: (teamId, via) => ask(via, (teams) => members(teams, teamId, via)),
  };
}

async function send(teams: Conversations, to: Conversation, message: Message) {
  const answer = await teams.sendToConversation(to.conversationId, toActivity(message));
  return { activityId: idIn(answer) };
}

async function post(teams: Conversations, channel: Conversation, message: Message) {
  const answer = await teams.createConversation({
    isGroup: true,
    bot: account(channel.botId),
    tenantId: channel.tenantId,
    channelData: { channel: { id: channel.conversationId } },
    // The SDK asks for all that an arriving activity has.
    activity: toActivity(message) as Activity,
  });
  const conversationId = idIn(answer);
  // The number in a thread's id is the activity id of its first message.
  const activityId = /;messageid=(\d+)$/.exec(conversationId)?.[1];
  return { conversationId, activityId: activityId ?? idIn({ id: answer.activityId }) };
}

async function openChat(teams: Conversations, person: Person, via: Conversation) {
  const { tenantId } = person;
  const answer = await teams.createConversation({
    isGroup: false,
    bot: account(via.botId),
    members: [account(person.aadObjectId)],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
  return { ...via, tenantId, conversationId: idIn(answer) };
}

async function members(teams: Conversations, teamId: string, via: Conversation) {
  const found: Person[] = [];
  let next: string | undefined;
  do {
    const options = next ? { continuationToken: next, pageSize: 500 } : undefined;
    const page = rosterPage.safeParse(await teams.getConversationPagedMembers(teamId, options));
    if (!page.success) throw new SendError('ambiguous', 'the roster is unreadable');
    found.push(...page.data.members.flatMap((member) => toPerson(member, via.tenantId)));
    next = page.data.continuationToken ?? undefined;
  } while (next);
  return found;
}

const rosterPage = z.object({
  continuationToken: z.string().nullish(),
  members: z.array(
    z.object({
      name: z.string().nullish(),
      // Teams answers with one of the two, depending on the endpoint.
      aadObjectId: z.string().nullish(),
      objectId: z.string().nullish(),
      tenantId: z.string().nullish(),
    }),
  ),
});

/** Nothing for a bot, which has no `aadObjectId`. */
function toPerson(
  member: z.infer<typeof rosterPage>['members'][number],
  teamTenant: string,
): Person[] {
  const aadObjectId = member.aadObjectId ?? member.objectId;
  if (!aadObjectId) return [];
  return [{ tenantId: member.tenantId ?? teamTenant, aadObjectId, name: member.name ?? '' }];
}

/** Never text and card together: Teams would make two messages of it and return no id. */
function toActivity(message: Message): Partial<Activity> {
  if ('text' in message) {
    return { type: ActivityTypes.Message, text: message.text, textFormat: 'plain' };
  }
  const attachment =
    'card' in message
      ? { contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }
      : message.attachment;
  return { type: ActivityTypes.Message, summary: message.summary, attachments: [attachment] };
}

/** The SDK requires a name; Teams goes by the id. */
function account(id: string): ChannelAccount {
  return { id } as ChannelAccount;
}

function idIn(answer: { id?: unknown }): string {
  const id = z.string().min(1).safeParse(answer.id);
  if (!id.success) throw new SendError('ambiguous', 'accepted without an id');
  return id.data;
}

/** After a 2xx the SDK can still stumble over an answer of another shape than it expects. */
function rethrow(error: unknown): never {
  if (error instanceof Error && error.name === 'RestError') {
    throw new SendError('ambiguous', 'accepted with an unreadable answer');
  }
  throw error;
}

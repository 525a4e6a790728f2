import { ActivityTypes, type Activity, type Attachment } from 'botbuilder';
import { z } from 'zod/v4';
import type { Conversation } from '../data/conversation.js';
import type { Person } from '../data/person.js';
import type { Connector, Resource } from './connector.js';
import { createQueue } from './queue.js';
import { SendError } from './sendError.js';

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

export function createMessenger(teams: Connector): Messenger {
  // A late update must not overwrite a newer one of the same message, and a message that a turn no
  // longer waits for must not come after the next one. Keys are message ids and conversation ids.
  const inOrder = createQueue();
  return {
    send: (to, message) => inOrder(to.conversationId, () => send(teams, to, message)),
    update: (to, activityId, message) =>
      inOrder(activityId, async () => {
        const activity = { ...toActivity(message), id: activityId };
        await teams.request('PUT', messageIn(to, activityId), activity);
      }),
    post: (channel, message) => post(teams, channel, message),
    remove: async (to, activityId) => {
      await teams.request('DELETE', messageIn(to, activityId));
    },
    openChat: (person, via) => openChat(teams, person, via),
    members: (teamId, via) => members(teams, teamId, via),
  };
}

const conversationsOf = ({ serviceUrl }: Conversation): Resource => ({
  serviceUrl,
  path: ['conversations'],
});

const messagesIn = ({ serviceUrl, conversationId }: Conversation): Resource => ({
  serviceUrl,
  path: ['conversations', conversationId, 'activities'],
});

const messageIn = ({ serviceUrl, conversationId }: Conversation, activityId: string): Resource => ({
  serviceUrl,
  path: ['conversations', conversationId, 'activities', activityId],
});

async function send(teams: Connector, to: Conversation, message: Message) {
  return { activityId: idIn(await teams.request('POST', messagesIn(to), toActivity(message))) };
}

async function post(teams: Connector, channel: Conversation, message: Message) {
  const answer = await teams.request('POST', conversationsOf(channel), {
    isGroup: true,
    bot: { id: channel.botId },
    tenantId: channel.tenantId,
    channelData: { channel: { id: channel.conversationId } },
    activity: toActivity(message),
  });
  const conversationId = idIn(answer);
  // The number in a thread's id is the activity id of its first message.
  const activityId = /;messageid=(\d+)$/.exec(conversationId)?.[1];
  return { conversationId, activityId: activityId ?? idIn(answer, 'activityId') };
}

async function openChat(teams: Connector, person: Person, via: Conversation) {
  const { tenantId } = person;
  const answer = await teams.request('POST', conversationsOf(via), {
    isGroup: false,
    bot: { id: via.botId },
    members: [{ id: person.aadObjectId }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  });
  return { ...via, tenantId, conversationId: idIn(answer) };
}

async function members(teams: Connector, teamId: string, via: Conversation) {
  const { serviceUrl } = via;
  const path = ['conversations', teamId, 'pagedmembers'];
  const found: Person[] = [];
  let next: string | undefined;
  do {
    const query = next ? { continuationToken: next, pageSize: '500' } : undefined;
    const answer = await teams.request('GET', { serviceUrl, path, query });
    const page = rosterPage.safeParse(read(answer));
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

function idIn(answer: string, name: 'id' | 'activityId' = 'id'): string {
  const id = z.object({ [name]: z.string().min(1) }).safeParse(read(answer)).data?.[name];
  if (id === undefined) throw new SendError('ambiguous', 'accepted without an id');
  return id;
}

/** Only where the answer is needed: what was accepted was accepted, whatever is said to it. */
function read(answer: string): unknown {
  if (answer === '') return undefined;
  try {
    return JSON.parse(answer);
  } catch {
    throw new SendError('ambiguous', 'accepted with an unreadable answer');
  }
}

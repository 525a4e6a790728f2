import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { Conversation } from '../data/conversation.js';
import type { Person } from '../data/person.js';

/** Where something was said: the 1:1 chat, or a team's channel. */
export type Place = { kind: 'personal' } | { kind: 'channel'; teamId: string; channelId: string };

interface Arrival {
  activityId: string;
  sender: Person;
  chat: Conversation;
  place: Place;
}

export type Incoming = Arrival &
  (
    | { kind: 'message'; text: string }
    | {
        kind: 'click';
        verb: string;
        data: Record<string, unknown>;
        /** The message that carries the clicked card. */
        cardId: string | undefined;
        /** A button without Action.Execute comes as a message and takes no card as answer. */
        answerable: boolean;
      }
    | { kind: 'installed' }
  );

const base = z.object({
  id: z.string().default(''),
  serviceUrl: z.string(),
  replyToId: z.string().optional(),
  from: z.object({ aadObjectId: z.string().min(1), name: z.string().default('') }),
  recipient: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: z.string() }).optional(),
      channel: z.object({ id: z.string() }).optional(),
    })
    .optional(),
});

/** Empty for a picture, or a mention and nothing more. */
const message = base.extend({ type: z.literal('message'), text: z.string().default('') });
const submit = base.extend({
  type: z.literal('message'),
  value: z.looseObject({ verb: z.string() }),
});
const execute = base.extend({
  type: z.literal('invoke'),
  name: z.literal('adaptiveCard/action'),
  value: z.object({
    action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() }),
  }),
});
const installed = base.extend({
  type: z.literal('installationUpdate'),
  action: z.enum(['add', 'add-upgrade']),
});

/** What arrived, in the bot's own words; nothing when it is of no use to it. */
export function readIncoming(activity: Activity): Incoming | undefined {
  const clicked = execute.safeParse(activity);
  if (clicked.success) {
    const { verb, data = {} } = clicked.data.value.action;
    const cardId = clicked.data.replyToId;
    return arrive(clicked.data, { kind: 'click', verb, data, cardId, answerable: true });
  }
  const submitted = submit.safeParse(activity);
  if (submitted.success) {
    const { verb, ...data } = submitted.data.value;
    const cardId = submitted.data.replyToId;
    return arrive(submitted.data, { kind: 'click', verb, data, cardId, answerable: false });
  }
  const typed = message.safeParse(activity);
  if (typed.success) {
    // The editor of Teams writes spaces beside a mention as HTML.
    const text = typed.data.text.replaceAll('&nbsp;', ' ');
    return arrive(typed.data, { kind: 'message', text });
  }
  const added = installed.safeParse(activity);
  return added.success ? arrive(added.data, { kind: 'installed' }) : undefined;
}

type Content = Incoming extends infer I
  ? I extends Arrival
    ? Omit<I, keyof Arrival>
    : never
  : never;

function arrive(activity: z.infer<typeof base>, content: Content): Incoming | undefined {
  const { from, recipient, conversation, channelData, serviceUrl, id } = activity;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) return undefined;
  return {
    activityId: id,
    sender: { tenantId, aadObjectId: from.aadObjectId, name: from.name },
    chat: { serviceUrl, conversationId: conversation.id, botId: recipient.id, tenantId },
    place: placeOf(activity),
    ...content,
  };
}

function placeOf({ conversation, channelData }: z.infer<typeof base>): Place {
  if (conversation.conversationType === 'personal') return { kind: 'personal' };
  const channelId = channelData?.channel?.id ?? conversation.id.replace(/;messageid=.*$/, '');
  return { kind: 'channel', teamId: channelData?.team?.id ?? channelId, channelId };
}

import { z } from 'zod/v4';
import type { Exchange } from './wireTap.js';

export const cardSchema = z.looseObject({ type: z.literal('AdaptiveCard') });
export type Card = z.infer<typeof cardSchema>;

const attachmentSchema = z.looseObject({ contentType: z.string(), content: z.unknown() });

/** An activity as far as a reader of messages cares; `raw` has the rest. */
export const activitySchema = z
  .looseObject({
    type: z.string(),
    text: z.string().optional(),
    summary: z.string().optional(),
    attachments: z.array(attachmentSchema).optional(),
  })
  .transform((raw) => ({
    type: raw.type,
    text: raw.text,
    summary: raw.summary,
    ...cardOf(raw),
    raw,
  }));
export type BotActivity = z.infer<typeof activitySchema>;

const createdSchema = z.object({ id: z.string() });
const newChannelPostSchema = z.object({ isGroup: z.literal(true), activity: activitySchema });

/** What one request of the bot did, when the Playground accepted it. */
export interface BotAction {
  readonly kind: 'posted' | 'updated';
  readonly conversation: string;
  readonly id: string;
  readonly activity: BotActivity;
}

export function readBotAction(exchange: Exchange): BotAction | undefined {
  if (exchange.status >= 300) return undefined;
  const [, collection, conversation, , id] = exchange.path
    .replace(/\?.*$/, '')
    .slice('/v3'.length)
    .split('/')
    .map(decodeURIComponent);
  if (collection !== 'conversations') return undefined;
  if (exchange.method === 'POST' && conversation === undefined) return readCreated(exchange);
  if (conversation === undefined) return undefined;
  if (exchange.method === 'POST') return readPosted(exchange, conversation);
  if (exchange.method === 'PUT' && id !== undefined) return readUpdated(exchange, conversation, id);
  return undefined;
}

function readCreated({ request, response }: Exchange): BotAction | undefined {
  const post = newChannelPostSchema.safeParse(request);
  // Otherwise it is a 1:1 chat: nothing is said there yet, the Playground ignores an activity.
  if (!post.success) return undefined;
  const { id: conversation } = createdSchema.parse(response);
  const id = conversation.split(';messageid=')[1] ?? conversation;
  return { kind: 'posted', conversation, id, activity: post.data.activity };
}

function readPosted(exchange: Exchange, conversation: string): BotAction | undefined {
  const activity = activitySchema.parse(exchange.request);
  if (activity.type !== 'message') return undefined;
  const created = createdSchema.safeParse(exchange.response);
  // Text and attachment together become two messages, and the answer names neither.
  const id = created.success ? created.data.id : '(split, no id)';
  return { kind: 'posted', conversation: postOf(conversation, id), id, activity };
}

function readUpdated(exchange: Exchange, conversation: string, id: string): BotAction {
  const activity = activitySchema.parse(exchange.request);
  return { kind: 'updated', conversation, id, activity };
}

/** A message sent to a bare channel starts a post of its own. */
function postOf(conversation: string, id: string): string {
  const isBareChannel = conversation.endsWith('@thread.tacv2');
  return isBareChannel ? `${conversation};messageid=${id}` : conversation;
}

function cardOf(raw: { attachments?: z.infer<typeof attachmentSchema>[] | undefined }): {
  card?: Card;
} {
  const attachment = raw.attachments?.find(
    ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive',
  );
  const card = cardSchema.safeParse(attachment?.content);
  return card.success ? { card: card.data } : {};
}

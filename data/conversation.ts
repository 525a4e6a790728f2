import { z } from 'zod/v4';

/** Where the bot can speak to somebody again later; the parts of a conversation reference it needs. */
export const conversationSchema = z.object({
  serviceUrl: z.string(),
  conversationId: z.string(),
  botId: z.string(),
  tenantId: z.string(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** The channel of a thread; any other conversation itself. */
export function channelOf(conversationId: string): string {
  return conversationId.replace(/;messageid=.*$/, '');
}

import { z } from 'zod/v4';
import { instant } from './case.js';
import { conversationSchema } from './conversation.js';
import { LANGUAGES } from './region.js';

/** Whom a message about a case was for: what was shared can be taken back from coordinators alone. */
export const READERS = ['professional', 'coordinator'] as const;
export type Reader = (typeof READERS)[number];

const copySchema = z.object({
  chat: conversationSchema,
  activityId: z.string(),
  reader: z.enum(READERS),
  language: z.enum(LANGUAGES),
});
export type Copy = z.infer<typeof copySchema>;

/** The messages in people's own chats that tell of a case: where it has to be wiped out. */
export const copiesSchema = z.object({
  /** Case code or consult id. */
  subject: z.string(),
  region: z.string(),
  version: z.int().positive(),
  messages: z.array(copySchema),
  /** What does not get through when they are wiped out: failures in a row, and when to go on. */
  trouble: z.object({ attempts: z.int().positive(), retryAt: instant }).optional(),
});
export type Copies = z.infer<typeof copiesSchema>;

export function withCopy({ messages, version, ...rest }: Copies, copy: Copy): Copies {
  return { ...rest, version: version + 1, messages: [...messages, copy] };
}

export function hasCopy({ messages }: Copies, { chat, activityId }: Copy): boolean {
  return messages.some(
    (row) => row.activityId === activityId && row.chat.conversationId === chat.conversationId,
  );
}

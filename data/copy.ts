import { z } from 'zod/v4';
import { conversationSchema } from './conversation.js';
import { LANGUAGES } from './region.js';
import { instant } from './weeks.js';

/** A message in somebody's own chat that tells of cases, drafts or requests as long as it stands. */
export const copySchema = z.object({
  chat: conversationSchema,
  activityId: z.string(),
  version: z.int().positive(),
  region: z.string(),
  language: z.enum(LANGUAGES),
  /** Keys of what it tells of: case codes, drafts' codes, ids of call-back requests. */
  tells: z.array(z.string()).min(1),
  /** Whether it may be read only while the case is shared with the coordinators. */
  needsSharing: z.boolean(),
  /** When wiping it out goes on, after so many failures in a row. */
  trouble: z.object({ attempts: z.int().nonnegative(), retryAt: instant }).optional(),
});
export type Copy = z.infer<typeof copySchema>;

export function copyKey({ chat, activityId }: Pick<Copy, 'chat' | 'activityId'>): string {
  return `${chat.conversationId} ${activityId}`;
}

/** How something a copy tells of stands now. */
export type Standing = 'there' | 'not-shared' | 'gone';

/** Why a message may no longer be read; nothing while it may. */
export function whyWiped(
  { tells, needsSharing }: Copy,
  standingOf: (key: string) => Standing,
): Exclude<Standing, 'there'> | undefined {
  const standings = tells.map(standingOf);
  if (standings.includes('gone')) return 'gone';
  return needsSharing && standings.includes('not-shared') ? 'not-shared' : undefined;
}

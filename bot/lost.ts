import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import type { Bulletin } from '../data/bulletin.js';
import type { Link } from '../data/link.js';
import { instantOf } from '../data/weeks.js';
import { coordinatorsOf } from './coordinators.js';
import type { Deps } from './deps.js';
import { presenceIn, withId } from './incoming.js';
import { newBulletin } from './newBulletin.js';

type Why = Extract<Bulletin['about'], { kind: 'channel-lost' }>['why'];

/** A team, or one channel of it, in which the bot can no longer speak. */
export interface Lost {
  teamId: string;
  /** Absent when it is the whole team. */
  channelId?: string | undefined;
  tenantId: string;
  why: Why;
}

/** Teams names nobody as sender of some of these. */
const inTeam = z.object({
  conversation: z.object({ tenantId: z.string().nullish() }),
  channelData: z.object({
    team: withId,
    channel: withId.nullish(),
    tenant: withId.nullish(),
    eventType: z.string().nullish(),
  }),
});

const GONE: Record<string, Why> = {
  channelDeleted: 'channel-deleted',
  teamDeleted: 'channel-deleted',
  teamHardDeleted: 'channel-deleted',
};

const TOLD_WITHIN_DAYS = 30;

/** Whether an activity tells that a team or channel is lost; nothing for any other. */
export function readLost(activity: Activity): Lost | undefined {
  const { type } = activity;
  if (type !== 'installationUpdate' && type !== 'conversationUpdate') return undefined;
  const parsed = inTeam.safeParse(activity);
  if (!parsed.success) return undefined;
  const { channelData, conversation } = parsed.data;
  const { team, channel, tenant, eventType } = channelData;
  const tenantId = conversation.tenantId ?? tenant?.id;
  const isRemoved = presenceIn(activity) === 'removed';
  const why = isRemoved ? 'bot-removed' : GONE[eventType ?? ''];
  if (why === undefined || tenantId === undefined) return undefined;
  const channelId = eventType === 'channelDeleted' ? channel?.id : undefined;
  return { teamId: team.id, channelId, tenantId, why };
}

/**
 * The link to a channel that is lost goes, so that escalations wait instead of being sent in vain;
 * every coordinator of its region is told in their own chat. Told a second time, nothing is left to do.
 */
export async function loseChannel(deps: Deps, lost: Lost): Promise<void> {
  if (deps.tenantId !== undefined && lost.tenantId !== deps.tenantId) return;
  for (const region of deps.regions.all()) {
    const link = await deps.repository.read('link', region.id);
    if (!link || !isLost(link, lost)) continue;
    const people = await coordinatorsOf(deps, region);
    const about = { kind: 'channel-lost', why: lost.why } as const;
    const expiresAt = instantOf(deps.now().plus({ days: TOLD_WITHIN_DAYS }));
    const telling = { region: region.id, about, expiresAt };
    const { ok } = await deps.repository.commit({
      writes: [
        { kind: 'link', remove: { key: region.id, version: link.version } },
        ...people.map((to) => newBulletin(deps, { ...telling, to })),
      ],
    });
    deps.log.warn({ region: region.id, why: lost.why, ok }, 'channel lost');
  }
  deps.delivery.wake();
}

function isLost({ teamId, channel }: Link, lost: Lost): boolean {
  if (teamId !== lost.teamId) return false;
  return lost.channelId === undefined || lost.channelId === channel.conversationId;
}

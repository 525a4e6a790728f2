import { randomUUID } from 'node:crypto';
import type { Account, World } from './playgroundWorld.js';

export interface Place {
  readonly conversation: string;
  readonly kind: 'personal' | 'channel';
}

/**
 * Activities as the Playground would make them if it could make them for anyone but its current
 * user. The shapes follow those it sends itself.
 */
export function messageActivity(
  world: World,
  from: Account,
  place: Place,
  text: string,
): ActivityOnWire {
  return {
    ...commonActivity(world, from, place),
    type: 'message',
    text,
    textFormat: 'plain',
    localTimestamp: new Date().toISOString(),
    localTimezone: 'Europe/Amsterdam',
    entities: [...mentionsIn(world, text), clientInfo],
  };
}

/** Installing sends two activities, as Teams does. */
export function installActivities(world: World, from: Account, place: Place): ActivityOnWire[] {
  const common = (): CommonActivity => {
    // No name: the Playground and Teams leave it out of these two.
    const unnamed = { id: from.id, aadObjectId: from.aadObjectId };
    return { ...commonActivity(world, from, place), from: unnamed };
  };
  const membersAdded = [{ id: from.id, aadObjectId: from.aadObjectId }, { id: world.bot.id }];
  return [
    { ...common(), type: 'installationUpdate', action: 'add' },
    { ...common(), type: 'conversationUpdate', membersAdded },
  ];
}

export function mentionsIn(world: World, text: string): Mention[] {
  const mention = mentionOf(world);
  return text.includes(mention) ? [{ type: 'mention', mentioned: world.bot, text: mention }] : [];
}

export function mentionOf(world: World): string {
  return `<at>${world.bot.name}</at>`;
}

const clientInfo = {
  type: 'clientInfo',
  locale: 'en-US',
  country: 'US',
  platform: 'Web',
  timezone: 'Europe/Amsterdam',
};

interface Mention {
  readonly type: 'mention';
  readonly mentioned: World['bot'];
  readonly text: string;
}

type CommonActivity = Readonly<Record<string, unknown>>;
export type ActivityOnWire = CommonActivity & { readonly type: string };

function commonActivity(world: World, from: Account, place: Place): CommonActivity {
  const { tenantId } = world;
  const isChannel = place.kind === 'channel';
  return {
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: world.bot,
    conversation: {
      id: place.conversation,
      conversationType: place.kind,
      tenantId,
      ...(isChannel && { isGroup: true }),
    },
    channelData: { tenant: { id: tenantId }, ...(isChannel && channelOf(world, place)) },
    locale: 'en-US',
  };
}

function channelOf(world: World, { conversation }: Place): Record<string, unknown> {
  const id = conversation.replace(/;messageid=.*$/, '');
  return {
    ...{ teamsChannelId: id, teamsTeamId: world.team.id },
    ...{ channel: { id }, team: { id: world.team.id } },
  };
}

/** Who and what exists in the Playground: the caller names people, the rest is filled in. */
export interface PlaygroundPerson {
  readonly name: string;
  readonly aadObjectId: string;
  /** The Bot Framework id (`from.id`); made from the aadObjectId when left out. */
  readonly id?: string;
}

export interface WorldOptions {
  readonly tenantId: string;
  /** The first one is the Playground's current user. At most six: the Playground knows five others. */
  readonly people: readonly [PlaygroundPerson, ...PlaygroundPerson[]];
  readonly botName?: string;
  readonly teamName?: string;
  /** The one channel beside General that the Playground allows. */
  readonly channelName?: string;
}

export type Account = Required<PlaygroundPerson>;

export interface World {
  readonly tenantId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly currentUser: Account;
  /** Everybody the caller named, the current user first. */
  readonly people: readonly Account[];
  readonly personalChat: string;
  /** `id` is also the conversation id of the channel General. */
  readonly team: { readonly id: string; readonly name: string; readonly aadGroupId: string };
  readonly channel: { readonly id: string; readonly name: string };
}

const otherUsersDemanded = 5;

export function buildWorld(options: WorldOptions): World {
  const [first, ...others] = options.people;
  if (others.length > otherUsersDemanded)
    throw new Error(`The Playground knows ${otherUsersDemanded + 1} people, not more`);
  const currentUser = account(first);
  return {
    tenantId: options.tenantId,
    bot: { id: '28:playground-bot', name: options.botName ?? 'Bot' },
    currentUser,
    people: [currentUser, ...others.map(account)],
    personalChat: 'a:personal-chat',
    team: {
      id: '19:team@thread.tacv2',
      name: options.teamName ?? 'Team',
      aadGroupId: '00000000-0000-4000-8000-00000000000a',
    },
    channel: { id: '19:channel@thread.tacv2', name: options.channelName ?? 'Kanaal' },
  };
}

/** The text of `.m365agentsplayground.yml`: JSON, which is YAML too. */
export function configFile(world: World): string {
  const { tenantId, bot, team, channel } = world;
  const config = {
    version: '0.1.1',
    tenantId,
    bot,
    currentUser: configUser(world.currentUser),
    users: exactlyFive(world.people.slice(1)).map(configUser),
    personalChat: { id: world.personalChat },
    groupChat: { id: '19:group-chat@thread.v2', name: 'Groepschat' },
    team: { ...team, channels: [channel] },
  };
  return JSON.stringify(config, null, 2);
}

function account(person: PlaygroundPerson): Account {
  return { ...person, id: person.id ?? `29:${person.aadObjectId}` };
}

/** The Playground refuses fewer and more; the fillers do show up in the team's roster. */
function exactlyFive(others: readonly Account[]): Account[] {
  const fillers = Array.from({ length: otherUsersDemanded - others.length }, (_, index) =>
    account({
      name: `Opvulling ${index + 1}`,
      aadObjectId: `f1111111-0000-4000-8000-00000000000${index}`,
    }),
  );
  return [...others, ...fillers];
}

function configUser({ id, name, aadObjectId }: Account): Record<string, string> {
  const [givenName = name, ...surname] = name.split(' ');
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.invalid`;
  return {
    id,
    name,
    aadObjectId,
    givenName,
    surname: surname.join(' '),
    email,
    userPrincipleName: email,
  };
}

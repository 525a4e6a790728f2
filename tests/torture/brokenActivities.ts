import { ACTIONS } from '../../bot/actions.js';
import { nl } from '../../cards/words/nl.js';
import { ANNEKE, JOOST, MERYEM, SANNE } from '../builders.js';
import {
  answeredConsent,
  clicked,
  deletedChannel,
  edited,
  inChat,
  installed,
  removedFromTeam,
  submitted,
  typedInChannel,
  typedInChat,
  typedInGroup,
} from '../bot/activities.js';
import { chatOf } from '../bot/fakeTeams.js';
import type { Pick } from '../seeded.js';
import { invented } from './invented.js';

/** One request as it is sent. */
export interface Sent {
  body: string | Buffer;
  contentType: string;
}
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Shape = Record<string, Json>;

/** In everything that is made up here: found again in the log, it was not kept out of it. */
export const MARK = 'Jansen';
const MARKED = `mevrouw ${MARK} 06-12345678`;

/** Strangers: nothing of anybody else's is theirs to change. */
const STRANGERS = 400;
/** People who may change what is stored. */
const ENTITLED = [SANNE, MERYEM, JOOST, ANNEKE];

const CONTROL = '\u0000\u0001\u0008\u001b\u007f\u0085\u2028\u202e\ufeff\ufffe';
const LONE = '\ud800 \udfff\ud83d';
/** Stands for what JSON.stringify could not write. */
const DEEP = '@deep@';

const random = (pick: Pick, below: number) => pick(Array.from({ length: below }, (_, n) => n));

/** What a value can be that it should not be. */
function junk(pick: Pick): Json {
  const made: (() => Json)[] = [
    () => null,
    () => pick([true, false]),
    () => pick([0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER]),
    () => pick(['', ' ', '__proto__', 'constructor', 'toString', MARKED]),
    () => `${MARKED}${CONTROL}${LONE}`,
    () => MARKED.repeat(pick([10, 300, 3_000])),
    () => [],
    () => ({}),
    () => [MARKED, null, { [MARK]: [MARKED] }],
    () => ({ $ne: MARKED, toString: MARKED, constructor: { prototype: { polluted: MARKED } } }),
    () => Array.from({ length: pick([10, 2_000]) }, () => null),
    () => DEEP,
  ];
  return pick(made)();
}

export interface Target {
  /** Of records that must stay as they are. */
  codes: readonly string[];
  data: Readonly<Record<string, Json>>;
  /** Where the bot answers; nothing that is made up here reaches anybody. */
  serviceUrl: string;
}

const stranger = (pick: Pick) => invented('Professional', random(pick, STRANGERS));

const VERBS = ACTIONS.map(({ verb }) => verb);
const WORDS = Object.values(nl.commands).flatMap(
  (words) => JSON.stringify(words).match(/[a-z ]{4,}/g) ?? [],
);

function pressed(pick: Pick, data: Record<string, Json>) {
  const action = {
    type: 'Action.Execute',
    id: undefined,
    title: undefined,
    verb: pick(VERBS),
    data,
  } as const;
  return action;
}

/** Something that Teams could have sent, about what is not the sender's. */
function whole(pick: Pick, { codes, data, serviceUrl }: Target): Shape {
  const person = stranger(pick);
  const conversation = pick([chatOf(person), '19:coordinators@thread.tacv2;messageid=1']);
  const message = { id: '1763280000001', conversation };
  const full = { ...data, code: pick(codes) };
  const activity = pick([
    () => typedInChat(person, pick([...WORDS, pick(codes), MARKED])),
    () => typedInChannel(person, pick(WORDS)),
    () => typedInGroup(person, pick(WORDS)),
    () => edited(typedInChat(person, ''), pick(WORDS)),
    () =>
      inChat(
        person,
        pick([
          'file',
          'picture',
          'text with its mark-up',
          'a message taken away',
          'a message put back',
          'a reaction',
          'uninstalled',
        ]),
      ),
    () => installed(person),
    () => removedFromTeam(person, pick(['uninstalled', 'removed'])),
    () => deletedChannel(),
    () =>
      answeredConsent(person, message, {
        context: full,
        uploadInfo: {
          name: MARKED,
          uploadUrl: 'http://127.0.0.1:9/',
          contentUrl: MARKED,
          uniqueId: MARKED,
          fileType: 'csv',
        },
      }),
    () => submitted(person, message, pressed(pick, full)),
    () => clicked(person, message, pressed(pick, full)),
    () => clicked(person, message, pressed(pick, full)),
    () => clicked(person, message, pressed(pick, full)),
  ])();
  return toJson({ ...activity, serviceUrl });
}

/** A click that would have its effect, from somebody who may. */
function rightful(pick: Pick, { codes, data, serviceUrl }: Target): Shape {
  const person = pick(ENTITLED);
  const full = { ...data, code: pick(codes) };
  const click = clicked(person, { id: '1', conversation: chatOf(person) }, pressed(pick, full));
  return toJson({ ...click, serviceUrl });
}

function toJson(activity: object): Shape {
  return JSON.parse(JSON.stringify(activity)) as Shape;
}

/** Every place in it, as the object it is in and its key there. */
function* placesIn(value: Json): Iterable<{ holder: Shape; key: string }> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Shape;
  for (const key of Object.keys(holder)) {
    yield { holder, key };
    yield* placesIn(holder[key] ?? null);
  }
}

function spoil(pick: Pick, activity: Shape, change: (holder: Shape, key: string) => void): Shape {
  for (let times = pick([1, 1, 1, 2, 3]); times > 0; times -= 1) {
    const { holder, key } = pick([...placesIn(activity)]);
    change(holder, key);
  }
  return activity;
}

/** Text of any length where text stands. */
function inText(pick: Pick, activity: Shape, change: (text: string) => string): Shape {
  const places = [...placesIn(activity)].filter(
    ({ holder, key }) => typeof holder[key] === 'string' && key !== 'serviceUrl',
  );
  const { holder, key } = pick(places);
  holder[key] = change(holder[key] as string);
  return activity;
}

/** Fields that the SDK knows and that nobody sends. */
const EXTRA: Shape = {
  deliveryMode: 'expectReplies',
  callerId: MARKED,
  relatesTo: { conversation: null, serviceUrl: MARKED },
  localTimezone: MARKED,
  locale: MARKED,
  localTimestamp: MARKED,
  expiration: 7,
  code: MARKED,
  action: 'add',
  valueType: MARKED,
  membersAdded: [null],
  membersRemoved: [{ id: 7 }],
  reactionsAdded: MARKED,
  semanticAction: { id: MARKED, state: 'start', entities: null },
  suggestedActions: { actions: MARKED },
  replyToId: MARKED,
  entities: [{ type: 'mention', mentioned: { id: MARKED }, text: MARKED }],
  attachments: [{ contentType: MARKED, content: MARKED }],
};

const TYPES = [
  ...['message', 'contactRelationUpdate', 'conversationUpdate', 'typing', 'endOfConversation'],
  ...['event', 'invoke', 'invokeResponse', 'deleteUserData', 'messageUpdate', 'messageDelete'],
  ...['installationUpdate', 'messageReaction', 'suggestion', 'trace', 'handoff', 'command'],
  ...['commandResult', 'delay', 'Message', MARKED, '__proto__', 'constructor'],
];
const NAMES = [
  ...['adaptiveCard/action', 'fileConsent/invoke', 'actionableMessage/executeAction'],
  ...[
    'composeExtension/query',
    'composeExtension/queryLink',
    'composeExtension/anonymousQueryLink',
  ],
  ...['composeExtension/selectItem', 'composeExtension/submitAction', 'composeExtension/fetchTask'],
  ...['composeExtension/querySettingUrl', 'composeExtension/setting'],
  ...[
    'composeExtension/onCardButtonClicked',
    'task/fetch',
    'task/submit',
    'tab/fetch',
    'tab/submit',
  ],
  ...['signin/verifyState', 'signin/tokenExchange', 'signin/failure', 'message/submitAction'],
  ...['message/fetchTask', 'config/fetch', 'config/submit', 'application/search'],
  ...['application/vnd.microsoft.meetingStart', 'application/vnd.microsoft.readReceipt'],
  ...['handoff/action', MARKED, '__proto__'],
];
const CHANNELS = ['webchat', 'directline', 'emulator', 'email', 'MSTEAMS', '', MARKED];

const JSON_TYPE = 'application/json; charset=utf-8';
const asJson = (body: Json | Shape): Sent => ({
  body: JSON.stringify(body),
  contentType: JSON_TYPE,
});

/** Keys as they come over the wire, which an object literal would take for its prototype. */
function withKeys(pick: Pick, activity: Shape): Sent {
  const { holder, key } = pick([...placesIn(activity)]);
  holder[`@${key}`] = holder[key] ?? null;
  const keys = pick([
    '"__proto__":{"polluted":"yes","verb":"claim"}',
    '"constructor":{"prototype":{"polluted":"yes"}}',
    '"__proto__":null',
    '"hasOwnProperty":7,"toJSON":1,"then":true',
    `"${MARK}":"${MARKED}"`,
  ]);
  const body = JSON.stringify(activity).replace(
    /"@[^"]*":/,
    (found) => `${keys},${found.replace('@', '')}`,
  );
  return { body, contentType: JSON_TYPE };
}

function notJson(pick: Pick, activity: Shape): Sent {
  const text = JSON.stringify(activity);
  const broken: (() => Sent)[] = [
    () => ({ body: text.slice(0, random(pick, text.length)), contentType: JSON_TYPE }),
    () => ({ body: `\ufeff${text}`, contentType: JSON_TYPE }),
    () => ({
      body: text,
      contentType: pick(['text/plain', 'application/x-www-form-urlencoded', '']),
    }),
    () => ({
      body: pick(['', 'null', '[]', '7', '""', '{}', MARKED, `[${text}]`]),
      contentType: JSON_TYPE,
    }),
    () => ({ body: Buffer.from(text, 'utf16le'), contentType: JSON_TYPE }),
    () => ({
      body: Buffer.concat([
        Buffer.from(text.slice(0, -2)),
        Buffer.from([0xff, 0xc3, 0x28]),
        Buffer.from('"}'),
      ]),
      contentType: JSON_TYPE,
    }),
  ];
  return pick(broken)();
}

type Make = (pick: Pick, target: Target) => Sent;

/** How an activity can be broken. */
const BREAKS: readonly Make[] = [
  (pick, target) => notJson(pick, whole(pick, target)),
  (pick, target) =>
    asJson(spoil(pick, whole(pick, target), (holder, key) => (holder[key] = junk(pick)))),
  (pick, target) =>
    asJson(
      spoil(pick, whole(pick, target), (holder, key) => {
        holder[key] = junk(pick);
      }),
    ),
  (pick, target) =>
    asJson(
      spoil(pick, whole(pick, target), (holder, key) => {
        Reflect.deleteProperty(holder, key);
      }),
    ),
  (pick, target) => {
    const key = pick(Object.keys(EXTRA));
    return asJson({ ...whole(pick, target), [key]: EXTRA[key] ?? null });
  },
  (pick, target) => asJson({ ...whole(pick, target), ...EXTRA }),
  (pick, target) => {
    const size = pick([1_000, 20_000, 200_000, 400_000]);
    const filling = pick([
      'x',
      '0',
      ' ',
      '06-',
      '<at>',
      'vastleggen ',
      '&nbsp;',
      'ë',
      '1.2.',
      MARKED,
    ]);
    return asJson(
      inText(pick, whole(pick, target), () => filling.repeat(Math.ceil(size / filling.length))),
    );
  },
  (pick, target) => withKeys(pick, whole(pick, target)),
  (pick, target) =>
    asJson(
      inText(pick, whole(pick, target), (text) =>
        pick([`${CONTROL}${text}${LONE}`, LONE, CONTROL]),
      ),
    ),
  (pick, target) => {
    const activity = whole(pick, target);
    const { holder, key } = pick([...placesIn(activity)]);
    holder[key] = DEEP;
    return asJson(activity);
  },
  // Nobody on another channel or in another tenant is who they say they are.
  (pick, target) => asJson({ ...rightful(pick, target), channelId: pick(CHANNELS) }),
  (pick, target) => {
    const activity = rightful(pick, target);
    const tenantId = pick(['22222222-2222-4222-8222-222222222222', MARKED, '__proto__']);
    return asJson({ ...activity, conversation: { ...(activity.conversation as Shape), tenantId } });
  },
  // Whoever sends it, what the bot goes by is not there.
  (pick, target) => {
    const activity = rightful(pick, target);
    const path = pick([
      ['from', 'aadObjectId'],
      ['recipient'],
      ['conversation', 'id'],
      ['value', 'action', 'verb'],
      ['value', 'action'],
      ['from'],
      ['value'],
      ['serviceUrl'],
      ['channelId'],
      ['type'],
    ]);
    const key = path.at(-1) ?? '';
    const holder = path.slice(0, -1).reduce<Shape>((at, step) => at[step] as Shape, activity);
    holder[key] = pick([7, null, [], {}, true, '']);
    return asJson(activity);
  },
  (pick, target) => asJson({ ...whole(pick, target), type: pick(TYPES), name: pick(NAMES) }),
  (pick, target) =>
    asJson({ ...whole(pick, target), type: 'invoke', name: pick(NAMES), value: junk(pick) }),
  // Every button, with nothing in it that was on a card.
  (pick, target) => {
    const activity = rightful(pick, target);
    const data = Object.fromEntries(
      Object.keys(target.data)
        .concat('code')
        .map((key) => [key, junk(pick)]),
    );
    return asJson({
      ...activity,
      value: { action: { ...pressed(pick, {}), data } },
    } as unknown as Shape);
  },
  (pick, target) => {
    const data: Record<string, Json> = { ...target.data, code: pick(target.codes) };
    for (const key of Object.keys(data)) if (pick([true, false, false])) data[key] = junk(pick);
    return asJson({
      ...whole(pick, target),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: pick(VERBS), data } },
    });
  },
];

/** Anything but what Teams sends. */
export function brokenActivity(pick: Pick, target: Target): Sent {
  const sent = pick(BREAKS)(pick, target);
  const { body } = sent;
  if (typeof body !== 'string') return sent;
  const depth = pick([50, 2_000, 60_000]);
  const [open, close] = pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  const deep = `${open.repeat(depth)}${open === '[' ? '' : '1'}${close.repeat(depth)}`;
  return { ...sent, body: body.replace(`"${DEEP}"`, () => deep) };
}

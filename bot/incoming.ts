import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { channelOf, type Conversation } from '../data/conversation.js';
import type { Person } from '../data/person.js';

/** Where something was said: the 1:1 chat, a team's channel, or a chat of several people. */
export type Place =
  { kind: 'personal' } | { kind: 'channel'; teamId: string; channelId: string } | { kind: 'group' };

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
    /** Whether a file that was offered may be put in the person's OneDrive. */
    | {
        kind: 'file-consent';
        /** Where to; absent when they would rather not. */
        upload: Upload | undefined;
        /** What was asked with the question. */
        context: unknown;
        /** The message that asks. */
        cardId: string | undefined;
      }
    | { kind: 'installed' }
    /** Files and pictures, with or without text beside them. */
    | { kind: 'attachment' }
    /** The bot was taken away from here. */
    | { kind: 'removed' }
  );

/** Where Teams lets a file be put, once. */
export type Upload = z.infer<typeof uploadSchema>;
const uploadSchema = z.object({
  name: z.string(),
  uploadUrl: z.string(),
  contentUrl: z.string(),
  uniqueId: z.string(),
  fileType: z.string(),
});

/** What nothing can be done with though it claims to be for the bot; Teams sends no such thing. */
export class MalformedActivity extends Error {
  override readonly name = 'MalformedActivity';

  /** `at` says where it is wrong, never what stood there. */
  constructor(readonly at: string[]) {
    super(`malformed: ${at.join(' ')}`);
  }
}

/** Ids become part of an address and of what is kept: half a character would stop both. */
const id = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,1000}$/u);
export const withId = z.object({ id });
const entity = z.union([
  z.object({ type: z.literal('mention'), mentioned: withId, text: z.string().nullish() }),
  z.object({ type: z.string().regex(/^(?!mention$)/) }),
]);

/** Empty is as good as absent. */
const idIfAny = z
  .union([id, z.literal('')])
  .nullish()
  .transform((one) => one || undefined);

const base = z.object({
  id: idIfAny,
  timestamp: z.string().max(100).nullish(),
  serviceUrl: z.string().max(1000),
  replyToId: idIfAny,
  /** Empty for a picture, or a mention and nothing more. */
  text: z.string().nullish(),
  entities: z.array(entity).nullish(),
  attachments: z.array(z.object({ contentType: z.string().nullish() })).nullish(),
  from: z.object({ aadObjectId: id, name: z.string().max(1000).nullish() }),
  recipient: withId,
  conversation: withId.extend({
    conversationType: z.string().nullish(),
    tenantId: id.nullish(),
  }),
  channelData: z
    .object({ tenant: withId.nullish(), team: withId.nullish(), channel: withId.nullish() })
    .nullish(),
});
/** People mend a mistyped word in its place; undone deletions come as the same type. */
const edited = z.object({ channelData: z.object({ eventType: z.literal('editMessage') }) });
const botRemoved = z
  .object({ recipient: withId, membersRemoved: z.array(withId).min(1) })
  .refine(({ recipient, membersRemoved }) => membersRemoved.some(({ id }) => id === recipient.id));
const submit = base.extend({ value: z.looseObject({ verb: z.string() }) });
const execute = base.extend({
  value: z.object({
    action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()).nullish() }),
  }),
});

const fileConsent = base.extend({
  value: z.union([
    z.object({ action: z.literal('accept'), context: z.unknown(), uploadInfo: uploadSchema }),
    z.object({ action: z.literal('decline'), context: z.unknown() }),
  ]),
});

/**
 * What arrived, in the bot's own words; nothing when it is of no use to it. Throws
 * `MalformedActivity` when it would be of use, were it whole.
 */
export function readIncoming(activity: Activity): Incoming | undefined {
  const { type, name } = activity;
  if (type === 'message') return readMessage(activity);
  if (type === 'messageUpdate' && edited.safeParse(activity).success) return readEdited(activity);
  if (type === 'invoke' && name === 'adaptiveCard/action') return readExecute(activity);
  if (type === 'invoke' && name === 'fileConsent/invoke') return readFileConsent(activity);
  const kind = presenceIn(activity);
  return kind && arrive(read(base, activity), { kind });
}

/** Whether the bot has come to a place or is gone from it. */
export function presenceIn(activity: Activity): 'installed' | 'removed' | undefined {
  const { type, action } = activity;
  // Teams also says so around every update of the app; by then everybody has been greeted.
  if (type === 'installationUpdate' && action === 'add') return 'installed';
  if (type === 'installationUpdate' && action === 'remove') return 'removed';
  if (type !== 'conversationUpdate') return undefined;
  return botRemoved.safeParse(activity).success ? 'removed' : undefined;
}

function readMessage(activity: Activity): Incoming {
  const submitted = submit.safeParse(activity);
  if (!submitted.success) return readTyped(read(base, activity));
  const { replyToId, value } = submitted.data;
  const { verb, ...data } = value;
  return arrive(submitted.data, {
    kind: 'click',
    verb,
    data,
    cardId: replyToId,
    answerable: false,
  });
}

function readTyped(typed: z.infer<typeof base>): Incoming {
  if (isAttached(typed)) return arrive(typed, { kind: 'attachment' });
  return arrive(typed, { kind: 'message', text: spokenIn(typed) });
}

/** The id stays that of the first version: the moment tells one from another. */
function readEdited(activity: Activity): Incoming {
  const typed = read(base, activity);
  const { id, timestamp } = typed;
  return readTyped({ ...typed, id: id && timestamp ? `${id} ${timestamp}` : undefined });
}

/** What Teams itself adds: the same text with its mark-up, and the message that is answered. */
const OWN_COPIES = ['text/html', 'messageReference'];

function isAttached({ attachments }: z.infer<typeof base>): boolean {
  return (attachments ?? []).some(({ contentType }) => !OWN_COPIES.includes(contentType ?? ''));
}

function readExecute(activity: Activity): Incoming {
  const clicked = read(execute, activity);
  const { verb, data } = clicked.value.action;
  const cardId = clicked.replyToId;
  return arrive(clicked, { kind: 'click', verb, data: data ?? {}, cardId, answerable: true });
}

function readFileConsent(activity: Activity): Incoming {
  const answered = read(fileConsent, activity);
  const { value, replyToId } = answered;
  const upload = value.action === 'accept' ? value.uploadInfo : undefined;
  const { context } = value;
  return arrive(answered, {
    kind: 'file-consent',
    upload,
    context,
    cardId: replyToId,
  });
}

function read<S extends z.ZodType>(schema: S, activity: Activity): z.infer<S> {
  const parsed = schema.safeParse(activity);
  if (parsed.success) return parsed.data;
  throw new MalformedActivity(parsed.error.issues.map(({ path }) => path.join('.')));
}

/** Without the mention of the bot, for which the SDK trusts whatever `entities` holds. */
function spokenIn({ text, entities, recipient }: z.infer<typeof base>): string {
  let spoken = text ?? '';
  for (const entity of entities ?? []) {
    if (!('mentioned' in entity) || entity.mentioned.id !== recipient.id) continue;
    spoken = spoken.replace(entity.text ?? '', '');
  }
  // The editor of Teams writes spaces beside a mention as HTML.
  return spoken.replaceAll('&nbsp;', ' ').trim();
}

type Content = Incoming extends infer I
  ? I extends Arrival
    ? Omit<I, keyof Arrival>
    : never
  : never;

function arrive(activity: z.infer<typeof base>, content: Content): Incoming {
  const { from, recipient, conversation, channelData, serviceUrl, id } = activity;
  const tenantId = conversation.tenantId ?? channelData?.tenant?.id;
  if (tenantId === undefined) throw new MalformedActivity(['conversation.tenantId']);
  return {
    activityId: id ?? '',
    sender: { tenantId, aadObjectId: from.aadObjectId, name: from.name ?? '' },
    chat: { serviceUrl, conversationId: conversation.id, botId: recipient.id, tenantId },
    place: placeOf(activity),
    ...content,
  };
}

function placeOf({ conversation, channelData }: z.infer<typeof base>): Place {
  if (conversation.conversationType === 'personal') return { kind: 'personal' };
  if (conversation.conversationType === 'groupChat') return { kind: 'group' };
  const channelId = channelData?.channel?.id ?? channelOf(conversation.id);
  return { kind: 'channel', teamId: channelData?.team?.id ?? channelId, channelId };
}

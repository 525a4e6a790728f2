import { randomUUID } from 'node:crypto';
import type { Person } from '../../data/person.js';
import type { PressedAction } from '../playground/cardActions.js';
import { CHANNEL_ID, chatOf } from './fakeTeams.js';
import botRemovedFromTeam from './payloads/botRemovedFromTeam.json' with { type: 'json' };
import channelDeleted from './payloads/channelDeleted.json' with { type: 'json' };
import channelInvoke from './payloads/channelInvoke.json' with { type: 'json' };
import channelMessage from './payloads/channelMessage.json' with { type: 'json' };
import deletedMessage from './payloads/deletedMessage.json' with { type: 'json' };
import editedMessage from './payloads/editedMessage.json' with { type: 'json' };
import fileConsent from './payloads/fileConsent.json' with { type: 'json' };
import fileMessage from './payloads/fileMessage.json' with { type: 'json' };
import formattedMessage from './payloads/formattedMessage.json' with { type: 'json' };
import groupMessage from './payloads/groupMessage.json' with { type: 'json' };
import installationUpdate from './payloads/installationUpdate.json' with { type: 'json' };
import meetingMessage from './payloads/meetingMessage.json' with { type: 'json' };
import personalInvoke from './payloads/personalInvoke.json' with { type: 'json' };
import personalMessage from './payloads/personalMessage.json' with { type: 'json' };
import pictureMessage from './payloads/pictureMessage.json' with { type: 'json' };
import reaction from './payloads/reaction.json' with { type: 'json' };
import submit from './payloads/submit.json' with { type: 'json' };
import undeletedMessage from './payloads/undeletedMessage.json' with { type: 'json' };
import uninstalledInTeam from './payloads/uninstalledInTeam.json' with { type: 'json' };
import uninstalledPayload from './payloads/uninstalled.json' with { type: 'json' };

/** An activity as Teams sends it: a scrubbed capture with the parts that matter filled in. */
export type SentActivity = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly conversation: { readonly id: string };
};

let last = 1_763_290_000_000;
const messageId = () => String((last += 1));
const invokeId = () => `f:${randomUUID()}`;

/** Teams leaves the name out of installations. */
function sender({ aadObjectId, name }: Person) {
  return { id: `29:${aadObjectId}`, name, aadObjectId };
}

export function typedInChat(person: Person, text: string): SentActivity {
  const conversation = { ...personalMessage.conversation, id: chatOf(person) };
  return { ...personalMessage, id: messageId(), from: sender(person), conversation, text };
}

/** With a mention of the bot in front, as a new post or in a thread. */
export function typedInChannel(person: Person, text: string, thread?: string): SentActivity {
  const id = messageId();
  const where = thread ?? `${CHANNEL_ID};messageid=${id}`;
  const conversation = { ...channelMessage.conversation, id: where };
  const mentioning = `<at>Nu Niet Zwanger</at> ${text}\n`;
  return { ...channelMessage, id, from: sender(person), conversation, text: mentioning };
}

/** A button of a card in message `replyToId`. */
export function clicked(
  person: Person,
  message: { id: string; conversation: string },
  action: PressedAction,
): SentActivity {
  const isChannel = message.conversation.startsWith('19:');
  const template = isChannel ? channelInvoke : personalInvoke;
  return {
    ...template,
    id: invokeId(),
    from: sender(person),
    conversation: { ...template.conversation, id: message.conversation },
    replyToId: message.id,
    value: { ...template.value, action },
  };
}

/** The answer to whether a file may be uploaded; `uploadInfo` is absent when it may not. */
export function answeredConsent(
  person: Person,
  message: { id: string },
  { context, uploadInfo }: { context: unknown; uploadInfo?: object },
): SentActivity {
  const action = uploadInfo ? 'accept' : 'decline';
  return {
    ...fileConsent,
    id: invokeId(),
    from: sender(person),
    conversation: { ...fileConsent.conversation, id: chatOf(person) },
    replyToId: message.id,
    value: { ...fileConsent.value, action, context, uploadInfo },
  };
}

/** The same button where Action.Execute is not supported. */
export function submitted(
  person: Person,
  message: { id: string; conversation: string },
  { verb, data }: PressedAction,
): SentActivity {
  return {
    ...submit,
    id: messageId(),
    from: sender(person),
    conversation: { ...submit.conversation, id: message.conversation },
    replyToId: message.id,
    value: { verb, ...data },
  };
}

export function installed({ aadObjectId }: Person): SentActivity {
  return {
    ...installationUpdate,
    id: invokeId(),
    from: { id: `29:${aadObjectId}`, aadObjectId },
    conversation: { ...installationUpdate.conversation, id: chatOf({ aadObjectId }) },
  };
}

/** The same message with another text; `version` tells one edit from the next. */
export function edited(message: SentActivity, text: string, version = 1): SentActivity {
  const { id, from, conversation } = message;
  const timestamp = `2026-11-16T08:00:${String(30 + version)}.7654321Z`;
  return { ...editedMessage, id, from, conversation, text, timestamp };
}

const IN_CHAT = {
  file: fileMessage,
  picture: pictureMessage,
  'text with its mark-up': formattedMessage,
  'a message taken away': deletedMessage,
  'a message put back': undeletedMessage,
  'a reaction': reaction,
  uninstalled: uninstalledPayload,
};

/** What else can arrive from somebody's own chat. */
export function inChat(person: Person, what: keyof typeof IN_CHAT): SentActivity {
  const payload = IN_CHAT[what];
  const conversation = { ...payload.conversation, id: chatOf(person) };
  return { ...payload, id: messageId(), from: sender(person), conversation };
}

const IN_GROUP = { group: groupMessage, meeting: meetingMessage };
export const GROUPS = ['group', 'meeting'] as const;

/** With a mention of the bot in front, in a chat of several people. */
export function typedInGroup(
  person: Person,
  text: string,
  group: (typeof GROUPS)[number] = 'group',
): SentActivity {
  const mentioning = `<at>Nu Niet Zwanger</at> ${text}\n`;
  return { ...IN_GROUP[group], id: messageId(), from: sender(person), text: mentioning };
}

const REMOVALS = { uninstalled: uninstalledInTeam, removed: botRemovedFromTeam };

/** Somebody takes the bot away from the team of the coordinators. */
export function removedFromTeam(person: Person, how: keyof typeof REMOVALS): SentActivity {
  return { ...REMOVALS[how], id: invokeId(), from: sender(person) };
}

/** Somebody deletes a channel of the coordinators' team; Teams does not say who. */
export function deletedChannel(id = CHANNEL_ID): SentActivity {
  const channelData = { ...channelDeleted.channelData, channel: { id } };
  return { ...channelDeleted, id: invokeId(), channelData };
}

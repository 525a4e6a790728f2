import { randomUUID } from 'node:crypto';
import type { Person } from '../../data/person.js';
import type { PressedAction } from '../playground/cardActions.js';
import { CHANNEL_ID, chatOf } from './fakeTeams.js';
import channelInvoke from './payloads/channelInvoke.json' with { type: 'json' };
import channelMessage from './payloads/channelMessage.json' with { type: 'json' };
import installationUpdate from './payloads/installationUpdate.json' with { type: 'json' };
import personalInvoke from './payloads/personalInvoke.json' with { type: 'json' };
import personalMessage from './payloads/personalMessage.json' with { type: 'json' };
import submit from './payloads/submit.json' with { type: 'json' };

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

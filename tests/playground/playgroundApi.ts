import { z } from 'zod/v4';
import type { PressedAction } from './cardActions.js';
import { parseJson } from './wireTap.js';

export interface InvokeRequest {
  readonly conversation: string;
  readonly messageId: string;
  readonly fromId: string;
  readonly action: PressedAction;
}

const newMessageSchema = z.object({
  messageId: z.string(),
  postConversationId: z.string().optional(),
});
export type NewMessage = z.infer<typeof newMessageSchema>;

const newChatSchema = z.object({ id: z.string() });
const invokeAnswerSchema = z.object({ type: z.string().optional(), value: z.unknown() });

/** The Playground's own routes; undocumented, read from version 0.2.28. */
export class PlaygroundApi {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Sends `installationUpdate` and `conversationUpdate` on behalf of the current user. */
  async install(conversation: string): Promise<void> {
    await this.#post(`_debug/conversation/${encodeURIComponent(conversation)}/installation`, {});
  }

  /** A message of the current user; without a mention of the bot a channel keeps it to itself. */
  async postMessage(
    conversation: string,
    fromId: string,
    text: string,
    mentions: readonly object[] = [],
  ): Promise<NewMessage> {
    const path = `_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`;
    const body = { from: { id: fromId }, text, textFormat: 'plain', mentions };
    return newMessageSchema.parse(await this.#post(path, body));
  }

  /** Hands any activity to the bot as it is; answers before the bot has it. */
  async sendToBot(activity: object): Promise<void> {
    await this.#post('_internal/v1/customActivities', activity);
  }

  /** The 1:1 chat of a person with the bot; made when it does not exist, as the bot would do it. */
  async openChat(personId: string): Promise<string> {
    const body = { isGroup: false, members: [{ id: personId }] };
    return newChatSchema.parse(await this.#post('_connector/v3/conversations', body)).id;
  }

  async invoke(request: InvokeRequest): Promise<z.infer<typeof invokeAnswerSchema>> {
    const answer = await this.#post('_conversation/v1/invoke', {
      name: 'adaptiveCard/action',
      from: { id: request.fromId },
      conversation: { id: request.conversation },
      replyToId: request.messageId,
      value: { action: request.action, trigger: 'manual' },
    });
    return invokeAnswerSchema.parse(answer);
  }

  async #post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.#url}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (answer.ok) return parseJson(text);
    throw new Error(`The Playground answered POST /${path} with ${answer.status}: ${text}`);
  }
}

import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { wordsIn } from '../cards/words/words.js';
import type { Adapter } from './adapter.js';
import type { Answer } from './answer.js';
import type { Instances } from '../data/instances.js';
import { createQueue } from './queue.js';
import type { Deps } from './deps.js';
import { answerBy, inTime } from './notLongerThan.js';
import { readIncoming } from './incoming.js';
import { loseChannel, readLost } from './lost.js';
import { takeTurn } from './turn.js';

/** The SDK starts its timer, one for all chats, whatever the option `startTypingTimer` says. */
class QuietApplication extends Application {
  override startTypingTimer(): void {
    // Its "typing" would come after an answer that did not go through the turn's context.
  }
}

/**
 * The teams-ai application: two routes, one for clicks and one for everything else. What they do is
 * decided by the tables of commands and actions; nothing is kept in its TurnState.
 */
export function createApp(adapter: Adapter, deps: Deps): Application {
  // Mentions are taken out once the activity turns out to be whole; the SDK would do it before.
  const app = new QuietApplication({ adapter, removeRecipientMention: false });
  const here = createQueue();
  /** The turns of one conversation, also those that other processes take. */
  const inOrder: Instances['inOrder'] = (key, act) =>
    here(key, () => deps.instances.inOrder(key, act));

  async function handle(context: TurnContext): Promise<Answer> {
    const lost = readLost(context.activity);
    if (lost) {
      await inOrder(lost.teamId, () => loseChannel(deps, lost));
      return { kind: 'nothing' };
    }
    const incoming = readIncoming(context.activity);
    if (!incoming) return { kind: 'nothing' };
    const pace = { answerBy: answerBy() };
    return inOrder(incoming.chat.conversationId, (lasting) =>
      takeTurn(deps, incoming, { ...pace, lasting }),
    );
  }

  const invoke: string = ActivityTypes.Invoke;
  const isInvoke = ({ activity }: TurnContext) => activity.type === invoke;
  app.addRoute(
    (context) => Promise.resolve(isInvoke(context)),
    async (context) => {
      const answer = await inTime(handle(context), SLOW);
      await context.sendActivity({
        type: ActivityTypes.InvokeResponse,
        value: { status: 200, body: invokeBody(answer) },
      });
    },
    true,
  );
  app.addRoute(
    (context) => Promise.resolve(!isInvoke(context)),
    async (context) => {
      await handle(context);
    },
  );
  return app;
}

/** The store has not answered: what becomes of the click nobody can tell yet. */
const SLOW: Answer = { kind: 'text', text: wordsIn('nl').failure.slow };

/** Teams shows "Something went wrong" for a click that gets no body; about a file it wants none. */
function invokeBody(answer: Answer): object | undefined {
  switch (answer.kind) {
    case 'card':
      return {
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: answer.card,
      };
    case 'text':
      return {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: answer.text,
      };
    case 'done':
      return undefined;
    case 'nothing':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: wordsIn('nl').refusals.other },
      };
  }
}

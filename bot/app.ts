import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { wordsIn } from '../cards/words/words.js';
import type { GoingOn } from '../data/goingOn.js';
import type { Instances } from '../data/instances.js';
import type { Adapter } from './adapter.js';
import type { Answer } from './answer.js';
import type { Deps } from './deps.js';
import { answerBy, orSlow } from './notLongerThan.js';
import { readIncoming, type Incoming } from './incoming.js';
import { loseChannel, readLost } from './lost.js';
import { createQueue } from './queue.js';
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
export function createApp(adapter: Adapter, deps: Deps, goingOn: GoingOn): Application {
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
    const by = answerBy();
    const answering = inOrder(incoming.chat.conversationId, (lasting) =>
      takeTurn(deps, incoming, {
        answerBy: by,
        lasting: (about, act) => goingOn.follow(lasting(about, act)),
      }),
    );
    return orSlow(goingOn.follow(answering), slowAnswer(incoming));
  }

  const invoke: string = ActivityTypes.Invoke;
  const isInvoke = ({ activity }: TurnContext) => activity.type === invoke;
  app.addRoute(
    (context) => Promise.resolve(isInvoke(context)),
    async (context) => {
      const answer = await handle(context);
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

/** What becomes of a click nobody can tell yet; what was typed is answered with a message, in the end. */
function slowAnswer({ kind }: Incoming): Answer {
  if (kind === 'click') return { kind: 'text', text: wordsIn('nl').failure.slow };
  return { kind: kind === 'file-consent' ? 'done' : 'nothing' };
}

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

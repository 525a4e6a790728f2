import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  TurnContext,
  type Activity,
  type ConversationParameters,
} from 'botbuilder';
import restify from 'restify';
import { z } from 'zod/v4';

export interface ThrowawayBot {
  readonly url: string;
  /** Every activity as it came over the wire. */
  readonly received: readonly unknown[];
  /** What TeamsInfo gave to those who said "wie". */
  readonly rosters: readonly unknown[];
  stop: () => Promise<void>;
}

interface Targets {
  readonly channelId: string;
  readonly greetedId: string;
}

const invokeSchema = z.object({
  action: z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) }),
});
const addressSchema = z.object({ port: z.number() });

/** Knows four words and two buttons; exists to try the driver on. */
export async function startThrowawayBot(targets: Targets): Promise<ThrowawayBot> {
  const received: unknown[] = [];
  const rosters: unknown[] = [];
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    received.push(structuredClone(request.body));
    await adapter.process(request, response, async (context) => {
      const { type, from, conversation } = context.activity;
      if (type === 'invoke') return answerClick(context);
      if (type !== 'message') return;
      const say = TurnContext.removeRecipientMention(context.activity).trim();
      if (say === 'wie') rosters.push(await askRosters(context));
      else if (say === 'plaats') await post(context, adapter, targets.channelId);
      else if (say === 'groet') await greet(context, adapter, targets.greetedId);
      else if (say === 'kaart') await context.sendActivity(cardMessage({}));
      else await context.sendActivity(`${from.name} zegt ${say} in ${conversation.id}`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = addressSchema.parse(server.address());
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(resolve);
    });
  return { url: `http://127.0.0.1:${port}/api/messages`, received, rosters, stop };
}

async function answerClick(context: TurnContext): Promise<void> {
  const { action } = invokeSchema.parse(context.activity.value);
  const shown = { ...action.data, by: context.activity.from.name };
  const counts = action.verb === 'tellen';
  if (counts)
    await context.updateActivity({ ...cardMessage(shown), id: context.activity.replyToId });
  const refusal = { code: 'Nee', message: 'Niet voor u' };
  const body = counts
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card(shown) }
    : { statusCode: 403, type: 'application/vnd.microsoft.error', value: refusal };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

async function post(context: TurnContext, adapter: CloudAdapter, id: string): Promise<void> {
  const where = { isGroup: true, channelData: { channel: { id } }, activity: cardMessage({}) };
  await create(context, adapter, where, 'Regel onder de post');
}

async function greet(context: TurnContext, adapter: CloudAdapter, id: string): Promise<void> {
  await create(context, adapter, { isGroup: false, members: [{ id, name: '' }] }, 'Goedemorgen');
}

async function create(
  { activity: { serviceUrl, recipient: bot, conversation } }: TurnContext,
  adapter: CloudAdapter,
  where: Pick<ConversationParameters, 'isGroup'> & Partial<ConversationParameters>,
  line: string,
): Promise<void> {
  await adapter.createConversationAsync(
    ...(['', 'msteams', serviceUrl, 'https://api.botframework.com'] as const),
    // The SDK demands a complete activity where the connector wants only the message.
    { bot, tenantId: conversation.tenantId, ...where } as ConversationParameters,
    async (proactive) => {
      await proactive.sendActivity(line);
    },
  );
}

async function askRosters(context: TurnContext): Promise<Record<string, unknown>> {
  const { conversation, from } = context.activity;
  const paged = await TeamsInfo.getPagedMembers(context);
  const member = await TeamsInfo.getMember(context, from.id);
  if (conversation.conversationType !== 'channel') return { paged, member };
  const teamPaged = await TeamsInfo.getPagedTeamMembers(context);
  return { paged, member, teamPaged, team: await TeamsInfo.getTeamDetails(context) };
}

function cardMessage(shown: Record<string, unknown>): Activity {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card(shown))) as Activity;
}

function card(shown: Record<string, unknown>): Record<string, unknown> {
  const button = (title: string, more: object): object => ({
    ...{ type: 'Action.Execute', title, verb: title.toLowerCase() },
    ...more,
  });
  const buttons = [
    button('Tellen', { data: { zaak: 'A1' } }),
    button('Weigeren', { associatedInputs: 'none' }),
    button('Uit', { isEnabled: false }),
  ];
  const toggle = { type: 'Input.Toggle', title: 'Akkoord', value: 'nee' };
  return {
    ...{ type: 'AdaptiveCard', version: '1.5' },
    body: [
      { type: 'TextBlock', text: `Laatst: ${JSON.stringify(shown)}`, wrap: true },
      { type: 'Input.Text', id: 'woord', label: 'Woord', value: 'standaard' },
      { ...toggle, id: 'akkoord', valueOn: 'ja', valueOff: 'nee' },
      { type: 'ActionSet', actions: buttons },
    ],
  };
}

import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ActivityHandler,
} from 'botbuilder';
import restify from 'restify';
import { sayReady } from './serverProcess.js';

/** Serves a bot as the samples of the SDK do: nothing between restify, the adapter and the bot. */
export function serve(bot: ActivityHandler): void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, (context) => bot.run(context));
  });
  server.listen(0, '127.0.0.1', () => {
    sayReady(server.address().port);
  });
}

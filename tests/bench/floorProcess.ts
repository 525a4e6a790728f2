import { ActivityHandler } from 'botbuilder';
import { serve } from './sdkServer.js';

/** The least a bot of this SDK can do: what was said is said back, and nothing is kept. */
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

serve(new EchoBot());

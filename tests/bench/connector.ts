import { z } from 'zod/v4';
import { startServer } from './serverProcess.js';

const countedSchema = z.object({ POST: z.number(), PUT: z.number() });

export interface Connector {
  serviceUrl: string;
  /** What bots asked of it since it was started. */
  counted(): Promise<{ posts: number; updates: number }>;
  stop(): Promise<void>;
}

/** A fake connector in a process of its own, so that it takes no time of a bot's. */
export async function startConnector(): Promise<Connector> {
  const server = await startServer({ main: new URL('./connectorProcess.js', import.meta.url) });
  const url = `http://127.0.0.1:${server.port}`;
  return {
    serviceUrl: `${url}/emea/`,
    async counted() {
      const answer = await fetch(`${url}/counted`);
      const { POST: posts, PUT: updates } = countedSchema.parse(await answer.json());
      return { posts, updates };
    },
    stop: () => server.stop(),
  };
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { z } from 'zod/v4';

/** On a free port of loopback. */
export async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

/** With a path, as those of Teams have. */
export function serviceUrlOf(server: Server): string {
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${port}/emea/`;
}

import { createServer, type Server } from 'node:net';

export type Release = () => Promise<void>;

export class StoreInUseError extends Error {
  constructor(directory: string) {
    super(`${directory} is in use by another process; stop the bot first`);
  }
}

/** `exclusive`: a cluster's workers would otherwise share one handle. Keeps no process alive. */
export function listen(path: string): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    // Stays on: a connection that cannot be accepted later must not end the process.
    server.on('error', reject);
    server.listen({ path, exclusive: true }, () => {
      resolve(server.unref());
    });
  });
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

import type { Readable } from 'node:stream';

/**
 * Reads to the end. Nothing when there is more than `limit` bytes. Rejects when it is cut off. Every
 * turn reads two short bodies, for which the consumers of Node take many times as long.
 */
export function readStream(stream: Readable, limit = Infinity): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    stream.on('end', () => {
      resolve(size <= limit ? Buffer.concat(chunks).toString() : undefined);
    });
    stream.on('error', reject);
  });
}

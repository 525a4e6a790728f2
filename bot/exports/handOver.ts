import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reader } from '../../cards/context.js';
import type { Conversation } from '../../data/conversation.js';
import type { Deps } from '../deps.js';
import type { ExportFile } from './makeFile.js';

/** What is said of it at once. */
export function fileHint(
  { exportsFolder }: Pick<Deps, 'exportsFolder'>,
  { words }: Reader,
  name: string,
): string {
  const { exportFile: texts } = words;
  return exportsFolder === undefined
    ? texts.offered(name)
    : texts.written(join(exportsFolder, name));
}

/** Asks in the chat whether the file may be uploaded; in a local run it is written at once. */
export async function handOver(
  { exportsFolder, messenger }: Deps,
  chat: Conversation,
  file: ExportFile,
): Promise<void> {
  if (exportsFolder !== undefined) {
    await mkdir(exportsFolder, { recursive: true, mode: 0o700 });
    await writeFile(join(exportsFolder, file.name), file.bytes, { mode: 0o600 });
    return;
  }
  const { name, about, bytes, request } = file;
  const attachment = {
    contentType: 'application/vnd.microsoft.teams.card.file.consent',
    name,
    content: {
      description: about,
      sizeInBytes: bytes.length,
      acceptContext: request,
      declineContext: request,
    },
  };
  await messenger.send(chat, { attachment, summary: about });
}

import { exportRequestSchema } from '../../cards/exportCard.js';
import type { Answer } from '../answer.js';
import type { Deps } from '../deps.js';
import type { Incoming, Upload } from '../incoming.js';
import { SendError, type Message } from '../messenger.js';
import { notLongerThan, waitLeft } from '../notLongerThan.js';
import type { Turn } from '../turnContext.js';
import { makeFile, type ExportFile } from './makeFile.js';
import { upload, UploadRefused } from './upload.js';

type Answered = Turn<Extract<Incoming, { kind: 'file-consent' }>>;

/**
 * The answer to whether a file may be uploaded. The question goes and what came of it takes its
 * place; Teams wants no more than to be answered, so an upload that takes long goes on by itself.
 */
export async function takeFileConsent(deps: Deps, turn: Answered): Promise<Answer> {
  const done = settle(deps, turn).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'file not handed over');
  });
  await notLongerThan(waitLeft(turn.answerBy), done, () => undefined);
  return { kind: 'done' };
}

async function settle(deps: Deps, turn: Answered): Promise<void> {
  const { chat, cardId } = turn.incoming;
  const message = await outcomeOf(deps, turn);
  await deps.messenger.send(chat, message);
  if (cardId !== undefined) await deps.messenger.remove(chat, cardId).catch(ignoreGone);
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof SendError)) throw error;
}

async function outcomeOf(deps: Deps, turn: Answered): Promise<Message> {
  const { exportFile: texts } = turn.words;
  const { upload: place } = turn.incoming;
  if (!place) return { text: texts.declined };
  const file = await fileFor(deps, turn);
  if (!file) return { text: texts.again };
  try {
    await upload(place.uploadUrl, file.bytes);
    return { attachment: uploaded(place), summary: texts.uploaded(place.name) };
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    deps.log.warn({ reason: error.message }, 'file not uploaded');
    return { text: texts.failed };
  }
}

/** Made anew, for whoever may still have it. */
async function fileFor(deps: Deps, turn: Answered): Promise<ExportFile | undefined> {
  const request = exportRequestSchema.safeParse(turn.incoming.context);
  const region = turn.roles.leads.find(({ id }) => id === request.data?.region);
  if (!request.success || !region) return undefined;
  return makeFile(deps, region, turn.language, request.data);
}

/** The file as Teams shows it in a chat. */
function uploaded({ name, contentUrl, uniqueId, fileType }: Upload) {
  return {
    contentType: 'application/vnd.microsoft.teams.card.file.info',
    name,
    contentUrl,
    content: { uniqueId, fileType },
  };
}

import type { CardContext } from '../../cards/context.js';
import { exportRequestSchema, type RequestOf } from '../../cards/exportRequest.js';
import { readReportPeriod } from '../../data/steeringReport/periods.js';
import type { Answer } from '../answer.js';
import type { Deps } from '../deps.js';
import type { Incoming, Upload } from '../incoming.js';
import type { Message } from '../messenger.js';
import { SendError } from '../sendError.js';
import { notLongerThan, waitLeft } from '../notLongerThan.js';
import { readerContext, type Turn } from '../turnContext.js';
import { figuresFile, reportFile, type ExportFile } from './makeFile.js';
import { issuedReports, reportOn } from './steeringReports.js';
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
  const asked = exportRequestSchema.safeParse(turn.incoming.context);
  const region = turn.roles.leads.find(({ id }) => id === asked.data?.region);
  if (!asked.success || !region) return undefined;
  const context = readerContext(deps, turn, region);
  const { of, ...request } = asked.data;
  return of === 'figures'
    ? figuresFile(deps, context, request)
    : issuedFile(deps, context, request);
}

/** Nothing when it was not issued. */
async function issuedFile(
  deps: Deps,
  context: CardContext,
  request: RequestOf<'steering-report'>,
): Promise<ExportFile | undefined> {
  const { region } = context;
  const period = readReportPeriod(request.period);
  const made = period && (await reportOn(deps, region, period, await issuedReports(deps, region)));
  if (!period || made?.kind !== 'issued') return undefined;
  return reportFile({ context, period, report: made.report }, request);
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

import { exportCard, exportFields } from '../../cards/exportCard.js';
import { replyToExport } from '../../dialogs/exportForm.js';
import type { Deps } from '../deps.js';
import { fileHint } from '../exports/handOver.js';
import { figuresFile } from '../exports/makeFile.js';
import { refuse, showCard, showForm, type Outcome } from '../outcome.js';
import { readerContext, type Clicked } from '../turnContext.js';

/** Bestand maken: the file is handed over below the form, which stays for another. */
export async function makeExport(deps: Deps, turn: Clicked): Promise<Outcome> {
  const { roles, words, incoming } = turn;
  if (roles.leads.length === 0) return refuse(words.refusals.leader);
  const { exportFile: texts } = words;
  const fields = exportFields(turn, roles.leads, deps.now());
  const result = replyToExport(turn, roles.leads, deps.now(), incoming.data);
  if (result.kind === 'again') {
    return showForm((read) => exportCard(turn, fields, read), result, texts.summary);
  }
  const region = roles.leads.find(({ id }) => id === result.request.region);
  if (!region) return refuse(words.refusals.leader);
  const file = await figuresFile(deps, readerContext(deps, turn, region), result.request);
  const read = { values: result.request, errors: {} };
  const card = exportCard(turn, fields, read, fileHint(deps, turn, file.name));
  return { ...showCard(card, texts.summary), file };
}

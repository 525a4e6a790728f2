import { exportCard, exportFields } from '../../cards/exportCard.js';
import { firstExport } from '../../dialogs/exportForm.js';
import type { Deps } from '../deps.js';
import { refuse, showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';

/** `export`: for the project leader, which figures and as what. */
export function showExport(deps: Deps, turn: Turn): Promise<Outcome> {
  const { roles, words } = turn;
  if (roles.leads.length === 0) return Promise.resolve(refuse(words.refusals.leader));
  const fields = exportFields(turn, roles.leads, deps.now());
  const card = exportCard(turn, fields, firstExport(roles.leads, deps.now()));
  return Promise.resolve(showCard(card, words.exportFile.summary));
}

import type { Correctable, Correction } from '../../../data/caseEvents.js';
import { CORRECTABLE } from '../../../data/caseEvents.js';
import { SITUATIONS, WANTS } from '../../../data/checklist.js';

/** What an answer was and is; of free text only that it changed is kept. */
const OLD_AND_NEW: Record<Correctable, readonly [from: string, to: string]> = {
  on: ['2026-11-12', '2026-11-11'],
  municipality: ['leiden', 'bodegraven-reeuwijk'],
  topics: ['', 'child-wish,sexuality,contraception'],
  determinants: ['knowledge', 'emotion,money'],
  phase: ['before', 'during'],
  wish: ['later', 'now'],
  wants: [WANTS.filter((want) => want !== 'no-help').join(','), ''],
  arrangement: ['regular', 'regular-fails'],
  situations: ['', SITUATIONS.join(',')],
  realisedOn: ['2026-11', '2026-11-10'],
  reasons: ['finance', 'finance,follow-up'],
  priority: ['false', 'true'],
  reachable: ['', ''],
  note: ['', ''],
  permissions: ['record,share', 'record,share,network'],
  progressNote: ['', ''],
};

/** Every answer that can be put right, at once. */
export const CORRECTIONS: Correction[] = CORRECTABLE.map((field) => {
  const [from, to] = OLD_AND_NEW[field];
  return { field, from, to };
});

import { KEY_OF, type Kind, type Records } from '../repository.js';
import { parseInstant, type DateTime } from '../weeks.js';
import { STANDING, type Row } from './rows.js';
import type { Views } from './views.js';

/** The rows that remove what is not kept beyond its own `expiresAt`, and repeat keys. */
export function expired({ records, repeats }: Views, now: DateTime): Row[] {
  const isPast = (instant: string | undefined) =>
    instant !== undefined && parseInstant(instant) <= now;
  const removed = <K extends Kind>(
    kind: K,
    rows: Map<string, Records[K] & { expiresAt?: string | undefined }>,
  ): Row[] =>
    [...rows.values()]
      .filter(({ expiresAt }) => isPast(expiresAt))
      .map((row) => ({ kind: 'removed', of: kind, key: KEY_OF[kind](row), file: STANDING }));
  const keys = [...repeats].filter(([, expiresAt]) => isPast(expiresAt));
  return [
    ...removed('draft', records.draft),
    ...removed('consult', records.consult),
    ...removed('absence', records.absence),
    ...removed('bulletin', records.bulletin),
    ...removed('run', records.run),
    ...keys.map(([key]): Row => ({ kind: 'forgotten', key })),
  ];
}

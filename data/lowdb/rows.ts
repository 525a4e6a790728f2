import { z } from 'zod/v4';
import { REASONS } from '../checklist.js';
import { COUNTED_ROWS, SUB_ROWS } from '../counting.js';
import { KEY_OF, RECORD_SCHEMAS, type Kind, type Records } from '../repository.js';
import { instant } from '../weeks.js';

/** The file of everything that is not a case. */
export const STANDING = 'state';
const MONTH = /^[a-z0-9-]{2,60}\/\d{4}-\d{2}$/;
const fileName = z.union([z.literal(STANDING), z.string().regex(MONTH)]);

const week = z.templateLiteral([z.number(), '-W', z.string()]);
const quarter = z.templateLiteral([z.number(), '-K', z.literal([1, 2, 3, 4])]);
const status = z.literal(['open', 'claimed', 'declined', 'closed', 'withdrawn']);
const contribution = z.union([
  z.object({ row: z.literal([...COUNTED_ROWS, ...SUB_ROWS]), period: week }),
  z.object({ row: z.templateLiteral(['reason:', z.literal(REASONS)]), period: quarter }),
  z.object({
    row: z.templateLiteral([z.literal(['finance-asked:', 'finance-granted:']), z.string()]),
    period: z.templateLiteral([z.int()]),
  }),
  z.object({ row: z.templateLiteral(['now:', status]), period: z.literal('now') }),
]);

const kinds = z.literal(Object.keys(RECORD_SCHEMAS) as Kind[]);

/** What files and journal are made of. A file holds no `removed` and no `forgotten`. */
export const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absence'), record: RECORD_SCHEMAS.absence }),
  z.object({ kind: z.literal('bulletin'), record: RECORD_SCHEMAS.bulletin }),
  z.object({ kind: z.literal('case'), record: RECORD_SCHEMAS.case }),
  z.object({ kind: z.literal('consult'), record: RECORD_SCHEMAS.consult }),
  z.object({ kind: z.literal('copy'), record: RECORD_SCHEMAS.copy }),
  z.object({ kind: z.literal('delivery'), record: RECORD_SCHEMAS.delivery }),
  z.object({ kind: z.literal('draft'), record: RECORD_SCHEMAS.draft }),
  z.object({ kind: z.literal('link'), record: RECORD_SCHEMAS.link }),
  z.object({ kind: z.literal('profile'), record: RECORD_SCHEMAS.profile }),
  z.object({ kind: z.literal('quick-count'), record: RECORD_SCHEMAS['quick-count'] }),
  z.object({ kind: z.literal('run'), record: RECORD_SCHEMAS.run }),
  z.object({ kind: z.literal('removed'), of: kinds, key: z.string(), file: fileName }),
  z.object({ kind: z.literal('repeat'), key: z.string(), expiresAt: instant }),
  z.object({ kind: z.literal('forgotten'), key: z.string() }),
  z.object({ kind: z.literal('counted'), region: z.string(), contribution, n: z.int() }),
  /** Of a month's file: the last change it holds. Kept in the standing file. */
  z.object({ kind: z.literal('month'), file: z.string().regex(MONTH), sequence: z.int() }),
]);
export type Row = z.infer<typeof rowSchema>;
export type RecordRow<K extends Kind = Kind> = {
  [P in K]: { kind: P; record: Records[P] };
}[K];

/** The file a row belongs to: a case to its region's month of opening (in UTC). */
export function fileOf(row: Row): string {
  if (row.kind === 'removed') return row.file;
  return row.kind === 'case' ? monthFile(row.record) : STANDING;
}

function monthFile({ code, region, openedAt }: Records['case']): string {
  const file = `${region}/${openedAt.slice(0, 'YYYY-MM'.length)}`;
  if (!MONTH.test(file)) throw new Error(`case ${code} cannot be filed under ${file}`);
  return file;
}

export function keyOfRecord<K extends Kind>(row: RecordRow<K>): string {
  return KEY_OF[row.kind](row.record);
}

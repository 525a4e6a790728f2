import { z } from 'zod/v4';
import { remainderSchema } from '../figureRows.js';
import { KEY_OF, kindSchema, RECORD_SCHEMAS, type Kind, type Records } from '../repository.js';
import { instant } from '../weeks.js';

/** The file of everything that is not filed by month. */
export const STANDING = 'state';
const MONTH = /^[a-z0-9-]{2,60}\/\d{4}-\d{2}$/;
const fileName = z.union([z.literal(STANDING), z.string().regex(MONTH)]);

/** What files and journal are made of. A file holds no `removed` and no `forgotten`. */
export const rowSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('absence'), record: RECORD_SCHEMAS.absence }),
  z.object({ kind: z.literal('bulletin'), record: RECORD_SCHEMAS.bulletin }),
  z.object({ kind: z.literal('case'), record: RECORD_SCHEMAS.case }),
  z.object({ kind: z.literal('consult'), record: RECORD_SCHEMAS.consult }),
  z.object({ kind: z.literal('copy'), record: RECORD_SCHEMAS.copy }),
  z.object({ kind: z.literal('delivery'), record: RECORD_SCHEMAS.delivery }),
  z.object({ kind: z.literal('digest'), record: RECORD_SCHEMAS.digest }),
  z.object({ kind: z.literal('draft'), record: RECORD_SCHEMAS.draft }),
  z.object({ kind: z.literal('imported'), record: RECORD_SCHEMAS.imported }),
  z.object({ kind: z.literal('link'), record: RECORD_SCHEMAS.link }),
  z.object({ kind: z.literal('profile'), record: RECORD_SCHEMAS.profile }),
  z.object({ kind: z.literal('quick-count'), record: RECORD_SCHEMAS['quick-count'] }),
  z.object({ kind: z.literal('register'), record: RECORD_SCHEMAS.register }),
  z.object({ kind: z.literal('run'), record: RECORD_SCHEMAS.run }),
  z.object({
    kind: z.literal('steering-reports'),
    record: RECORD_SCHEMAS['steering-reports'],
  }),
  z.object({ kind: z.literal('removed'), of: kindSchema, key: z.string(), file: fileName }),
  z.object({ kind: z.literal('repeat'), key: z.string(), expiresAt: instant }),
  z.object({ kind: z.literal('forgotten'), key: z.string() }),
  z.object({
    kind: z.literal('counted'),
    region: z.string(),
    contribution: remainderSchema,
    n: z.int(),
  }),
  /** Of a month's file: the last change it holds. Kept in the standing file. */
  z.object({ kind: z.literal('month'), file: z.string().regex(MONTH), sequence: z.int() }),
]);
export type Row = z.infer<typeof rowSchema>;
export type RecordRow<K extends Kind = Kind> = {
  [P in K]: { kind: P; record: Records[P] };
}[K];

/** The file a row belongs to: what is filed by month to its region's month of opening. */
export function fileOf(row: Row): string {
  if (row.kind === 'removed') return row.file;
  return isFiledByMonth(row) ? monthFile(row) : STANDING;
}

/** What is in the file of one month only, however often it changes. */
const FILED_BY_MONTH = ['case', 'imported'] as const;
type FiledByMonth = (typeof FILED_BY_MONTH)[number];

export function isFiledByMonth(row: Row): row is RecordRow<FiledByMonth> {
  return isKindByMonth(row.kind);
}

export function isKindByMonth(kind: Row['kind']): kind is FiledByMonth {
  return FILED_BY_MONTH.some((one) => one === kind);
}

/** A case's month of opening is that in UTC. */
function monthFile(row: RecordRow<FiledByMonth>): string {
  const month =
    row.kind === 'case' ? row.record.openedAt.slice(0, 'YYYY-MM'.length) : row.record.filedIn;
  const file = `${row.record.region}/${month}`;
  if (!MONTH.test(file)) {
    throw new Error(`${row.kind} ${keyOfRecord(row)} cannot be filed under ${file}`);
  }
  return file;
}

export function keyOfRecord<K extends Kind>(row: RecordRow<K>): string {
  return KEY_OF[row.kind](row.record);
}

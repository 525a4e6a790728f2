import { sql, type Kysely, type Migration } from 'kysely';

/** Regions that are copied here: until that is done, no bot starts; afterwards none is copied again. */
export const moving: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`create table moves (region text primary key, is_done boolean not null)`.execute(db);
  },
};

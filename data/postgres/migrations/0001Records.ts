import { sql, type Kysely, type Migration } from 'kysely';

const REGIONAL = ['regional_records', 'case_lists', 'contributions', 'tallies'];

/** Everything that is kept, and what is looked up and counted from it. */
export const records: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // Texts are compared as they are in JavaScript, whatever language the server speaks.
    await sql`
      create table places (
        kind text not null,
        key text collate "C" not null,
        region text not null,
        expires_at text collate "C",
        primary key (kind, key)
      )`.execute(db);
    await sql`create index on places (expires_at) where expires_at is not null`.execute(db);
    await sql`
      create table regional_records (
        region text not null,
        kind text not null,
        key text collate "C" not null,
        version integer not null,
        record json not null,
        waits_since text collate "C",
        organisation text,
        filed text,
        primary key (region, kind, key)
      )`.execute(db);
    await sql`
      create index on regional_records (region, kind, waits_since)
      where waits_since is not null`.execute(db);
    await sql`
      create index on regional_records (region, kind, organisation)
      where organisation is not null`.execute(db);
    await sql`
      create table personal_records (
        kind text not null,
        key text collate "C" not null,
        version integer not null,
        record json not null,
        expires_at text collate "C",
        primary key (kind, key)
      )`.execute(db);
    await sql`create index on personal_records (expires_at) where expires_at is not null`.execute(
      db,
    );
    await sql`
      create table case_lists (
        region text not null,
        code text not null,
        place text collate "C" not null,
        status text not null,
        professional text not null,
        holder text,
        organisation text not null,
        awaited boolean not null,
        primary key (region, code)
      )`.execute(db);
    for (const column of ['status', 'professional', 'holder', 'organisation']) {
      await sql`create index on case_lists (region, ${sql.ref(column)}, place)`.execute(db);
    }
    await sql`create index on case_lists (region, place)`.execute(db);
    await sql`create index on case_lists (region, place) where awaited`.execute(db);
    await sql`
      create table contributions (
        region text not null,
        kind text not null,
        key text collate "C" not null,
        "row" text collate "C" not null,
        period text collate "C" not null,
        n integer not null,
        primary key (region, kind, key, "row", period)
      )`.execute(db);
    await sql`create index on contributions (region, "row", period)`.execute(db);
    await sql`
      create table tallies (
        region text not null,
        "row" text not null,
        node text not null,
        n integer not null
      )`.execute(db);
    await sql`create index on tallies (region, node) include ("row", n)`.execute(db);
    await sql`create table repeats (key text primary key, expires_at text collate "C" not null)`.execute(
      db,
    );
    await sql`create index on repeats (expires_at)`.execute(db);
    await sql`
      create table behind (
        kind text not null,
        key text not null,
        since text collate "C" not null,
        primary key (kind, key)
      )`.execute(db);
    await sql`
      create table standings (
        key text not null,
        holder text not null,
        standing text not null,
        primary key (key, holder)
      )`.execute(db);
    await sql`create table tellings (told text not null, copy text not null, primary key (told, copy))`.execute(
      db,
    );
    await sql`create index on tellings (copy)`.execute(db);
    // Of a record of which only the key is known; in one journey, as every turn reads several.
    await sql`
      create function read_regional(asked_kind text, asked_key text) returns json
      language plpgsql as $$
      declare
        its_region text;
        found json;
      begin
        select region into its_region from places where kind = asked_kind and key = asked_key;
        perform set_config('nnz.regions', coalesce(its_region, ''), true);
        select record into found from regional_records
        where region = its_region and kind = asked_kind and key = asked_key;
        return found;
      end $$`.execute(db);
    for (const table of REGIONAL) {
      await sql`alter table ${sql.ref(table)} enable row level security`.execute(db);
      await sql`
        create policy region on ${sql.ref(table)} using (
          region = any (string_to_array(current_setting('nnz.regions', true), ' '))
        )`.execute(db);
    }
  },
};

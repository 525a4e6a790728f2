import { sql, type Kysely, type Migration } from 'kysely';

/** What several instances agree on. */
export const instances: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table duties (
        name text primary key,
        holder text not null,
        until timestamptz not null
      )`.execute(db);
    // A crash of the server leaves nobody who waits, so that it need not be written to its journal.
    await sql`
      create unlogged table tickets (
        id bigint generated always as identity primary key,
        queue text not null,
        until timestamptz not null
      )`.execute(db);
    await sql`create index on tickets (queue, id)`.execute(db);
    // One at a time per queue: a number that is given out is seen by whoever gets the next.
    await sql`
      create function draw_ticket(asked_queue text, kept interval)
      returns table (ticket bigint, is_first boolean)
      language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('tickets ' || asked_queue, 0));
        delete from tickets where queue = asked_queue and until < clock_timestamp();
        insert into tickets (queue, until) values (asked_queue, clock_timestamp() + kept)
        returning id into ticket;
        is_first := not exists (select from tickets where queue = asked_queue and id < ticket);
        return next;
      end $$`.execute(db);
    // Whoever waits is still there; who went without a word is passed by.
    await sql`
      create function is_first(asked_queue text, own bigint, kept interval) returns boolean
      language plpgsql as $$
      begin
        update tickets set until = clock_timestamp() + kept where id = own;
        return not exists (
          select from tickets
          where queue = asked_queue and id < own and until >= clock_timestamp()
        );
      end $$`.execute(db);
  },
};

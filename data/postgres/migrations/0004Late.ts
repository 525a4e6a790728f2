import { sql, type Kysely, type Migration } from 'kysely';

/** A turn that has ended may have left something going, which what later turns say must not overtake. */
export const late: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table tickets add column is_late boolean not null default false`.execute(db);
    await sql`drop function draw_ticket(text, interval)`.execute(db);
    await sql`
      create function draw_ticket(asked_queue text, kept interval)
      returns table (ticket bigint, is_first boolean, is_after_late boolean)
      language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('tickets ' || asked_queue, 0));
        delete from tickets where queue = asked_queue and until < clock_timestamp();
        insert into tickets (queue, until) values (asked_queue, clock_timestamp() + kept)
        returning id into ticket;
        select coalesce(bool_and(is_late), true), coalesce(bool_or(is_late), false)
        into is_first, is_after_late
        from tickets where queue = asked_queue and id < ticket;
        return next;
      end $$`.execute(db);
    await sql`
      create or replace function is_first(asked_queue text, own bigint, kept interval) returns boolean
      language plpgsql as $$
      begin
        update tickets set until = clock_timestamp() + kept where id = own;
        return not exists (
          select from tickets
          where queue = asked_queue and id < own and until >= clock_timestamp() and not is_late
        );
      end $$`.execute(db);
  },
};

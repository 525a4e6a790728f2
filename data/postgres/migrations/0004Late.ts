import { sql, type Kysely, type Migration } from 'kysely';

/** A turn that has ended may have left something going, which what later turns do must not overtake. */
export const late: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    // About what; only of a turn that has ended.
    await sql`alter table tickets add column late text[]`.execute(db);
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
        select coalesce(bool_and(late is not null), true), coalesce(bool_or(late is not null), false)
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
          where queue = asked_queue and id < own and until >= clock_timestamp() and late is null
        );
      end $$`.execute(db);
    // The own ticket stays meanwhile, also when it had run out.
    await sql`
      create function is_after_late(
        asked_queue text, own bigint, about text, kept interval, kept_late interval
      )
      returns boolean
      language plpgsql as $$
      begin
        insert into tickets (id, queue, until) overriding system value
        values (own, asked_queue, clock_timestamp() + kept)
        on conflict (id) do update set until = clock_timestamp() +
          case when tickets.late is null then kept else kept_late end;
        return exists (
          select from tickets
          where queue = asked_queue and id < own and until >= clock_timestamp() and about = any (late)
        );
      end $$`.execute(db);
  },
};

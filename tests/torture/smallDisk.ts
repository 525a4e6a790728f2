import { execFile } from 'node:child_process';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { PostgresDatabase } from '../postgres/database.js';
import type { PostgresServer } from '../postgres/server.js';

const MEGABYTES = 96;
const TABLES = [
  ...['places', 'regional_records', 'personal_records', 'case_lists'],
  ...['contributions', 'tallies', 'repeats', 'standings'],
];
const run = promisify(execFile);

/** A disk of the database server that can be full. */
export interface SmallDisk {
  isReal: boolean;
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/**
 * The tables on a file system of their own, where this account may mount one; elsewhere the server is
 * told to say what it says then.
 */
export async function onSmallDisk(
  server: PostgresServer,
  database: PostgresDatabase,
): Promise<SmallDisk> {
  const folder = await server.makeFolder('small');
  const { uid, gid } = await stat(folder);
  const options = `size=${MEGABYTES}m,uid=${uid},gid=${gid},mode=700`;
  try {
    await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  } catch {
    return simulated(database);
  }
  const { owner } = database;
  await sql`create tablespace small location ${sql.lit(folder)}`.execute(owner);
  for (const table of TABLES) {
    await sql`alter table ${sql.table(table)} set tablespace small`.execute(owner);
  }
  const ballast = join(folder, 'ballast');
  return {
    isReal: true,
    fill: () => writeUntilFull(ballast),
    free: () => rm(ballast, { force: true }),
    // The mount goes when nobody looks at it any more.
    remove: async () => {
      await run('umount', ['--lazy', folder]);
    },
  };
}

async function writeUntilFull(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let size = 1024 * 1024; size >= 1024;) {
      try {
        await file.write(Buffer.alloc(size));
      } catch {
        size /= 2;
      }
    }
  } finally {
    await file.close();
  }
}

function simulated({ owner }: PostgresDatabase): SmallDisk {
  const on = (what: 'enable' | 'disable') => async () => {
    for (const table of TABLES) {
      await sql`alter table ${sql.table(table)} ${sql.raw(what)} trigger disk_full`.execute(owner);
    }
  };
  const made = (async () => {
    await sql`
      create function disk_full() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file' using errcode = '53100';
      end $$`.execute(owner);
    for (const table of TABLES) {
      await sql`
        create trigger disk_full before insert on ${sql.table(table)}
        for each statement execute function disk_full()`.execute(owner);
    }
    await on('disable')();
  })();
  return {
    isReal: false,
    fill: async () => {
      await made;
      await on('enable')();
    },
    free: on('disable'),
    remove: () => Promise.resolve(),
  };
}

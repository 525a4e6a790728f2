import { DateTime } from 'luxon';
import { runBackup } from './backup/backupCommand.js';
import { runAsProcess } from './commandLine.js';

await runAsProcess((args, terminal) =>
  runBackup(args, { env: process.env, now: () => DateTime.utc(), terminal }),
);

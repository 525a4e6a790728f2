import { DateTime } from 'luxon';
import { runRestore } from './backup/restoreCommand.js';
import { runAsProcess } from './commandLine.js';

await runAsProcess((args, terminal) =>
  runRestore(args, { env: process.env, now: () => DateTime.utc(), terminal }),
);

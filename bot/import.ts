import { DateTime } from 'luxon';
import { runAsProcess } from './commandLine.js';
import { runImport } from './importing/command.js';

await runAsProcess((args, terminal) =>
  runImport(args, { env: process.env, now: () => DateTime.utc(), terminal }),
);

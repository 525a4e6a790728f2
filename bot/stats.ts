import { DateTime } from 'luxon';
import { runAsProcess } from './commandLine.js';
import { runStats } from './statistics/command.js';

await runAsProcess((args, terminal) =>
  runStats(args, { env: process.env, now: () => DateTime.utc(), terminal }),
);

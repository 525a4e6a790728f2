import { runAsProcess } from './commandLine.js';
import { runMigrate } from './migrating/migrateCommand.js';

await runAsProcess((args, terminal) => runMigrate(args, { env: process.env, terminal }));

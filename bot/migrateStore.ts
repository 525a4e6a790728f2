import { runAsProcess } from './commandLine.js';
import { runMigrateStore } from './migrating/storeCommand.js';

await runAsProcess((args, terminal) => runMigrateStore(args, { env: process.env, terminal }));

import { join } from 'node:path';
import { GoingOn } from '../data/goingOn.js';
import type { DateTime } from '../data/weeks.js';
import type { Region } from '../data/region.js';
import { Adapter } from './adapter.js';
import { createConnector } from './connector.js';
import { createApp } from './app.js';
import type { Config } from './config.js';
import { createCalls } from './delivery/calls.js';
import { startDelivery } from './delivery/delivery.js';
import { createCountedMessenger } from './delivery/countedMessenger.js';
import { createPacing, type Pacing } from './delivery/pacing.js';
import type { Deps } from './deps.js';
import { startDigests } from './digest.js';
import { createDuty } from './duty.js';
import { forgetEveryHour } from './forget.js';
import type { Log } from './log.js';
import { startMornings } from './morning.js';
import { createMessenger } from './messenger.js';
import type { Store } from './openStore.js';
import { notLongerThan } from './notLongerThan.js';
import { randomCode } from './randomCode.js';
import { watchRegions } from './regions.js';
import { createRoster } from './roster.js';
import { createServer } from './server.js';

export interface Bot {
  port: number;
  /** Finishes turns in flight and what delivery is doing, then closes the store. */
  stop(): Promise<void>;
}

interface BotOptions {
  config: Config;
  regions: Region[];
  store: Store;
  log: Log;
  now: () => DateTime;
  pacing?: Pacing | undefined;
}

const STOP_WITHIN_MS = 10_000;
/** What turns left going when they had been answered. */
const LATE_ENDS_WITHIN_MS = 5_000;

/** Only the Playground, which takes no files, is talked to without an identity. */
function exportsFolderOf({ identity, dataDir }: Config): string | undefined {
  return identity.kind === 'anonymous' ? join(dataDir, 'exports') : undefined;
}

/** The composition root: builds every part once and starts listening. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, store, log, now, pacing = createPacing() } = options;
  const { repository, instances } = store;
  const adapter = new Adapter(config.identity);
  const atOnce = createMessenger(createConnector(config.identity));
  const messenger = createCountedMessenger(atOnce, pacing);
  const regions = watchRegions(config.regionsDir, options.regions, log);
  const { tenantId } = config.identity;
  const shared = { repository, instances, regions, messenger, now, log, tenantId };
  const duty = createDuty(shared);
  const { calls, answerBy } = createCalls(shared);
  const deps: Deps = {
    ...shared,
    delivery: calls,
    isInTeam: createRoster(messenger, now),
    randomCode,
    exportsFolder: exportsFolderOf(config),
  };
  const goingOn = new GoingOn();
  const app = createApp(adapter, deps, goingOn);
  const server = createServer({
    adapter,
    log,
    turn: async (context) => {
      await app.run(context);
    },
    ready: () => (repository.readOnlyBecause() ? { ok: false, why: 'read-only' } : { ok: true }),
  });
  const port = await server.listen(config.port, config.host);
  await duty.start(() => {
    const delivery = startDelivery({ ...shared, messenger: atOnce, pacing, duty });
    const stopAnswering = answerBy(delivery);
    delivery.wake();
    const stopClock = [forgetEveryHour(deps), startMornings(deps), startDigests(deps)];
    return async () => {
      for (const stop of stopClock) await stop();
      stopAnswering();
      await delivery.stop();
    };
  });
  return {
    port,
    async stop() {
      await server.stop(STOP_WITHIN_MS);
      await notLongerThan(LATE_ENDS_WITHIN_MS, goingOn.ended(), () => undefined);
      await duty.stop();
      await instances.close();
      await repository.close();
    },
  };
}

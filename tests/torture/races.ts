import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCoordinators } from '../bot/coordinatorStage.js';
import { FakeTeams } from '../bot/fakeTeams.js';
import { SeveralBots } from '../bot/severalBots.js';
import { anEscalatedCase } from '../builders.js';
import { info, none, type Measured } from '../measured.js';
import { rounds, type Extent, type Part } from '../parts.js';
import { PostgresDatabase } from '../postgres/database.js';
import { seeded } from '../seeded.js';
import { clicksOn, heardOf, theHolder } from './claimRace.js';
import { codeOf, invented } from './invented.js';
import { saysTo } from './saysTo.js';

const RACES = 1_000;
const CONTENDERS = 9;
const INSTANCES = 3;

/** Coordinators who reach for one case at the same moment, each through another instance. */
export const races: Part = { name: 'races', run };

async function* run(extent: Extent): AsyncIterable<Measured> {
  const people = Array.from({ length: CONTENDERS }, (_, n) => invented('Coördinator', n));
  const folder = await mkdtemp(join(tmpdir(), 'nnz-races-'));
  await writeCoordinators(folder, people);
  const database = await PostgresDatabase.open();
  const teams = await new FakeTeams().listen();
  const environment = { DATABASE_URL: database.connectionString, REGIONS_DIR: folder };
  const several = await SeveralBots.start(teams, environment, INSTANCES);
  const wrong = { winners: 0, untold: 0, unlike: 0 };
  const winners = new Set<string>();
  const pick = seeded(extent.seed);
  try {
    const { repository } = several;
    for (let n = 0; n < rounds(RACES, extent); n += 1) {
      const whole = { code: codeOf(n), professional: invented('Professional', n) };
      const put = anEscalatedCase({}, whole);
      await repository.commit({ writes: [{ kind: 'case', put }] });
      const answers = await Promise.all(
        clicksOn(put, people, pick).map(async ({ person, click }) => ({
          person,
          answer: await saysTo(several, person, click),
        })),
      );
      const holder = await theHolder(repository, put.code);
      if (holder) winners.add(holder.name);
      else wrong.unlike += 1;
      const { hasOneWinner, untold } = heardOf(answers, holder);
      if (!hasOneWinner) wrong.winners += 1;
      wrong.untold += untold;
    }
  } finally {
    await several.close();
    await teams.close();
    await database.close();
    await rm(folder, { recursive: true });
  }
  yield info('races', `${rounds(RACES, extent)}`);
  yield info('races-different-winners', String(winners.size));
  yield none('races-without-one-winner', wrong.winners);
  yield none('races-losers-not-told-who', wrong.untold);
  yield none('races-stored-otherwise', wrong.unlike);
}

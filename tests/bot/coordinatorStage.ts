import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import hollandsMidden from '../../data/regions/hollands-midden.json' with { type: 'json' };
import { ANNEKE, JOOST, MERYEM, TOM } from '../builders.js';
import type { Person } from '../../data/person.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { ShownMessage } from './fakeTeams.js';
import { saysOn } from './personInTeams.js';

/** The example region with these coordinators, all of them in the team. */
export class CoordinatorStage {
  private constructor(
    readonly stage: BotStage,
    private readonly regionsDir: string,
  ) {}

  static async open(coordinators: readonly Person[] = [MERYEM, JOOST, TOM]) {
    const regionsDir = await mkdtemp(path.join(tmpdir(), 'nnz-regions-'));
    await writeCoordinators(regionsDir, coordinators);
    const stage = await openBotStage({ regionsDir });
    stage.teams.roster = [...coordinators];
    return new CoordinatorStage(stage, regionsDir);
  }

  /** The region file names others from now on. */
  async listCoordinators(coordinators: readonly Person[]): Promise<void> {
    await writeCoordinators(this.regionsDir, coordinators);
    await this.stage.restart();
  }

  async close(): Promise<void> {
    await this.stage.close();
    await rm(this.regionsDir, { recursive: true });
  }
}

export async function writeCoordinators(
  directory: string,
  people: readonly Person[],
): Promise<void> {
  const coordinators = people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));
  const projectLeaders = [{ aadObjectId: ANNEKE.aadObjectId, name: ANNEKE.name }];
  const region = { ...hollandsMidden, coordinators, projectLeaders };
  await writeFile(path.join(directory, 'hollands-midden.json'), JSON.stringify(region));
}

/** What stands in somebody's own chat and says this. */
export function heard(stage: BotStage, person: Person, words: string): ShownMessage[] {
  return stage.teams.in(stage.as(person).chat).filter((row) => saysOn(row).includes(words));
}

/** Waits until nothing is left to be told. */
export async function untilTold(stage: BotStage): Promise<void> {
  while ((await stage.repository.behind()).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

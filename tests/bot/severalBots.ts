import { openPostgresRepository } from '../../data/postgres/openPostgres.js';
import type { Person } from '../../data/person.js';
import type { Repository } from '../../data/repository.js';
import type { SentActivity } from './activities.js';
import { BuiltBot } from './builtBot.js';
import type { FakeTeams } from './fakeTeams.js';
import type { Scene } from './mainSteps.js';
import { PersonInTeams, type Venue } from './personInTeams.js';

/** Several processes of the bot on one database, behind what gives each the next request. */
export class SeveralBots implements Venue, Scene {
  readonly bots: BuiltBot[] = [];
  readonly #all: BuiltBot[] = [];
  #next = 0;

  private constructor(
    readonly teams: FakeTeams,
    private readonly environment: Record<string, string>,
    /** For who looks from outside. */
    readonly repository: Repository,
  ) {}

  static async start(
    teams: FakeTeams,
    environment: Record<string, string> & { DATABASE_URL: string },
    many: number,
  ): Promise<SeveralBots> {
    const repository = await openPostgresRepository({ connectionString: environment.DATABASE_URL });
    const several = new SeveralBots(teams, environment, repository);
    for (let n = 0; n < many; n += 1) await several.another();
    return several;
  }

  async another(): Promise<BuiltBot> {
    const bot = new BuiltBot({ LOG_LEVEL: 'info', ...this.environment }, this.teams);
    this.#all.push(bot);
    await bot.ready();
    this.bots.push(bot);
    return bot;
  }

  as(person: Person): PersonInTeams {
    return new PersonInTeams(this, person);
  }

  send(activity: SentActivity): Promise<{ status: number; body: string }> {
    this.#next += 1;
    const bot = this.bots[this.#next % this.bots.length];
    if (!bot) throw new Error('no bot is running');
    return bot.send(activity);
  }

  /** The one that delivers and goes by the clock, and the others. */
  onDuty(): { one: BuiltBot; others: BuiltBot[] } {
    const [one, ...more] = this.bots.filter(isOnDuty);
    if (!one || more.length > 0) throw new Error(`on duty: ${more.length + (one ? 1 : 0)}`);
    return { one, others: this.bots.filter((bot) => bot !== one) };
  }

  /** Gone, and no longer given anything to do. */
  async kill(bot: BuiltBot, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.leaveOut(bot);
    await bot.kill(signal);
  }

  leaveOut(bot: BuiltBot): void {
    this.bots.splice(this.bots.indexOf(bot), 1);
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map((bot) => bot.kill('SIGKILL')));
    await this.repository.close();
  }
}

function isOnDuty({ logged }: BuiltBot): boolean {
  const said = logged.flatMap((line) => {
    const { msg, isOn } = JSON.parse(line) as { msg?: string; isOn?: boolean };
    return msg === 'duty' ? [isOn] : [];
  });
  return said.at(-1) === true;
}

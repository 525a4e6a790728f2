import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Case } from '../../data/case.js';
import { isSamePerson, personKey, type Person } from '../../data/person.js';
import type { Repository } from '../../data/repository.js';
import { dayOf } from '../../data/weeks.js';
import { typedInChat, type SentActivity } from '../bot/activities.js';
import { PersonInTeams, saysOn, type Venue } from '../bot/personInTeams.js';
import { TENANT } from '../builders.js';
import type { Harm } from './killStore.js';

/** What somebody clicks, and what must be stored when it was answered. */
export const RECORDING = [
  { title: 'Opslaan', inputs: { organisation: 'jgz-voorbeeld', domain: 'social' } },
  {
    title: 'Volgende',
    inputs: { talked: 'yes', record: 'yes', on: dayOf(DateTime.utc()), municipality: 'leiden' },
  },
  { title: 'Volgende', inputs: { topics: 'contraception' } },
  {
    title: 'Opslaan',
    inputs: { wish: 'later', wants: 'contraception-help', arrangement: 'no-choice' },
  },
] as const;

/** Teams then says that something went wrong, and sends the click again. */
const GIVEN_UP_AFTER_MS = 5_000;

/** Somebody who records one talk. */
export class Recording {
  /** Clicks that were answered. */
  answered = 0;
  /** Clicks that Teams had given up when they were answered. */
  late = 0;
  /** Sent, and not answered. */
  open: SentActivity | undefined;
  readonly #person: PersonInTeams;

  constructor(
    readonly who: Person,
    private readonly bot: Venue,
  ) {
    this.#person = new PersonInTeams(bot, who);
  }

  async go(bot: Venue): Promise<void> {
    await this.#send(bot, typedInChat(this.who, 'vastleggen'));
    for (const click of RECORDING) {
      await this.#send(bot, this.#person.pressed(this.#person.newest(), click));
      this.answered += 1;
    }
  }

  /** Teams sends again what was not answered. */
  async sendAgain(bot: Venue): Promise<void> {
    if (!this.open) return;
    const isClick = 'replyToId' in this.open;
    await this.#send(bot, this.open);
    if (isClick) this.answered += 1;
  }

  async #send(bot: Venue, activity: SentActivity): Promise<void> {
    this.open = activity;
    const sent = performance.now();
    const { status, body } = await bot.send(activity).catch((error: unknown) => {
      throw new Unclear('no answer', { cause: error });
    });
    const isLate = performance.now() - sent > GIVEN_UP_AFTER_MS;
    if (isLate && 'replyToId' in activity) this.late += 1;
    if (status !== 200) throw new Unclear(`HTTP ${status} ${body}`);
    if (saysRefused(body) || this.#isRefusedInChat()) throw new Refused();
    this.open = undefined;
  }

  /** What is typed is answered with a message. */
  #isRefusedInChat(): boolean {
    const { teams } = this.bot;
    const last = teams.in(this.#person.chat).at(-1);
    return last !== undefined && saysRefused(saysOn(last));
  }
}

/** Answered with what went wrong, and what to do. */
export class Refused extends Error {}
/** Not answered, or with something that nobody could read. */
export class Unclear extends Error {}

const saysRefused = (text: string) => /Er ging iets mis|duurt langer dan anders/.test(text);

export function somebody(): Person {
  return { tenantId: TENANT, aadObjectId: randomUUID(), name: 'Noor de Jong' };
}

/** Whether what was answered is stored, once. */
export async function compareAll(
  repository: Repository,
  all: readonly Recording[],
  harm: Harm,
): Promise<void> {
  const { cases } = await repository.cases({ region: 'hollands-midden', limit: Infinity });
  for (const one of all) {
    const own = cases.filter(({ professional }) => isSamePerson(professional, one.who));
    await compare(repository, one, own, harm);
  }
  const isGap = ({ history }: Case) => history.some(({ number }, at) => number !== at + 1);
  harm.gaps += cases.filter(isGap).length;
}

async function compare(
  repository: Repository,
  { who, answered }: Recording,
  cases: readonly Case[],
  harm: Harm,
): Promise<void> {
  if (cases.length > 1) harm.doubled += cases.length - 1;
  const isDone = answered === RECORDING.length;
  if (isDone && cases.length === 0) harm.lost += 1;
  if (isDone || cases.length > 0) return;
  const profile = await repository.read('profile', personKey(who));
  const draft = await repository.read('draft', personKey(who));
  if (answered >= 1 && profile?.work?.organisation !== 'jgz-voorbeeld') harm.lost += 1;
  if (answered >= 2 && draft?.answers.municipality !== 'leiden') harm.lost += 1;
  if (answered >= 3 && draft?.answers.topics?.[0] !== 'contraception') harm.lost += 1;
}

import { currentEscalation, type Case } from '../../data/case.js';
import { readLowdbRepository } from '../../data/lowdb/readLowdbRepository.js';
import type { Repository } from '../../data/repository.js';
import { saysOn } from '../bot/personInTeams.js';
import { info, none, type Measured } from '../measured.js';
import type { seeded } from '../seeded.js';
import type { Escalated, People } from './deliveryPeople.js';
import { onePerRegion, type Pair } from './deliveryRegions.js';
import type { ShownCard, TormentingTeams } from './deliveryTeams.js';
import type { FastClock } from './fastClock.js';
import type { MortalBot } from './mortalBot.js';

/** On one page of the work queue. */
const ROWS = 8;

/** Everything there is while it lasts. */
export interface Stage {
  clock: FastClock;
  teams: TormentingTeams;
  bot: MortalBot;
  people: People;
  pairs: Pair[];
  pick: ReturnType<typeof seeded>;
  dataDir: string;
}

/** What is stuck is tried again at the request of coordinators; the rest comes by itself. */
export async function* untilShown({
  people,
  pairs,
  clock,
  dataDir,
}: Stage): AsyncIterable<Measured> {
  let [unseen, behind] = [0, Infinity];
  for (let pass = 0; pass < 60 && behind > 0; pass += 1) {
    const store = await readLowdbRepository(dataDir);
    for (const pair of onePerRegion(pairs)) {
      const before = await stuckIn(store, pair, clock);
      if (before.length === 0) continue;
      const codes = await people.retryAll(pair);
      const after = new Map(await stuckIn(await readLowdbRepository(dataDir), pair, clock));
      // One page does not show them all; and what has met its next fault meanwhile is another trouble.
      const isShown = ([code]: Stuck) => codes.length >= ROWS || codes.includes(code);
      unseen += before.filter(
        ([code, at]) => after.get(code) === at && !isShown([code, at]),
      ).length;
    }
    await clock.wait(60_000);
    behind = (await (await readLowdbRepository(dataDir)).behind()).length;
  }
  yield none('delivery-still-behind', behind);
  yield none('delivery-stuck-and-not-in-the-work-queue', unseen);
  yield info('delivery-retries-asked-for', String(people.retried));
}

type Stuck = [code: string, retryAt: string];

/** For so long that somebody would look. */
async function stuckIn(
  repository: Repository,
  { region }: Pair,
  clock: FastClock,
): Promise<Stuck[]> {
  const soon = new Date(clock.nowMs() + 60_000).toISOString();
  return (await repository.troubled(region))
    .map(({ subject, trouble }): Stuck => [subject, trouble.channel?.retryAt ?? ''])
    .filter(([, retryAt]) => retryAt > soon);
}

export async function* clickOrphans({
  people,
  teams,
  clock,
  dataDir,
}: Stage): AsyncIterable<Measured> {
  const repository = await readLowdbRepository(dataDir);
  const orphans: [Escalated, ShownCard][] = [];
  for (const escalated of people.escalated) {
    const live = (await repository.read('delivery', escalated.code))?.card?.activityId;
    const others = teams.cardsOf(escalated.code).filter(({ id }) => id !== live);
    orphans.push(...others.map((card) => [escalated, card] as [Escalated, ShownCard]));
  }
  const standing = orphans.filter(([, { isDeleted }]) => !isDeleted);
  const clickable = standing.filter(([, card]) => people.hasButtons(card));
  let notAnswered = 0;
  // Teams can refuse to take a card away as well; then somebody clicks it once more.
  for (let round = 0; round < 5; round += 1) {
    const left = clickable.filter(([, { isDeleted }]) => !isDeleted);
    const answers = left.map(([escalated, card]) => people.clickOrphan(escalated, card));
    notAnswered += (await Promise.all(answers)).filter((isAnswered) => !isAnswered).length;
    const isLeft = () => left.some(([, { isDeleted }]) => !isDeleted);
    for (let looks = 0; looks < 60 && isLeft(); looks += 1) await clock.wait(5_000);
  }
  const stay = clickable.filter(([, { isDeleted }]) => !isDeleted);
  yield info('delivery-orphans', String(orphans.length));
  yield info('delivery-orphans-clicked-while-working', String(people.orphansMet));
  yield info('delivery-orphans-clicked-in-the-end', String(clickable.length));
  yield info('delivery-orphans-without-a-button', String(standing.length - clickable.length));
  yield none('delivery-orphans-not-answered', notAnswered);
  yield none('delivery-orphans-that-stay', stay.length);
}

/** What is stored and what is seen, against what people were told that they had done. */
export async function* compare({ people, teams, pairs, dataDir }: Stage): AsyncIterable<Measured> {
  const repository = await readLowdbRepository(dataDir);
  let [lost, doubled, unseen] = [0, 0, 0];
  for (const escalated of people.escalated) {
    const subject = await repository.read('case', escalated.code);
    const happened = subject?.history.map(({ kind }) => kind) ?? [];
    if (escalated.events.some((kind, n) => happened[n] !== kind)) lost += 1;
    else if (happened.length > escalated.events.length) doubled += 1;
    if (!subject || !(await isSeen(repository, teams, subject))) unseen += 1;
  }
  const codes = new Set(people.escalated.map(({ code }) => code));
  const stored = (await allCodes(repository, pairs)).filter((code) => !codes.has(code));
  yield none('delivery-lost', lost);
  yield none('delivery-without-a-live-card-of-the-final-state', unseen);
  yield none('delivery-second-effects', doubled + stored.length);
}

/** Exactly one live card, and it shows how the case is now. */
async function isSeen(
  repository: Repository,
  teams: TormentingTeams,
  subject: Case,
): Promise<boolean> {
  const live = (await repository.read('delivery', subject.code))?.card?.activityId;
  const card = teams.cardsOf(subject.code).find(({ id }) => id === live);
  const state = currentEscalation(subject)?.state;
  if (!card || card.isDeleted || !state) return false;
  const says = saysOn({ card: card.card, text: '' });
  switch (state.status) {
    case 'open':
      return says.includes('[Oppakken]') && !says.includes('Opgepakt door');
    case 'claimed':
      return says.includes(`Opgepakt door: ${state.holder.name}`);
    case 'closed':
      return says.includes(`Afgerond door: ${state.by.name}`);
    case 'declined':
    case 'withdrawn':
      return false;
  }
}

async function allCodes(repository: Repository, pairs: Pair[]): Promise<string[]> {
  const codes: string[] = [];
  for (const region of new Set(pairs.map((pair) => pair.region))) {
    const { cases } = await repository.cases({ region, limit: 100_000 });
    codes.push(...cases.map(({ code }) => code));
  }
  return codes;
}

import type { Person } from '../../data/person.js';
import { anEscalatedCase } from '../builders.js';
import type { BotStage } from '../bot/botHarness.js';
import { CoordinatorStage } from '../bot/coordinatorStage.js';
import { info, none, type Measured } from '../measured.js';
import { seeded, type Pick } from '../seeded.js';
import { betweenBotAndStore } from './betweenBotAndStore.js';
import { clicksOn, heardOf, theHolder } from './claimRace.js';
import { codeOf, invented } from './invented.js';
import { saysTo } from './saysTo.js';
import { rounds, type Extent, type Part } from '../parts.js';

const RACES = 1_000;
const CONTENDERS = 8;

/** Coordinators who reach for one case at the same moment: one gets it, the others hear who. */
export const claims: Part = {
  name: 'claims',
  async *run(extent: Extent): AsyncIterable<Measured> {
    const people = Array.from({ length: CONTENDERS }, (_, n) => invented('Coördinator', n));
    const at = await CoordinatorStage.open(people);
    try {
      yield* race(at.stage, people, rounds(RACES, extent), seeded(extent.seed));
    } finally {
      await at.close();
    }
  },
};

/** What went wrong, in races or in answers. */
const nothingWrong = () => ({ notRaced: 0, winners: 0, untold: 0, unlike: 0, forgotten: 0 });

async function* race(
  stage: BotStage,
  people: readonly Person[],
  races: number,
  pick: Pick,
): AsyncIterable<Measured> {
  const wrong = nothingWrong();
  const winners = new Map<string, string>();
  const start = startingLine(stage);
  for (let n = 0; n < races; n += 1) {
    const subject = anEscalatedCase(
      {},
      { code: codeOf(n), professional: invented('Professional', n) },
    );
    await stage.store({ kind: 'case', put: subject });
    const clicks = clicksOn(subject, people, pick);
    start.line(subject.code);
    const answers = await Promise.all(
      clicks.map(async ({ person, click }) => {
        const answer = await saysTo(stage, person, click).finally(() => {
          start.isAnswered();
        });
        return { person, answer };
      }),
    );
    if (start.arrived() < CONTENDERS) wrong.notRaced += 1;
    const holder = await theHolder(stage.repository, subject.code);
    if (holder === undefined || start.accepted() !== 1) wrong.unlike += 1;
    const { hasOneWinner, untold } = heardOf(answers, holder);
    if (!hasOneWinner) wrong.winners += 1;
    wrong.untold += untold;
    if (holder) winners.set(subject.code, holder.name);
  }
  await stage.restart();
  for (const [code, name] of winners) {
    if ((await theHolder(stage.repository, code))?.name !== name) wrong.forgotten += 1;
  }
  yield info('claims-races', String(races));
  yield info('claims-different-winners', String(new Set(winners.values()).size));
  yield none('claims-not-all-had-read', wrong.notRaced);
  yield none('claims-without-one-winner', wrong.winners);
  yield none('claims-losers-not-told-who', wrong.untold);
  yield none('claims-stored-otherwise', wrong.unlike);
  yield none('claims-other-holder-after-restart', wrong.forgotten);
  yield none(
    'claims-turns-failed',
    stage.logged.filter((line) => line.includes('turn failed')).length,
  );
}

/** Holds every change to one case until all contenders have one: by then all of them have read it. */
function startingLine(stage: BotStage) {
  let code = '';
  let arrived = 0;
  let answered = 0;
  let accepted = 0;
  let isOff = true;
  let waiting: (() => void)[] = [];
  const goWhenComplete = () => {
    // Who was answered without changing anything is not waited for.
    if (arrived + answered < CONTENDERS) return;
    isOff = true;
    for (const go of waiting.splice(0)) go();
  };
  betweenBotAndStore(stage, async ({ writes }, commit) => {
    const isClaim = writes.some(
      (one) => one.kind === 'case' && 'put' in one && one.put.code === code,
    );
    if (isClaim && !isOff) {
      arrived += 1;
      const go = new Promise<void>((resolve) => waiting.push(resolve));
      goWhenComplete();
      await go;
    }
    const committed = await commit();
    if (isClaim && committed.ok) accepted += 1;
    return committed;
  });
  return {
    line(next: string) {
      code = next;
      arrived = 0;
      answered = 0;
      accepted = 0;
      waiting = [];
      isOff = false;
    },
    isAnswered() {
      answered += 1;
      if (!isOff) goWhenComplete();
    },
    arrived: () => arrived,
    accepted: () => accepted,
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Step } from '../../data/checklist.js';
import { personKey, type Person } from '../../data/person.js';
import { aDraft, aTalk } from '../builders.js';
import { clicked, type SentActivity } from '../bot/activities.js';
import { openBotStage, type BotStage } from '../bot/botHarness.js';
import { chatOf } from '../bot/fakeTeams.js';
import { ANSWERS } from '../bot/mainSteps.js';
import { info, none, type Measured } from '../measured.js';
import { seeded, type Pick } from '../seeded.js';
import { betweenBotAndStore } from './betweenBotAndStore.js';
import { codeOf, invented } from './invented.js';
import { saysTo } from './saysTo.js';
import { sendInOneGo } from './sendInOneGo.js';
import { rounds, type Extent, type Part } from '../parts.js';

const TURNS = 100;
const OTHERS = 10;

/**
 * Many clicks at once in one conversation, each on the screen that the one before leads to; the first
 * is held until people elsewhere have been answered.
 */
export const order: Part = {
  name: 'order',
  async *run(extent: Extent): AsyncIterable<Measured> {
    const stage = await openBotStage();
    try {
      yield* crowd(stage, rounds(TURNS, extent), seeded(extent.seed));
    } finally {
      await stage.close();
    }
  },
};

async function* crowd(stage: BotStage, turns: number, pick: Pick): AsyncIterable<Measured> {
  const person = invented('Professional', 0);
  await storeDraft(stage, person, 0);
  const { clicks, screens } = plan(person, turns, pick);
  const hold = holdFirst(stage, person);
  const answering = sendInOneGo(stage, clicks);
  await Promise.race([hold.isHeld, answering]);
  const elsewhere = Array.from({ length: OTHERS }, (_, n) => clickElsewhere(stage, n + 1));
  const answeredElsewhere = await Promise.all(elsewhere.map((one) => inTime(one)));
  const overtaken = hold.changes();
  hold.letGo();
  const answers = await answering;
  const draft = await stage.repository.read('draft', personKey(person));
  const changing = clicks.length - screens.filter(({ isLook }) => isLook).length;
  yield info('order-turns-at-once', String(turns));
  yield none(
    'order-not-in-order',
    answers.filter(({ body }, n) => !body.includes(screens[n]?.says ?? '?')).length,
  );
  yield none('order-http-not-200', answers.filter(({ status }) => status !== 200).length);
  yield none('order-changes-missing', 1 + changing - (draft?.version ?? 0));
  yield none('order-overtook-the-held-turn', overtaken);
  yield info('order-other-conversations', String(OTHERS));
  yield none('order-others-held-up', answeredElsewhere.filter((isAnswered) => !isAnswered).length);
  yield none(
    'order-turns-failed',
    stage.logged.filter((line) => line.includes('turn failed')).length,
  );
}

const answers = { municipality: 'leiden', ...aTalk() };

async function storeDraft(stage: BotStage, person: Person, n: number): Promise<void> {
  const put = aDraft({ person, code: codeOf(n), step: 'discussed', answers });
  await stage.store({ kind: 'draft', put });
}

/** The screens that are walked to and fro, and what is filled in there. */
const SCREENS: readonly { step: Step; says: string; inputs: Record<string, string> }[] = [
  { step: 'discussed', says: 'Stap 2 van 5', inputs: ANSWERS.discussed },
  { step: 'wish', says: 'Stap 3 van 5', inputs: ANSWERS.wish },
  { step: 'situation', says: 'Stap 4 van 5', inputs: ANSWERS.situation },
];

/** Clicks that each fit only the screen and the version that the one before leaves. */
function plan(person: Person, turns: number, pick: Pick) {
  let at = 0;
  let version = 1;
  const clicks: SentActivity[] = [];
  const screens: { says: string; isLook: boolean }[] = [];
  for (let n = 0; n < turns; n += 1) {
    const before = SCREENS[at] ?? first;
    const verb =
      n === 0
        ? 'next'
        : pick(
            at === 0
              ? ['next', 'resume']
              : at === 2
                ? ['back', 'resume']
                : ['next', 'back', 'resume'],
          );
    clicks.push(
      click(person, verb, { ...before.inputs, step: before.step, code: codeOf(0), version }),
    );
    if (verb !== 'resume') version += 1;
    at += verb === 'next' ? 1 : verb === 'back' ? -1 : 0;
    screens.push({ says: (SCREENS[at] ?? first).says, isLook: verb === 'resume' });
  }
  return { clicks, screens };
}
const [first = { step: 'discussed' as const, says: '', inputs: {} }] = SCREENS;

/** Without the message the card is in: Teams takes only so many updates a second. */
function click(person: Person, verb: string, data: Record<string, unknown>): SentActivity {
  const action = { type: 'Action.Execute', id: undefined, title: undefined, verb, data } as const;
  const sent = clicked(person, { id: '', conversation: chatOf(person) }, action);
  return { ...sent, replyToId: undefined };
}

/** Only a bot that lets them wait for the held turn takes as long as this. */
const PATIENCE_MS = 30_000;

function inTime(answered: Promise<boolean>): Promise<boolean> {
  return Promise.race([answered, delay(PATIENCE_MS, false, { ref: false })]);
}

/** Whether somebody with a checklist of their own gets to its next screen. */
async function clickElsewhere(stage: BotStage, n: number): Promise<boolean> {
  const person = invented('Professional', n);
  await storeDraft(stage, person, n);
  const { step, inputs } = first;
  const data = { ...inputs, step, code: codeOf(n), version: 1 };
  return (await saysTo(stage, person, click(person, 'next', data))).includes('Stap 3 van 5');
}

/** Holds the first change to somebody's checklist, with their conversation behind it. */
function holdFirst(stage: BotStage, person: Person) {
  let changes = 0;
  let letGo = (): void => undefined;
  let held = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (held = resolve));
  const mayGo = new Promise<void>((resolve) => (letGo = resolve));
  betweenBotAndStore(stage, async ({ writes }, commit) => {
    const isTheirs = writes.some(
      (one) =>
        one.kind === 'draft' && 'put' in one && one.put.person.aadObjectId === person.aadObjectId,
    );
    if (isTheirs && changes === 0) {
      held();
      await mayGo;
    }
    const committed = await commit();
    if (isTheirs && committed.ok) changes += 1;
    return committed;
  });
  return {
    isHeld,
    letGo: () => {
      letGo();
    },
    changes: () => changes,
  };
}

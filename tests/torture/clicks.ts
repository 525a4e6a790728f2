import { isDeepStrictEqual } from 'node:util';
import { ACTIONS } from '../../bot/actions.js';
import {
  KEY_OF,
  type Kind,
  type Records,
  type Repository,
  type Write,
} from '../../data/repository.js';
import { personKey, type Person } from '../../data/person.js';
import { aProfile, HOLLANDS_MIDDEN, TENANT } from '../builders.js';
import { clicked, type SentActivity } from '../bot/activities.js';
import { openBotStage, type BotStage } from '../bot/botHarness.js';
import { chatOf } from '../bot/fakeTeams.js';
import personalInvoke from '../bot/payloads/personalInvoke.json' with { type: 'json' };
import { info, none, type Measured } from '../measured.js';
import { seeded, type Pick } from '../seeded.js';
import { betweenBotAndStore } from './betweenBotAndStore.js';
import { SCENES, type Scene } from './clickScenes.js';
import { saysTo } from './saysTo.js';
import { rounds, type Extent, type Part } from '../parts.js';

const CLICKS = 1_000;
/** So many are on their way together when the bot is restarted in between. */
const TOGETHER = 10;

/** Clicks that Teams delivers two or three times: one effect, and the present state for every copy. */
export const clicks: Part = {
  name: 'clicks',
  async *run(extent: Extent): AsyncIterable<Measured> {
    const stage = await openBotStage();
    try {
      yield* deliver(stage, rounds(CLICKS, extent), seeded(extent.seed));
    } finally {
      await stage.close();
    }
  },
};

/** When the other copies come. */
const MODES = ['at once', 'later', 'after a restart'] as const;

interface Sent {
  scene: Scene;
  copies: SentActivity[];
  effects: number;
  answers: string[];
}

async function* deliver(stage: BotStage, clicks: number, pick: Pick): AsyncIterable<Measured> {
  const done: Sent[] = [];
  const watch = effectsIn(stage);
  for (let round = 0; done.length < clicks; round += 1) {
    const mode = MODES[round % MODES.length] ?? 'at once';
    const group: Sent[] = [];
    for (let n = done.length; n < Math.min(clicks, done.length + TOGETHER); n += 1) {
      group.push(await prepare(stage, n, pick));
    }
    const first = mode === 'at once' ? Infinity : 1;
    for (const sent of group) await watch.during(sent, sent.copies.slice(0, first));
    if (mode === 'after a restart') {
      await stage.restart();
      watch.again();
    }
    for (const sent of group) await watch.during(sent, sent.copies.slice(first));
    done.push(...group);
  }
  yield* figures(done);
  const failed = stage.logged.filter((line) => line.includes('turn failed'));
  yield none('clicks-turns-failed', failed.length);
}

function figures(done: readonly Sent[]): Measured[] {
  const verbs = new Set(done.map(({ scene }) => scene.verb));
  const withScene = SCENES.map((make) => make(0).verb);
  const without = ACTIONS.filter(({ once, verb }) => once && !withScene.includes(verb));
  const effects = done.map((sent) => sent.effects);
  const answers = done.flatMap(({ scene, answers }) => answers.map((says) => [says, scene.says]));
  const untrue = answers.filter(([says = '', should = '']) => !says.includes(should));
  return [
    info('clicks-sent', String(done.length)),
    info('clicks-delivered', String(answers.length)),
    info('clicks-different-buttons', String(verbs.size)),
    none('clicks-buttons-never-tried', without.length),
    none('clicks-without-effect', effects.filter((n) => n === 0).length),
    none('clicks-with-more-effects', effects.filter((n) => n > 1).length),
    none('clicks-answers-not-the-present-state', untrue.length),
  ];
}

/** What there is to click on, and the click as it comes: half of its copies have an id of their own. */
async function prepare(stage: BotStage, n: number, pick: Pick): Promise<Sent> {
  const make = SCENES[n % SCENES.length];
  if (!make) throw new Error('no scenes');
  const scene = make(n);
  const { person, verb, data, stored } = scene;
  const isNew = !(await stage.repository.read('profile', personKey(person)));
  await stage.store(
    ...stored,
    ...(isNew ? [{ kind: 'profile', put: profileOf(stage, person) } as const] : []),
  );
  const action = { type: 'Action.Execute', id: undefined, title: undefined, verb, data } as const;
  const click = clicked(person, { id: '', conversation: chatOf(person) }, action);
  const copies = Array.from({ length: pick([2, 3]) }, (_, copy) => ({
    ...click,
    // Without the message the card is in: Teams takes only so many updates a second.
    replyToId: undefined,
    id: copy > 0 && pick([true, false]) ? `${click.id}-${copy}` : click.id,
  }));
  return { scene, copies, effects: 0, answers: [] };
}

/** Somebody whose chat with the bot exists, so that a click need not be their first sign of life. */
function profileOf({ teams: { serviceUrl } }: BotStage, person: Person) {
  const chat = {
    serviceUrl,
    conversationId: chatOf(person),
    botId: personalInvoke.recipient.id,
    tenantId: TENANT,
  };
  const { name } = person;
  const domain = 'social' as const;
  return aProfile({
    person: { ...person, name },
    chat,
    work: { region: HOLLANDS_MIDDEN.id, organisation: 'jgz-voorbeeld', domain },
  });
}

/** Counts what was stored because of a click; `again` after every start of the bot. */
function effectsIn(stage: BotStage) {
  let now: Sent | undefined;
  const again = () => {
    betweenBotAndStore(stage, async ({ repeat, writes }, commit) => {
      const mine = now;
      const isEffect = repeat !== undefined || (await changesContent(stage.repository, writes));
      const committed = await commit();
      if (mine && isEffect && committed.ok) mine.effects += 1;
      return committed;
    });
  };
  again();
  return {
    again,
    async during(sent: Sent, copies: readonly SentActivity[]) {
      now = sent;
      const { person } = sent.scene;
      const answers = await Promise.all(copies.map((copy) => saysTo(stage, person, copy)));
      now = undefined;
      sent.answers.push(...answers);
    },
  };
}

/** What is written down about messages is no effect of a click. */
const ABOUT_MESSAGES: readonly Kind[] = ['copy', 'delivery'];

async function changesContent(repository: Repository, writes: readonly Write[]): Promise<boolean> {
  for (const write of writes) {
    if (ABOUT_MESSAGES.includes(write.kind)) continue;
    if ('remove' in write || !(await isAsStored(repository, write))) return true;
  }
  return false;
}

type Put<K extends Kind> = { [P in K]: { kind: P; put: Records[P] } }[K];

async function isAsStored<K extends Kind>(repository: Repository, { kind, put }: Put<K>) {
  const stored = await repository.read(kind, KEY_OF[kind](put));
  return isDeepStrictEqual({ ...stored, version: 0 }, { ...put, version: 0 });
}

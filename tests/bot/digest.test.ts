import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DurationLikeObject } from 'luxon';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import hollandsMidden from '../../data/regions/hollands-midden.json' with { type: 'json' };
import type { Person } from '../../data/person.js';
import type { Week } from '../../data/weeks.js';
import { aCase, anEscalatedCase, ANNEKE, aTalk, MERYEM, SANNE, TOM, utc } from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { heard, untilTold } from './coordinatorStage.js';
import { chatOf, type ShownMessage } from './fakeTeams.js';
import { linkChannel } from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

let folder: string;
let regionsDir: string;
let stage: BotStage;
const others: BotStage[] = [];

const listed = (people: readonly Person[]) =>
  people.map(({ aadObjectId, name }) => ({ aadObjectId, name }));

/** The shipped region, led by these people. */
async function writeRegion(leaders: readonly Person[], parts: object = {}): Promise<void> {
  const region = { ...hollandsMidden, projectLeaders: listed(leaders), ...parts };
  await writeFile(path.join(regionsDir, 'hollands-midden.json'), JSON.stringify(region));
}

/** A second one. */
async function writeOther(leaders: readonly Person[]): Promise<void> {
  const own = { id: 'elders', name: 'Elders', codePrefix: 'EL', projectLeaders: listed(leaders) };
  const [organisation] = COMPLETE.organisations;
  const organisations = [{ ...organisation, id: 'elders-jgz' }];
  const region = { ...COMPLETE, ...own, organisations };
  await writeFile(path.join(regionsDir, 'elders.json'), JSON.stringify(region));
}

async function open(leaders: readonly Person[] = [ANNEKE], parts: object = {}): Promise<void> {
  await writeRegion(leaders, parts);
  stage = await openBotStage({ regionsDir, onDisk: true });
  await decided('2026-W46');
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nnz-digest-'));
  regionsDir = path.join(folder, 'regions');
  await cp(path.join(import.meta.dirname, '../../data/regions'), regionsDir, { recursive: true });
});
afterEach(async () => {
  for (const other of others.splice(0)) await other.close();
  await stage.close();
  await rm(folder, { recursive: true });
});

const moment = () => new Promise((resolve) => setTimeout(resolve, 10));
const digestIn = (week: Week, region = 'hollands-midden') =>
  stage.repository.read('digest', `${region}/${week}`);

/** Waits until a region has its digest of a week, or is not to have any. */
async function decided(week: Week, region = 'hollands-midden', on = stage): Promise<void> {
  const { repository } = on;
  const key = `${region}/${week}`;
  while (
    !(await repository.read('digest', key)) &&
    !(await repository.read('run', `digest/${key}`))
  ) {
    await moment();
  }
}

/** Monday 16 November 2026, nine o'clock, is where the stage begins. */
async function later(ahead: DurationLikeObject, week: Week): Promise<void> {
  await stage.jump(ahead);
  await decided(week);
}
const toNextMonday = () => later({ days: 7 }, '2026-W47');

let codes = 0;
/** A case with a talk on this day. */
async function talked(on: string, parts: Parameters<typeof aCase>[0] = {}): Promise<void> {
  codes += 1;
  const code = `${parts.region === 'elders' ? 'EL' : 'HM'}-2${String(2 + (codes % 8))}22`;
  const put = aCase({ code, talks: [aTalk({ on })], ...parts });
  await stage.repository.commit({ writes: [{ kind: 'case', put }] });
}

const DIGEST = 'Weekbericht';
const told = (person: Person) => heard(stage, person, DIGEST);
const inChannel = () => stage.teams.channelCards().filter((card) => saysOn(card).includes(DIGEST));
const says = (message: ShownMessage | undefined) => (message ? saysOn(message) : '');

describe('on Monday', () => {
  it('the project leader is told of the week that ended, what changed first', async () => {
    await open();
    await stage.as(ANNEKE).say('start');
    await talked('2026-11-12');
    await talked('2026-11-17');
    await talked('2026-11-22', {
      escalations: anEscalatedCase({ at: utc('2026-11-18T10:00') }).escalations,
    });
    await talked('2026-11-23');
    await toNextMonday();
    await stage.as(ANNEKE).hears(DIGEST);
    const message = theOnly(told(ANNEKE));
    expect(says(message)).toMatch(
      /^Weekbericht Hollands Midden \(voorbeeld\), week 47 van 2026 Week 47 vergeleken met week 46: casuïstieken 2 \(was 1\) en opgeschaalde casuïstiek 1 \(was 0\)\. 16 november 2026 tot en met 22 november 2026\. Zo stond het op 23 november 2026, 09:0\d\./,
    );
    expect(says(message)).toContain('NNZ-casuïstieken door netwerkpartners 2 3 3');
    expect(message.summary).toBe('Weekbericht week 47');
    for (const person of [MERYEM, SANNE, TOM]) expect(told(person)).toEqual([]);
    expect(inChannel()).toEqual([]);
    const figures = await stage.as(ANNEKE).click(message, { title: 'Cijfers van week 47' });
    expect(figures.says).toContain('Week 47 van 2026');
  });

  it('it is told once, although the bot restarts ten times', async () => {
    await open();
    await linkChannel(stage);
    await talked('2026-11-17');
    await toNextMonday();
    for (let n = 0; n < 10; n += 1) await stage.restart();
    await untilTold(stage);
    for (const hours of [1, 24, 72, 36]) await later({ hours }, '2026-W47');
    await untilTold(stage);
    expect(told(ANNEKE)).toHaveLength(1);
  });

  it('it comes at seven, not a minute before', async () => {
    await open();
    await linkChannel(stage);
    await talked('2026-11-17');
    await stage.jump({ days: 6, hours: 21, minutes: 59 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await digestIn('2026-W46')).toBeUndefined();
    expect(await digestIn('2026-W47')).toBeUndefined();
    await later({ minutes: 1 }, '2026-W47');
    await untilTold(stage);
    expect(told(ANNEKE)).toHaveLength(1);
  });

  it('it is read in the reader’s own language', async () => {
    await open([ANNEKE, TOM]);
    await stage.as(ANNEKE).click(await stage.as(ANNEKE).ask('taal'), { title: 'English' });
    await stage.as(TOM).say('start');
    await talked('2026-11-17');
    await toNextMonday();
    await untilTold(stage);
    expect(says(theOnly(heard(stage, ANNEKE, 'Weekly digest')))).toContain(
      'Week 47 compared with week 46: cases with a talk 1 (0 before).',
    );
    expect(told(TOM)).toHaveLength(1);
  });
});

describe('a region in which nothing was counted', () => {
  it('has no digest, nor one of that week when something is recorded later', async () => {
    await open();
    await stage.as(ANNEKE).say('start');
    await talked('2026-11-12');
    for (let n = 0; n < 3; n += 1) await stage.restart();
    await untilTold(stage);
    expect(await digestIn('2026-W46')).toBeUndefined();
    expect(told(ANNEKE)).toEqual([]);
    await toNextMonday();
    await untilTold(stage);
    expect(says(theOnly(told(ANNEKE)))).toContain('casuïstieken 0 (was 1)');
  });
});

describe('what was missed while the bot was down', () => {
  it('is made at the start, once, and only of the week that ended last', async () => {
    await open();
    await stage.as(ANNEKE).say('start');
    await talked('2026-11-17');
    // Thursday of 2026-W50.
    await later({ days: 24 }, '2026-W49');
    await stage.restart();
    await untilTold(stage);
    expect(says(theOnly(told(ANNEKE)))).toContain(
      'In week 49 is niets geteld, net als in week 48.',
    );
    for (const week of ['2026-W47', '2026-W48'] as const) {
      expect(await digestIn(week)).toBeUndefined();
    }
  });
});

describe('once it is printed', () => {
  it('it stays as it is while figures change, also when it gets through later', async () => {
    await open();
    await stage.as(ANNEKE).say('start');
    await talked('2026-11-17');
    stage.teams.fail({ kind: 'message', does: { status: 503 } });
    await toNextMonday();
    const printed = await digestIn('2026-W47');
    await stage.teams.waitFor(
      () =>
        stage.teams
          .made('message')
          .find(({ accepted, activity }) => !accepted && activity?.summary?.startsWith(DIGEST)),
      'the first attempt',
    );
    await talked('2026-11-18');
    stage.teams.repair();
    await later({ hours: 1 }, '2026-W47');
    await untilTold(stage);
    expect(await digestIn('2026-W47')).toEqual(printed);
    expect(says(theOnly(told(ANNEKE)))).toContain('casuïstieken 1 (was 0)');
    const figures = await stage
      .as(ANNEKE)
      .click(theOnly(told(ANNEKE)), { title: 'Cijfers van week 47' });
    expect(figures.says).toContain('Week 47: 2 (weekbericht: 1)');
  });

  it('a machine that stops before it is told tells it once afterwards', async () => {
    await open();
    await stage.as(ANNEKE).say('start');
    await talked('2026-11-17');
    const { teams } = stage;
    teams.fail({ kind: 'message', does: 'hang' });
    await toNextMonday();
    const copy = path.join(folder, 'copy');
    await cp(stage.dataDir, copy, { recursive: true });
    teams.repair();
    const anew = await openBotStage({ regionsDir, dataDir: copy, teams });
    others.push(anew);
    await anew.jump({ days: 7 });
    await decided('2026-W47', 'hollands-midden', anew);
    await anew.restart();
    await untilTold(anew);
    expect(told(ANNEKE)).toHaveLength(1);
  });
});

describe('in the channel', () => {
  it('it is posted when the region wants it, and never updated', async () => {
    await open([ANNEKE], { digestInChannel: true, language: 'en' });
    await linkChannel(stage);
    await talked('2026-11-17');
    await toNextMonday();
    await untilTold(stage);
    const card = theOnly(stage.teams.channelCards().filter((row) => says(row).includes('Weekly')));
    expect(says(card)).toContain('cases with a talk 1 (0 before)');
    expect(says(card)).not.toContain('[Figures]');
    await talked('2026-11-18');
    for (let n = 0; n < 3; n += 1) await later({ days: 1 }, '2026-W47');
    await untilTold(stage);
    expect(stage.teams.thread(card)).toEqual([]);
    expect(card.updates).toBe(0);
    expect(stage.teams.made('post')).toHaveLength(1);
  });

  it('it waits for a link as long as it is news', async () => {
    await open([ANNEKE], { digestInChannel: true });
    await talked('2026-11-17');
    await toNextMonday();
    expect(inChannel()).toEqual([]);
    await linkChannel(stage);
    await stage.restart();
    await untilTold(stage);
    expect(inChannel()).toHaveLength(1);
    expect(told(ANNEKE)).toHaveLength(1);
  });
});

describe('a project leader who cannot be reached', () => {
  const toAnneke = {
    where: ({ conversation }: { conversation: string }) => conversation === chatOf(ANNEKE),
  };

  it('keeps it from nobody else; coordinators see it until the next one', async () => {
    await open([ANNEKE, TOM]);
    await linkChannel(stage);
    await talked('2026-11-17');
    stage.teams.fail({ kind: 'message', ...toAnneke, does: { status: 403 } });
    await toNextMonday();
    await untilTold(stage);
    expect(told(TOM)).toHaveLength(1);
    expect(told(ANNEKE)).toEqual([]);
    const queue = await stage.as(MERYEM).ask('werkvoorraad');
    expect(says(queue)).toContain('1 probleem');
    const retried = await stage
      .as(MERYEM)
      .click(queue, { title: 'Weekbericht week 47 nu opnieuw proberen' });
    expect(retried.says).toContain('Ik probeer het nu opnieuw');
    await untilTold(stage);
    await later({ days: 7 }, '2026-W48');
    await untilTold(stage);
    const [first, ...rest] = await stage.repository.troubled('hollands-midden');
    expect(first?.subject).toBe('hollands-midden/2026-W48');
    expect(rest).toEqual([]);
    stage.teams.repair();
    await later({ days: 7 }, '2026-W49');
    await untilTold(stage);
    expect(says(theOnly(told(ANNEKE)))).toContain('week 49');
    expect(await stage.repository.troubled('hollands-midden')).toEqual([]);
  });

  it('gets the newest alone, once there is a chat', async () => {
    await open();
    await talked('2026-11-17');
    await toNextMonday();
    await later({ days: 7 }, '2026-W48');
    expect(stage.teams.in(chatOf(ANNEKE))).toEqual([]);
    await stage.as(ANNEKE).say('start');
    await stage.restart();
    await untilTold(stage);
    expect(says(theOnly(told(ANNEKE)))).toContain('week 48');
    expect(await digestIn('2026-W47')).toBeDefined();
  });
});

describe('several regions', () => {
  it('have each their own, for their own project leaders', async () => {
    await writeOther([TOM, ANNEKE]);
    await open([ANNEKE]);
    for (const person of [ANNEKE, TOM]) await stage.as(person).say('start');
    await talked('2026-11-17');
    await talked('2026-11-17', { region: 'elders' });
    await talked('2026-11-18', { region: 'elders' });
    await toNextMonday();
    await decided('2026-W47', 'elders');
    await untilTold(stage);
    expect(says(theOnly(told(TOM)))).toContain(
      'Elders, week 47 van 2026 Week 47 vergeleken met week 46: casuïstieken 2',
    );
    expect(
      told(ANNEKE)
        .map((row) => says(row).includes('Elders'))
        .sort(),
    ).toEqual([false, true]);
    expect((await digestIn('2026-W47'))?.printed.week.talks).toBe(1);
  });

  it('of which one has nothing to tell', async () => {
    await writeOther([TOM]);
    await open([ANNEKE]);
    for (const person of [ANNEKE, TOM]) await stage.as(person).say('start');
    await talked('2026-11-17');
    await toNextMonday();
    await decided('2026-W47', 'elders');
    await untilTold(stage);
    expect(told(TOM)).toEqual([]);
    expect(told(ANNEKE)).toHaveLength(1);
  });
});

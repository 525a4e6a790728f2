import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SANNE } from '../builders.js';
import { COMPLETE } from '../data/regionBuilder.js';
import { typedInChat } from './activities.js';
import { BuiltBot } from './builtBot.js';
import { chatOf, FakeTeams } from './fakeTeams.js';
import { ANSWERS } from './mainSteps.js';
import { PersonInTeams, saysOn } from './personInTeams.js';

let teams: FakeTeams;
let dataDir: string;
let bots: BuiltBot[];
beforeEach(async () => {
  teams = await new FakeTeams().listen();
  dataDir = await mkdtemp(join(tmpdir(), 'nnz-start-'));
  bots = [];
});
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.kill('SIGKILL')));
  await teams.close();
  await rm(dataDir, { recursive: true });
});

function start(environment: Record<string, string> = {}): BuiltBot {
  const bot = new BuiltBot({ DATA_DIR: dataDir, ...environment }, teams);
  bots.push(bot);
  return bot;
}

async function started(environment: Record<string, string> = {}): Promise<BuiltBot> {
  const bot = start(environment);
  await bot.ready();
  return bot;
}

describe('no start, with what to do about it', () => {
  it.each([
    ['a broken variable', { PORT: 'http' }, 'PORT is not a port'],
    ['a folder without regions', { REGIONS_DIR: '/nowhere' }, '/nowhere: holds no region file'],
  ])('%s', async (_title, environment, message) => {
    const bot = start(environment);
    expect(await bot.ended()).toEqual({ code: 1, signal: null });
    expect(bot.complaint).toContain('The bot does not start');
    expect(bot.complaint).toContain(message);
    expect(bot.complaint).not.toContain('    at ');
    expect(bot.logged).toEqual([]);
  });

  it('a broken region file: file, path and rule', async () => {
    const file = join(dataDir, 'voorbeeld.json');
    await writeFile(file, JSON.stringify({ ...COMPLETE, retention: { draftDays: 90 } }));
    const bot = start({ REGIONS_DIR: dataDir, DATA_DIR: join(dataDir, 'data') });
    expect(await bot.ended()).toEqual({ code: 1, signal: null });
    expect(bot.complaint).toContain(`${file}: retention.draftDays: Too big`);
    expect(bot.complaint).toContain(`${file}: retention.caseMonths: `);
    expect(await readdir(dataDir)).toEqual(['voorbeeld.json']);
  });

  it('a port that is taken', async () => {
    const first = await started();
    const elsewhere = join(dataDir, 'elsewhere');
    const second = start({ PORT: String(first.port), DATA_DIR: elsewhere });
    expect(await second.ended()).toEqual({ code: 1, signal: null });
    expect(second.complaint).toContain('is taken');
  });

  it('data that another process has, which goes on undisturbed', async () => {
    const first = await started();
    const second = start();
    expect(await second.ended()).toEqual({ code: 1, signal: null });
    expect(second.complaint).toContain(dataDir);
    expect(await first.get('/readyz')).toBe('200 ok');
    const sanne = new PersonInTeams(first, SANNE);
    expect(await sanne.say('help')).toHaveLength(1);
  });

  it('a damaged data file: set aside, how to restore, and again at the second start', async () => {
    const bot = await started();
    await new PersonInTeams(bot, SANNE).say('hallo');
    expect(await bot.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    const backup = join(dataDir, '..', `${dataDir.split('/').at(-1) ?? ''}-backup`);
    await cp(dataDir, backup, { recursive: true });
    const name = (await readdir(dataDir)).find((one) => one.endsWith('.json')) ?? 'none';
    const damaged = join(dataDir, name);
    const bytes = (await readFile(damaged, 'utf8')).replace('Sanne', 'Sammy');
    await writeFile(damaged, bytes);

    for (const attempt of ['first', 'second']) {
      const again = start();
      expect(await again.ended(), attempt).toEqual({ code: 1, signal: null });
      expect(again.complaint).toContain(damaged);
      expect(again.complaint).toContain('To restore a backup: stop the bot');
      const aside = (await readdir(dataDir)).filter((one) => one.startsWith(`${name}.`));
      expect(aside).toHaveLength(1);
      expect(await readFile(join(dataDir, aside[0] ?? ''), 'utf8')).toBe(bytes);
      expect(await readdir(dataDir)).not.toContain(name);
    }

    await rm(dataDir, { recursive: true });
    await cp(backup, dataDir, { recursive: true });
    await rm(backup, { recursive: true });
    await started();
  });
});

describe('a started bot', () => {
  it('is ready when it says so', async () => {
    const bot = await started();
    expect(await bot.get('/healthz')).toBe('200 ok');
    expect(await bot.get('/readyz')).toBe('200 ok');
    expect(bot.complaint).not.toMatch(/Error|Unhandled/);
  });

  it('stays up whatever is sent to it', async () => {
    const bot = await started();
    const bodies = ['', '{', '[]', 'null', '"x"', '{"type":"message"}', '{"__proto__":{}}'];
    for (const body of bodies) {
      const answer = await bot.post(body);
      expect([answer.status, await answer.text()]).toEqual([400, '']);
    }
    const { from, ...nameless } = typedInChat(SANNE, 'hallo');
    expect(from).toBeDefined();
    const strange = { ...nameless, from: { id: '29:x', aadObjectId: 7 }, text: { a: 1 } };
    expect(await bot.send(strange)).toEqual({ status: 400, body: '' });
    expect(await bot.get('/readyz')).toBe('200 ok');
  });

  it('finishes the turn in flight at SIGTERM, takes no other, and exits with 0', async () => {
    const bot = await started();
    teams.fail({ kind: 'message', times: 1, does: 'hang' });
    const turn = bot.send(typedInChat(SANNE, 'hallo'));
    await teams.waitFor(() => teams.made('message')[0], 'the answer on its way');
    const ended = bot.kill('SIGTERM');
    await untilRefused(bot);
    teams.resume();
    expect(await turn).toEqual({ status: 200, body: '' });
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(teams.in(chatOf(SANNE))).toHaveLength(1);
  });

  it('that was killed goes on where it was', async () => {
    const bot = await started();
    const sanne = new PersonInTeams(bot, SANNE);
    const asked = await sanne.ask('vastleggen');
    const inputs = { organisation: 'jgz-voorbeeld', domain: 'social' };
    await sanne.click(asked, { title: 'Opslaan', inputs });
    const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const talk = { ...ANSWERS.talk, on: today };
    await sanne.click(asked, { title: 'Volgende', inputs: talk });
    expect(await bot.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });

    const again = new PersonInTeams(await started(), SANNE);
    expect(saysOn(await again.ask('verder'))).toContain('Stap 2 van 5');
    const answer = await again.click(asked, { title: 'Volgende' });
    expect(answer.says).toContain('Stap 3 van 5');
  });
});

/** The bot heard the signal: it no longer says it is ready, or does not listen any more. */
async function untilRefused(bot: BuiltBot): Promise<void> {
  while ((await bot.get('/readyz').catch(() => 'gone')) === '200 ok') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

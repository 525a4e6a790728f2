import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { eventually } from '../eventually.js';
import { PostgresDatabase } from '../postgres/database.js';
import { chatOf, FakeTeams, type ShownMessage } from './fakeTeams.js';
import { channelCard, escalate, linkChannel, shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';
import { SeveralBots } from './severalBots.js';

let database: PostgresDatabase;
beforeAll(async () => {
  database = await PostgresDatabase.open();
});
afterAll(() => database.close());

let teams: FakeTeams;
let several: SeveralBots;
beforeEach(async () => {
  await database.empty();
  teams = await new FakeTeams().listen();
  teams.roster = [MERYEM, JOOST];
});
afterEach(async () => {
  teams.release();
  await several.close();
  await teams.close();
});

const start = async (many: number) => {
  several = await SeveralBots.start(teams, { DATABASE_URL: database.connectionString }, many);
};
const theCase = async (code: string) => {
  const found = await several.repository.read('case', code);
  if (!found) throw new Error(`no case ${code}`);
  return found;
};
const claims = async (code: string) =>
  (await theCase(code)).history.filter(({ kind }) => kind === 'claimed');
const told = (about: string) =>
  teams.in(chatOf(SANNE)).filter((message) => saysOn(message).includes(about));

it('a case goes from talk to end though every click comes to another of three', async () => {
  await start(3);
  const { code, card } = await shownCase(several, { claimedBy: MERYEM });
  await channelCard(several, code, 'Opgepakt');
  expect(teams.channelCards()).toHaveLength(1);
  expect(told(`Meryem Kaya heeft casus ${code} opgepakt`)).toHaveLength(1);
  expect(teams.thread(card)).toHaveLength(1);
  await several.as(MERYEM).click(card, { title: 'Teruggeven' });
  await channelCard(several, code, 'Open');
  const { one, others } = several.onDuty();
  expect(others).toHaveLength(2);
  expect(await one.get('/readyz')).toBe('200 ok');
});

it('one click that comes to all of them, and a race for a case, have one effect', async () => {
  await start(3);
  const { code, card } = await shownCase(several);
  const [meryem, joost] = [several.as(MERYEM), several.as(JOOST)];
  const clicks = [meryem, joost, meryem, joost].map((person) =>
    person.pressed(card, { title: 'Oppakken' }),
  );
  const answers = await Promise.all(
    clicks.flatMap((click) => several.bots.map((bot) => bot.send(click))),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(await claims(code)).toHaveLength(1);
  await untilShown(several, code);
  expect(teams.thread(card)).toHaveLength(1);
});

/** What the bot says next does not arrive until `teams.resume()`; somebody asks two of them for help. */
async function whileAnswering() {
  await start(2);
  await several.as(SANNE).say('taal');
  const [one, other] = several.bots;
  teams.fail({ kind: 'message', times: 1, does: 'hang' });
  const before = teams.made('message').length;
  const sanne = several.as(SANNE);
  const earlier = one?.send(sanne.typing('help'));
  await teams.waitFor(() => teams.made('message')[before], 'the first answer on its way');
  const later = (bot = other) => bot?.send(sanne.typing('privacy'));
  const said = () => teams.in(chatOf(SANNE)).map(({ summary }) => summary);
  return { one, earlier, later, said, made: () => teams.made('message').length - before };
}

it('the turns of one conversation keep their order, whoever takes them', async () => {
  const { earlier, later, said, made } = await whileAnswering();
  const second = later();
  await eventually(async () => (await ticketsDrawn()) === 2);
  expect(made()).toBe(1);
  teams.resume();
  await Promise.all([earlier, second]);
  expect(said()).toEqual(['Taal', 'Hulp', 'Privacy']);
});

it('an answer that Teams takes too long over comes before the next, of whichever instance', async () => {
  const { earlier, later, said, made } = await whileAnswering();
  await earlier;
  await later();
  expect(made()).toBe(1);
  teams.resume();
  await eventually(() => said().length === 3);
  expect(said()).toEqual(['Taal', 'Hulp', 'Privacy']);
});

it('what an instance has still to say is said before it stops', async () => {
  const { one, earlier, later, said, made } = await whileAnswering();
  if (!one) throw new Error('no bot is running');
  await earlier;
  await later(one);
  expect(made()).toBe(1);
  const stopped = several.kill(one, 'SIGTERM');
  await eventually(() => one.logged.some((line) => line.includes('stopping')));
  teams.resume();
  await stopped;
  expect(said()).toEqual(['Taal', 'Hulp', 'Privacy']);
});

async function ticketsDrawn(): Promise<number> {
  return (await database.owner.selectFrom('tickets').select('id').execute()).length;
}

/** While the one on duty posts a card, and nobody has told it whether that arrived. */
async function whilePosting(accepted: boolean) {
  await start(2);
  await linkChannel(several);
  teams.fail({ kind: 'post', times: 1, does: 'hang', accepted });
  const code = await escalate(several);
  await teams.waitFor(() => teams.made('post')[0], 'the post on its way');
  const { one, others } = several.onDuty();
  several.leaveOut(one);
  return { code, one, others };
}

async function isClaimedOnce(code: string, card: ShownMessage): Promise<void> {
  await several.as(MERYEM).click(card, { title: 'Oppakken' });
  await untilShown(several, code);
  expect(saysOn(await channelCard(several, code))).toContain('Opgepakt');
  expect(teams.channelCards()).toHaveLength(1);
  expect(told(`Meryem Kaya heeft casus ${code} opgepakt`)).toHaveLength(1);
}

it('one that is killed while it posts a card: another does it, once', async () => {
  const { code, one, others } = await whilePosting(false);
  await one.kill('SIGKILL');
  await untilShown(several, code);
  expect(several.onDuty().one).toBe(others[0]);
  await isClaimedOnce(code, await channelCard(several, code));
});

it('one that is frozen meanwhile, and goes on: what it had posted has no effect and goes', async () => {
  const { code, one, others } = await whilePosting(true);
  one.stopForAWhile();
  await untilShown(several, code);
  expect(several.onDuty().one).toBe(others[0]);
  one.goOn();
  teams.resume();
  const [orphan, live] = teams.channelCards();
  if (!orphan || !live) throw new Error('one card');
  const answer = await several.as(MERYEM).click(orphan, { title: 'Oppakken' });
  expect(answer.says).not.toContain('Opgepakt');
  await teams.waitFor(() => orphan.deleted || undefined, 'the orphan is taken away');
  await isClaimedOnce(code, live);
  expect(one.logged.join()).not.toContain('delivery failed');
});

it('one that stops hands over at once', async () => {
  await start(2);
  const { one } = several.onDuty();
  several.leaveOut(one);
  expect(await one.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  const { code } = await shownCase(several);
  expect((await theCase(code)).version).toBeGreaterThan(0);
});

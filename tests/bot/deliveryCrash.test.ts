import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MERYEM, SANNE } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chatOf, type Fault } from './fakeTeams.js';
import { escalate, linkChannel, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
let second: BotStage | undefined;
let copy: string;

beforeEach(async () => {
  stage = await openBotStage();
  copy = await mkdtemp(join(tmpdir(), 'nnz-crash-'));
});
afterEach(async () => {
  await second?.close();
  second = undefined;
  await stage.close();
  await rm(copy, { recursive: true });
});

const inThread: Fault['where'] = ({ conversation }) => conversation.startsWith('19:');
const isNotice: Fault['where'] = ({ conversation, activity }) =>
  conversation === chatOf(SANNE) && (activity?.summary ?? '').startsWith('Bericht over casus');

type Step = Pick<Fault, 'kind' | 'where'>;

/** The data as a machine that stops now leaves it: what Teams did is not stored yet. */
async function crashAndStartAnew(): Promise<BotStage> {
  await cp(stage.dataDir, copy, { recursive: true });
  second = await openBotStage({ dataDir: copy, teams: stage.teams });
  return second;
}

async function claim(on: BotStage, code: string): Promise<void> {
  const meryem = on.as(MERYEM);
  await meryem.click(await meryem.ask(code), { title: 'Oppakken' });
}

it.each<[string, Step, { cards: number; lines: number; notices: number }]>([
  ['the post', { kind: 'post' }, { cards: 2, lines: 1, notices: 1 }],
  ['an update', { kind: 'update', where: inThread }, { cards: 1, lines: 1, notices: 1 }],
  ['a thread line', { kind: 'message', where: inThread }, { cards: 1, lines: 2, notices: 1 }],
  ['a notice', { kind: 'message', where: isNotice }, { cards: 1, lines: 1, notices: 2 }],
])('a crash after %s and before it is stored repeats that and nothing else', async (...row) => {
  const [, step, expected] = row;
  const { teams } = stage;
  await linkChannel(stage);
  const before = teams.requests.length;
  teams.fail({ ...step, times: 1, does: 'hang', accepted: true });
  const code = await escalate(stage);
  if (step.kind !== 'post') {
    await untilShown(stage, code);
    await claim(stage, code);
  }
  const isIt = (request: (typeof teams.requests)[number]) =>
    request.kind === step.kind && (step.where?.(request) ?? true);
  await teams.waitFor(() => teams.requests.slice(before).find(isIt), 'the step');

  const anew = await crashAndStartAnew();
  await untilShown(anew, code);
  if (step.kind === 'post') await claim(anew, code);
  await untilShown(anew, code);
  await anew.restart();

  const cards = teams.channelCards().filter((card) => saysOn(card).includes(code));
  const notices = teams.in(chatOf(SANNE)).filter(({ summary }) => summary?.startsWith('Bericht'));
  expect({
    cards: cards.length,
    lines: cards.flatMap((card) => teams.thread(card)).length,
    notices: notices.length,
  }).toEqual(expected);
  expect(saysOn(cards.at(-1) ?? { card: undefined, text: '' })).toContain('Opgepakt door: Meryem');
});

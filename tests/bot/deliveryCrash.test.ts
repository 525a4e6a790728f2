import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MERYEM, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chatOf, type Fault } from './fakeTeams.js';
import { escalate, linkChannel, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
let second: BotStage | undefined;
let copy: string;

beforeEach(async () => {
  stage = await openBotStage({ onDisk: true });
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

const isPost = ({ kind }: { kind: string }) => kind === 'post';

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

it('a crash while the cards go to another channel leaves none behind', async () => {
  const { teams } = stage;
  await linkChannel(stage);
  const codes = [await escalate(stage), await escalate(stage, { person: TOM })];
  for (const code of codes) await untilShown(stage, code);
  const link = await stage.repository.read('link', 'hollands-midden');
  if (!link) throw new Error('not linked');
  const channel = { ...link.channel, conversationId: '19:other@thread.tacv2' };
  const put = { ...link, version: link.version + 1, channel };
  await stage.repository.commit({ writes: [{ kind: 'link', put }] });
  const before = teams.requests.length;
  teams.fail({ kind: 'post', times: 2, does: 'hang' });
  // The turn that links wakes delivery; here any other does.
  await claim(stage, codes[0] ?? '');
  await teams.waitFor(() => teams.requests.slice(before).find(isPost), 'the first post');

  const anew = await crashAndStartAnew();
  teams.repair();
  const shown = () =>
    codes.every((code) =>
      teams.messages.some(
        (card) => card.conversation.startsWith('19:other') && saysOn(card).includes(code),
      ),
    );
  await teams.waitFor(() => shown() || undefined, 'both cards in the other channel');
  await teams.waitFor(() => teams.channelCards().length === 0 || undefined, 'no old card is left');
  for (const code of codes) await untilShown(anew, code);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MERYEM, SANNE, TOM } from '../builders.js';
import { answeredConsent } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import type { Fault } from './fakeTeams.js';
import { ANSWERS, chooseOrganisation, shownCase, startChecklist } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** Teams gives up after five seconds, the bot's own requests after ten. */
async function inTime<T>(answering: Promise<T>): Promise<T> {
  const started = performance.now();
  const answer = await answering;
  expect(performance.now() - started).toBeLessThan(5_000);
  return answer;
}

const TROUBLES: [string, Pick<Fault, 'does' | 'accepted'>][] = [
  ['is refused', { does: { status: 400 } }],
  ['finds nothing', { does: { status: 404 } }],
  ['is throttled', { does: { status: 429, retryAfter: '60' } }],
  ['fails', { does: { status: 502 } }],
  ['fails after taking effect', { does: { status: 502 }, accepted: true }],
  ['is cut off', { does: 'cut' }],
  ['hangs', { does: 'hang' }],
];

describe.each(TROUBLES)('when the update of the clicked card %s', (_title, trouble) => {
  it('a screen is answered all the same, and stored', async () => {
    const form = await startChecklist(stage);
    await stage.restart();
    stage.teams.fail({ kind: 'update', ...trouble });
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await inTime(stage.as(SANNE).click(form, click));
    expect(answer.says).toContain('Stap 2 van 5');
    expect(await stage.draftOf(SANNE)).toMatchObject({ step: 'discussed' });
    stage.teams.repair();
    await stage.restart();
    expect(saysOn(await stage.as(SANNE).ask('verder'))).toContain('Stap 2 van 5');
  });

  it('a claim is answered all the same, and stored', async () => {
    const { card } = await shownCase(stage);
    stage.teams.fail({ kind: 'update', ...trouble });
    const answer = await inTime(stage.as(MERYEM).click(card, { title: 'Oppakken' }));
    expect(answer.says).toContain('Opgepakt door: Meryem Kaya');
    expect((await stage.theCase()).version).toBe(2);
  });
});

describe('when something else hangs', () => {
  it.each<[string, Fault]>([
    ['the roster', { kind: 'roster', does: 'hang' }],
    ['the chat that must be opened', { kind: 'chat', does: 'hang' }],
    ['the message in the own chat', { kind: 'message', does: 'hang' }],
  ])('a click in the channel is answered: %s', async (_title, fault) => {
    const { card } = await shownCase(stage, { claimedBy: MERYEM });
    await stage.restart();
    stage.teams.fail(fault);
    const answer = await inTime(stage.as(MERYEM).click(card, { title: 'Openen' }));
    expect(answer.statusCode).toBe(200);
  });

  it('nobody who may have left the team is let in', async () => {
    const { card } = await shownCase(stage);
    await stage.restart();
    stage.teams.fail({ kind: 'roster', does: 'hang' });
    const answer = await inTime(stage.as(MERYEM).click(card, { title: 'Oppakken' }));
    expect(answer.card).toBeUndefined();
    expect((await stage.theCase()).version).toBe(1);
  });
});

describe('when the store hangs', () => {
  /** What is read stays out; gives back what lets it come. */
  function hold(): () => void {
    const { repository } = stage;
    const read = repository.read.bind(repository);
    let go: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    vi.spyOn(repository, 'read').mockImplementation(async (kind, key) => {
      await held;
      return read(kind, key);
    });
    return () => go?.();
  }

  it('a click is answered that it takes long, and has its effect when it is over', async () => {
    const form = await startChecklist(stage);
    const go = hold();
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await inTime(stage.as(SANNE).click(form, click));
    expect(answer.says).toContain('duurt langer dan anders');
    go();
    await stage.teams.waitFor(
      () => saysOn(stage.as(SANNE).newest()).includes('Stap 2 van 5') || undefined,
      'the next screen',
    );
    expect(await stage.draftOf(SANNE)).toMatchObject({ step: 'discussed' });
  });

  it('what is typed is taken in time, and answered when it is over', async () => {
    const go = hold();
    expect(await inTime(stage.as(SANNE).say('help'))).toEqual([]);
    go();
    await stage.teams.waitFor(() => stage.teams.in(stage.as(SANNE).chat)[0], 'the answer');
  });

  it('Teams hears nothing but that the answer about a file has come', async () => {
    const go = hold();
    const answered = await inTime(
      stage.send(answeredConsent(SANNE, { id: 'a-file' }, { context: {} })),
    );
    expect(answered).toEqual({ status: 200, body: '' });
    go();
  });
});

it('answers one chat in order, and lets no other chat wait', async () => {
  stage.teams.fail({ kind: 'message', times: 1, does: 'hang' });
  const sanne = stage.as(SANNE);
  const first = sanne.say('hallo');
  await stage.teams.waitFor(() => stage.teams.made('message')[0], 'the first answer');
  const second = sanne.say('help');
  await stage.as(TOM).say('help');
  expect(stage.teams.in(sanne.chat)).toEqual([]);
  stage.teams.resume();
  await Promise.all([first, second]);
  expect(stage.teams.in(sanne.chat).map(({ summary }) => summary)).toEqual([
    'Menu van Nu Niet Zwanger',
    'Hulp',
  ]);
});

describe('in line', () => {
  it('a click is answered behind a message whose answer hangs', async () => {
    const form = await startChecklist(stage);
    const sanne = stage.as(SANNE);
    const before = stage.teams.made('message').length;
    stage.teams.fail({ kind: 'message', times: 1, does: 'hang' });
    const typed = sanne.say('hallo');
    await stage.teams.waitFor(() => stage.teams.made('message')[before], 'the hanging answer');
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await inTime(sanne.click(form, click));
    expect(answer.says).toContain('Stap 2 van 5');
    await typed;
  });

  it('three clicks are answered while the roster hangs', async () => {
    const { card } = await shownCase(stage);
    await stage.restart();
    stage.teams.fail({ kind: 'roster', does: 'hang' });
    const meryem = stage.as(MERYEM);
    const clicks = [1, 2, 3].map(() => inTime(meryem.click(card, { title: 'Oppakken' })));
    for (const { card: shown } of await Promise.all(clicks)) expect(shown).toBeUndefined();
    expect((await stage.theCase()).version).toBe(1);
  });
});

describe('an answer that no turn waits for any more', () => {
  it('still comes before the next one', async () => {
    stage.teams.fail({ kind: 'message', times: 1, does: 'hang' });
    const sanne = stage.as(SANNE);
    const first = sanne.say('hallo');
    await stage.teams.waitFor(() => stage.teams.made('message')[0], 'the first answer');
    expect(await inTime(Promise.all([first, sanne.say('help')]))).toEqual([[], []]);
    stage.teams.resume();
    await stage.teams.waitFor(() => stage.teams.in(sanne.chat)[1], 'the second answer');
    expect(stage.teams.in(sanne.chat).map(({ summary }) => summary)).toEqual([
      'Menu van Nu Niet Zwanger',
      'Hulp',
    ]);
  });

  it('and fails is logged', async () => {
    stage.teams.fail({ kind: 'message', times: 1, does: 'hang' });
    await stage.as(SANNE).say('hallo');
    expect(stage.logged.join('\n')).not.toContain('answer not sent');
    stage.teams.release();
    await vi.waitFor(() => {
      expect(stage.logged.join('\n')).toContain('answer not sent');
    });
  });
});

it.each([
  ['refused', { does: { status: 502 } }, 0],
  ['accepted without saying so', { does: { status: 502 }, accepted: true }, 1],
] as const)('says nothing untrue when its answer is %s', async (_title, trouble, heard) => {
  await chooseOrganisation(stage, SANNE);
  await stage.restart();
  const before = stage.teams.messages.length;
  stage.teams.fail({ kind: 'message', times: 1, ...trouble });
  await stage.as(SANNE).say('vastleggen');
  expect(stage.teams.messages).toHaveLength(before + heard);
  expect(await stage.draftOf(SANNE)).toBeDefined();
});

it('gives a reference for what goes wrong, and logs it without a word of the person', async () => {
  const { card } = await shownCase(stage);
  await stage.restart();
  stage.teams.fail({ kind: 'roster', does: { status: 500 } });
  const answer = await stage.as(MERYEM).click(card, { title: 'Oppakken' });
  const reference = /[0-9a-f]{8}/.exec(answer.says)?.[0] ?? 'none';
  const line = stage.logged.find((one) => one.includes(reference));
  expect(line).toContain('turn failed');
  expect(line).not.toMatch(/Meryem|HM-/);
});

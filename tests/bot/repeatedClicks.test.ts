import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { typedInChat, type SentActivity } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import {
  ANSWERS,
  chooseOrganisation,
  codeIn,
  escalate,
  fillIn,
  shownCase,
  startChecklist,
  untilShown,
} from './mainSteps.js';
import { saysOn, type InvokeAnswer, type PersonInTeams } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const anew = (click: SentActivity): SentActivity => ({ ...click, id: 'f:another-id' });

/** How Teams sends one click twice. */
const TWICE: [string, (one: PersonInTeams, click: SentActivity) => Promise<InvokeAnswer[]>][] = [
  ['again', async (one, click) => [await one.sendClick(click), await one.sendClick(click)]],
  [
    'again after a restart',
    async (one, click) => {
      const first = await one.sendClick(click);
      await stage.restart();
      return [first, await one.sendClick(click)];
    },
  ],
  ['at once', (one, click) => Promise.all([one.sendClick(click), one.sendClick(click)])],
  [
    'at once with a new id',
    (one, click) => Promise.all([one.sendClick(click), one.sendClick(anew(click))]),
  ],
];

describe.each(TWICE)('the same click %s', (_title, twice) => {
  it('moves one screen, and both are answered with it', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await stage.restart();
    const click = sanne.pressed(form, { title: 'Volgende', inputs: ANSWERS.talk });
    for (const answer of await twice(sanne, click)) {
      expect(answer.card).toBeDefined();
      expect(answer.says).toContain('Stap 2 van 5');
    }
    expect(await stage.draftOf(SANNE)).toMatchObject({ version: 2, step: 'discussed' });
    expect(saysOn(form)).toContain('Stap 2 van 5');
  });

  it('makes one case, and the second answer shows the code too', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 4);
    await stage.restart();
    const click = sanne.pressed(form, { title: 'Opschalen', inputs: ANSWERS.decision });
    const [first, second] = await twice(sanne, click);
    const { code } = await stage.theCase();
    expect([first, second].map((answer) => codeIn(answer ?? { says: '' }))).toEqual([code, code]);
    expect(await stage.counted('escalations')).toBe(1);
  });

  it('starts one checklist, and the profile does not take its place', async () => {
    const sanne = stage.as(SANNE);
    const asked = await sanne.ask('vastleggen');
    await stage.restart();
    const inputs = { organisation: 'jgz-voorbeeld', domain: 'social' };
    const click = sanne.pressed(asked, { title: 'Opslaan', inputs });
    for (const answer of await twice(sanne, click)) expect(answer.says).toContain('Stap 1 van 5');
    expect(saysOn(asked)).toContain('Stap 1 van 5');
  });

  it('counts one refusal, and both answers say so', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await stage.restart();
    const inputs = { ...ANSWERS.talk, talked: 'no' };
    const click = sanne.pressed(form, { title: 'Volgende', inputs });
    for (const answer of await twice(sanne, click)) {
      expect(answer.says).toContain('Aangeboden, niet gewenst');
    }
    expect(await stage.counted('offered-not-wanted')).toBe(1);
  });

  it('throws the checklist away, and both answers say so', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await stage.restart();
    const click = sanne.pressed(form, { title: 'Concept weggooien' });
    for (const answer of await twice(sanne, click)) {
      expect(answer.says).toContain('Concept weggegooid');
    }
  });

  it('asks to be called back once beside the talk, and both answers say so', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 4);
    await stage.restart();
    const choice = { title: 'Overleg zonder cliëntgegevens', inputs: ANSWERS.decision };
    for (const answer of await twice(sanne, sanne.pressed(form, choice))) {
      expect(answer.says).toContain('Overleg aangevraagd');
    }
    expect(await stage.counted('consults')).toBe(1);
  });

  it('adds no further talk that was not wanted, and neither answer says it did', async () => {
    const sanne = stage.as(SANNE);
    const code = await escalate(stage);
    const form = await sanne.ask(code);
    await sanne.click(form, { title: 'Vervolggesprek' });
    await stage.restart();
    const inputs = { talked: 'no', record: 'yes', on: ANSWERS.talk.on };
    const click = sanne.pressed(form, { title: 'Volgende', inputs });
    for (const answer of await twice(sanne, click)) {
      expect(answer.says).toContain('Aangeboden, niet gewenst');
      expect(answer.says).not.toContain('toegevoegd');
    }
    expect((await stage.theCase()).talks).toHaveLength(1);
  });

  it('claims once, and is never told that somebody else was first', async () => {
    const { code, card } = await shownCase(stage);
    const meryem = stage.as(MERYEM);
    const click = meryem.pressed(card, { title: 'Oppakken' });
    for (const answer of await twice(meryem, click)) {
      expect(answer.says).toContain('Opgepakt door: Meryem Kaya');
    }
    await untilShown(stage, code);
    expect(stage.teams.thread(card)).toHaveLength(1);
    expect((await stage.theCase()).version).toBe(2);
  });
});

it('two people on one channel card both count as their own', async () => {
  const { card } = await shownCase(stage);
  await stage.restart();
  const people = [MERYEM, JOOST].map((person) => stage.as(person));
  const answers = await Promise.all(people.map((one) => one.click(card, { title: 'Oppakken' })));
  expect(answers.filter(({ card: shown }) => shown !== undefined)).toHaveLength(1);
  expect((await stage.theCase()).history.map(({ kind }) => kind)).toEqual([
    'talk-recorded',
    'escalated',
    'claimed',
  ]);
});

it.each(['one after another', 'at once'])('a typed command sent twice, %s', async (how) => {
  await chooseOrganisation(stage, SANNE);
  await stage.restart();
  const activity = typedInChat(SANNE, 'vastleggen');
  const first = stage.send(activity);
  if (how === 'one after another') await first;
  await Promise.all([first, stage.send(activity)]);
  expect(await stage.draftOf(SANNE)).toMatchObject({ version: 1, step: 'talk' });
  const forms = stage.teams.in(stage.as(SANNE).chat).slice(-2).map(saysOn);
  expect(forms).toEqual([1, 2].map(() => expect.stringContaining('Stap 1 van 5') as unknown));
});

it('a click is a new one the next day', async () => {
  const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
  const meryem = stage.as(MERYEM);
  await meryem.click(card, { title: 'Teruggeven' });
  await untilShown(stage, code);
  await meryem.click(card, { title: 'Oppakken' });
  await untilShown(stage, code);
  await stage.jump({ hours: 25 });
  const answer = await meryem.click(card, { title: 'Teruggeven' });
  expect(answer.says).toContain('[Oppakken]');
  expect((await stage.theCase()).history).toHaveLength(6);
});

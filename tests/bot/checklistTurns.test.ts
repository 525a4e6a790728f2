import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MERYEM, SANNE } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { CHANNEL_ID } from './fakeTeams.js';
import { ANSWERS, codeIn, fillIn, linkChannel, startChecklist } from './mainSteps.js';
import { saysOn, theOnly } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

describe('recording a talk', () => {
  it('asks for the profile first and goes on in the same message', async () => {
    const sanne = stage.as(SANNE);
    const asked = await sanne.ask('vastleggen');
    expect(saysOn(asked)).toContain('Kies eerst je organisatie');
    await stage.restart();
    const inputs = { organisation: 'jgz-voorbeeld', domain: 'social' };
    const answer = await sanne.click(asked, { title: 'Opslaan', inputs });
    expect(answer.says).toContain('Stap 1 van 5');
    expect(saysOn(asked)).toBe(answer.says);
    expect(stage.teams.in(sanne.chat)).toEqual([asked]);
  });

  it('takes five screens, restarted between every two, and escalates', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const screens = [ANSWERS.talk, ANSWERS.discussed, ANSWERS.wish, ANSWERS.situation];
    for (const [index, inputs] of screens.entries()) {
      await stage.restart();
      const answer = await sanne.click(form, { title: 'Volgende', inputs });
      expect(answer.says).toContain(`Stap ${index + 2} van 5`);
    }
    expect(saysOn(form)).toContain('Voorstel: regelen van financiën');
    await stage.restart();
    const done = await sanne.click(form, { title: 'Opschalen', inputs: ANSWERS.decision });
    const code = codeIn(done);
    expect(done.says).toContain('nog geen kanaal gekoppeld');
    expect(await stage.theCase()).toMatchObject({
      code,
      version: 1,
      municipality: 'leiden',
      professional: SANNE,
      organisation: 'jgz-voorbeeld',
      talks: [{ on: '2026-11-12', wish: 'later', situations: ['cost'] }],
      escalations: [{ reasons: ['finance'], reachable: 'dinsdag na 13 uur' }],
      permissions: { record: { given: true }, share: { given: true }, network: { given: false } },
    });
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    expect(await stage.counted('escalations')).toBe(1);
  });

  it('updates the clicked message and answers with the same card', async () => {
    const form = await startChecklist(stage);
    await stage.restart();
    const click = { title: 'Volgende', inputs: ANSWERS.talk };
    const answer = await stage.as(SANNE).click(form, click);
    expect(answer).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
    });
    expect(form.card).toEqual(answer.card);
    expect(form.updates).toBe(1);
  });

  it('ends after Wens with Opslaan, without the coordinator', async () => {
    const sanne = stage.as(SANNE);
    await linkChannel(stage);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 2);
    await stage.restart();
    const done = await sanne.click(form, { title: 'Opslaan', inputs: ANSWERS.wish });
    expect(done.says).toContain('De coördinator ziet deze casus niet');
    expect(await stage.theCase()).toMatchObject({ code: codeIn(done), escalations: [] });
    expect(await stage.repository.behind()).toEqual([]);
  });

  it('goes back with what was filled in still there', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 2);
    await stage.restart();
    const answer = await sanne.click(form, { title: 'Terug' });
    expect(answer.says).toContain('Stap 2 van 5');
    expect((await stage.draftOf(SANNE))?.answers.determinants).toEqual(['money']);
  });
});

describe('a draft', () => {
  it('is resumed with verder after a restart, in a new message', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 2);
    await stage.restart();
    const resumed = await sanne.ask('verder');
    expect(resumed.id).not.toBe(form.id);
    expect(saysOn(resumed)).toContain('Welkom terug');
    expect(saysOn(resumed)).toContain('Stap 3 van 5');
  });

  it('is resumed with vastleggen too: there is never a second one', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 1);
    const before = await stage.draftOf(SANNE);
    await stage.restart();
    expect(saysOn(await stage.as(SANNE).ask('vastleggen'))).toContain('Stap 2 van 5');
    expect(await stage.draftOf(SANNE)).toEqual(before);
  });

  it('is thrown away with weggooien, and nothing of it stays', async () => {
    const form = await startChecklist(stage);
    await fillIn(stage.as(SANNE), form, 1);
    await stage.restart();
    expect(saysOn(await stage.as(SANNE).ask('weggooien'))).toContain('Concept weggegooid');
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    expect(await stage.cases()).toEqual([]);
    expect(await stage.counted('talks')).toBe(0);
  });

  it('is thrown away with the button', async () => {
    const form = await startChecklist(stage);
    await stage.restart();
    const answer = await stage.as(SANNE).click(form, { title: 'Concept weggooien' });
    expect(answer.says).toContain('Concept weggegooid');
    expect(await stage.draftOf(SANNE)).toBeUndefined();
  });

  it('waits after Later verdergaan, says until when, and goes on in the same message', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 1);
    const inputs = ANSWERS.discussed;
    const parked = await sanne.click(form, { title: 'Later verdergaan', inputs });
    expect(parked.says).toContain('23 november 2026');
    expect((await stage.draftOf(SANNE))?.answers.determinants).toEqual(['money']);
    await stage.restart();
    const answer = await sanne.click(form, { title: 'Verdergaan' });
    expect(answer.says).toContain('Stap 2 van 5');
    expect(saysOn(form)).toBe(answer.says);
  });

  it('is forgotten after its term', async () => {
    await startChecklist(stage);
    await stage.jump({ days: 7, minutes: 1 });
    await vi.waitUntil(async () => !(await stage.draftOf(SANNE)));
    expect(saysOn(await stage.as(SANNE).ask('verder'))).toContain('Er staat geen concept open');
  });

  it.each(['verder', 'weggooien'])('that does not exist leads on: %s', async (typed) => {
    const sanne = stage.as(SANNE);
    const answer = await sanne.ask(typed);
    expect(saysOn(answer)).toContain('Er staat geen concept open');
    expect(saysOn(answer)).not.toContain('al afgerond');
    await stage.restart();
    const next = await sanne.click(answer, { title: 'Voorbereiden' });
    expect(next.says).toContain('Een gesprek voorbereiden');
  });

  it('that was finished elsewhere is not resumed from its card', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await sanne.click(form, { title: 'Later verdergaan' });
    await sanne.say('weggooien');
    await stage.restart();
    const answer = await sanne.click(form, { title: 'Verdergaan' });
    expect(answer.says).toContain('Er staat geen concept open');
  });

  it.each(['verder', 'profiel', 'vastleggen'])('is not shown in a channel: %s', async (typed) => {
    const sanne = stage.as(SANNE);
    await fillIn(sanne, await startChecklist(stage), 1);
    await stage.restart();
    const [answer] = await sanne.sayInChannel(typed);
    expect(answer?.card).toBeUndefined();
    expect(answer?.text).toContain('persoonlijke chat');
  });
});

describe('a full answer', () => {
  it.each([
    ['the client does not want to talk about it', { talked: 'no' }],
    ['the client does not want it recorded', { talked: 'yes', record: 'no' }],
    ['neither', { talked: 'no', record: 'no', municipality: 'leiden', on: '2026-11-12' }],
  ])('%s: one count, and nothing else', async (_title, inputs) => {
    const form = await startChecklist(stage);
    await stage.restart();
    const answer = await stage.as(SANNE).click(form, { title: 'Volgende', inputs });
    expect(answer.says).toContain('Dit is een volledig antwoord');
    expect(await stage.draftOf(SANNE)).toBeUndefined();
    expect(await stage.cases()).toEqual([]);
    expect(await stage.counted('offered-not-wanted')).toBe(1);
    expect(await stage.counted('talks')).toBe(0);
  });

  it('is counted once when it is sent twice', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    const click = sanne.pressed(form, { title: 'Volgende', inputs: { talked: 'no' } });
    const answers = await Promise.all([sanne.sendClick(click), sanne.sendClick(click)]);
    expect(answers.map(({ card }) => card !== undefined)).toEqual([true, true]);
    await stage.restart();
    await sanne.sendClick(click);
    expect(await stage.counted('offered-not-wanted')).toBe(1);
  });
});

describe('without permission to share', () => {
  it('does not escalate, and says what is possible instead', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 4);
    await stage.restart();
    const inputs = { reachable: 'dinsdag' };
    const answer = await sanne.click(form, { title: 'Opschalen', inputs });
    expect(answer.says).toContain('Overleg zonder cliëntgegevens');
    expect(await stage.cases()).toEqual([]);
  });

  it('asks for a call back that says nothing about the client', async () => {
    const sanne = stage.as(SANNE);
    await linkChannel(stage);
    const form = await startChecklist(stage);
    await fillIn(sanne, form, 4);
    await stage.restart();
    const inputs = { reachable: 'dinsdag na 13 uur' };
    const done = await sanne.click(form, { title: 'Overleg zonder cliëntgegevens', inputs });
    expect(done.says).toContain('Een coördinator belt je');
    expect(await stage.counted('consults')).toBe(1);
    expect(await stage.counted('escalations')).toBe(0);
    const { teams } = stage;
    const card = await teams.waitFor(() => teams.channelCards()[0], 'the card of the request');
    expect(saysOn(card)).toContain('Er zijn geen cliëntgegevens bij');
    expect(saysOn(card)).not.toMatch(/HM-|Leiden|Sanne|dinsdag|Kosten/);

    await stage.restart();
    const meryem = stage.as(MERYEM);
    const taken = await meryem.click(card, { title: 'Oppakken' });
    expect(taken.says).toContain('Opgepakt door Meryem Kaya');
    const callBack = await meryem.hears('Sanne de Wit (JGZ Voorbeeld) wil overleggen');
    expect(saysOn(callBack)).toContain('dinsdag na 13 uur');
    expect(saysOn(callBack)).not.toMatch(/HM-|Leiden|Kosten/);
  });
});

describe('a client without Action.Execute', () => {
  it('has the same card updated, and no second message', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await stage.restart();
    const said = await sanne.submit(form, { title: 'Volgende', inputs: ANSWERS.talk });
    expect(said).toEqual([]);
    expect(saysOn(form)).toContain('Stap 2 van 5');
  });

  it('gets the card as a message when the old one cannot be updated', async () => {
    const sanne = stage.as(SANNE);
    const form = await startChecklist(stage);
    await stage.restart();
    stage.teams.deleteMessage(form.id);
    const said = await sanne.submit(form, { title: 'Volgende', inputs: ANSWERS.talk });
    expect(saysOn(theOnly(said))).toContain('Stap 2 van 5');
  });
});

it('welcomes once with a menu when the bot is installed', async () => {
  const menu = theOnly(await stage.as(SANNE).install());
  expect(saysOn(menu)).toContain('Deze bot is geen dossier');
  await stage.restart();
  const answer = await stage.as(SANNE).click(menu, { title: 'Gesprek vastleggen' });
  expect(answer.says).toContain('Je profiel');
});

it('says nothing about a client in the channel', async () => {
  await startChecklist(stage);
  await stage.restart();
  const [answer] = await stage.as(SANNE).sayInChannel('hallo');
  expect(answer?.conversation).toContain(CHANNEL_ID);
  expect(answer?.card).toBeUndefined();
});

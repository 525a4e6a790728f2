import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JOOST, MERYEM, SANNE } from '../builders.js';
import { press } from '../playground/cardActions.js';
import { clicked } from './activities.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { shownCase, untilShown } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const ask = { title: 'Vraag stellen' };
const answer = { title: 'Beantwoorden' };
const QUESTION = 'Welke dag past het beste?';
const ANSWER = 'Dinsdag na de middag.';

const questions = async () => (await stage.theCase()).escalations[0]?.questions;

/** Meryem has the case in hand and asked something. */
async function asked(text = QUESTION) {
  const { code, card } = await shownCase(stage, { claimedBy: MERYEM });
  const meryem = stage.as(MERYEM);
  const chat = await meryem.ask(code);
  await stage.restart();
  await meryem.click(chat, ask);
  await stage.restart();
  const shown = await meryem.click(chat, { ...ask, inputs: { text } });
  await untilShown(stage, code);
  return { code, card, meryem, chat, shown };
}

describe('a question', () => {
  it('comes to the professional, who answers it, and the coordinator hears of it', async () => {
    const { code, card, chat, meryem, shown } = await asked();
    expect(shown.says).toContain(`Meryem Kaya: ${QUESTION}`);
    expect(shown.says).toContain('Antwoord: nog geen antwoord');
    const sanne = stage.as(SANNE);
    const notice = await sanne.hears(`Meryem Kaya heeft een vraag over casus ${code}`);
    expect(saysOn(notice)).toContain(`Vraag: ${QUESTION}`);
    await stage.restart();
    const form = await sanne.click(notice, answer);
    expect(form.says).toContain(QUESTION);
    await stage.restart();
    const done = await sanne.click(notice, { ...answer, inputs: { text: ANSWER } });
    expect(done.says).toContain('Je antwoord is verstuurd.');
    expect(done.says).toContain(`Antwoord: ${ANSWER}`);
    expect(done.says).not.toContain('[Beantwoorden]');
    expect(await questions()).toMatchObject([{ text: QUESTION, answer: { text: ANSWER } }]);
    await meryem.hears(`Sanne de Wit heeft je vraag over casus ${code} beantwoord`);
    await untilShown(stage, code);
    expect(stage.teams.thread(card).slice(-2)).toEqual([
      expect.stringMatching(/: vraag gesteld door Meryem Kaya$/),
      expect.stringMatching(/: vraag beantwoord door Sanne de Wit$/),
    ]);
    const inChannel = JSON.stringify([stage.teams.channelCards(), stage.teams.thread(card)]);
    expect(inChannel).not.toContain(QUESTION);
    expect(inChannel).not.toContain(ANSWER);
    const reopened = await meryem.ask(code);
    expect(saysOn(reopened)).toContain(`Antwoord: ${ANSWER}`);
    expect(saysOn(chat)).toContain(QUESTION);
  });

  it('says nothing of its text in a notification', async () => {
    await asked();
    const said = stage.teams.in(stage.as(SANNE).chat).map(({ summary }) => summary ?? '');
    expect(said.join(' ')).not.toContain('Welke dag');
  });

  it.each([
    ['nothing', '', 'Vul dit in'],
    ['a telephone number', 'Bel 06-12345678', 'telefoonnummer'],
    ['too much', 'a'.repeat(301), 'hoogstens 300 tekens'],
  ])('is asked again with %s', async (_, text, says) => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const meryem = stage.as(MERYEM);
    const chat = await meryem.ask(code);
    await meryem.click(chat, ask);
    await stage.restart();
    const again = await meryem.sendClick(meryem.tampered(chat, ask, { text }));
    expect(again.says).toContain(says);
    expect(saysOn(chat)).not.toContain('06-12345678');
    expect(await questions()).toEqual([]);
  });

  it('clicked twice is asked once', async () => {
    const { code } = await shownCase(stage, { claimedBy: MERYEM });
    const meryem = stage.as(MERYEM);
    const chat = await meryem.ask(code);
    await meryem.click(chat, ask);
    const click = meryem.pressed(chat, { ...ask, inputs: { text: QUESTION } });
    await meryem.sendClick(click);
    await stage.restart();
    const again = await meryem.sendClick(click);
    expect(again.says).toContain(QUESTION);
    expect(await questions()).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is also given on the own case, where the question stands', async () => {
    const { code } = await asked();
    const sanne = stage.as(SANNE);
    await stage.restart();
    const own = await sanne.ask(code);
    expect(saysOn(own)).toContain(QUESTION);
    await sanne.click(own, answer);
    await stage.restart();
    const done = await sanne.click(own, { ...answer, inputs: { text: ANSWER } });
    expect(done.says).toContain('Je antwoord is verstuurd.');
    expect(await questions()).toMatchObject([{ answer: { text: ANSWER } }]);
  });

  it('with what may identify somebody is asked again and not kept', async () => {
    const { code } = await asked();
    const sanne = stage.as(SANNE);
    const own = await sanne.ask(code);
    await sanne.click(own, answer);
    await stage.restart();
    const inputs = { text: 'Ze is bereikbaar op 06-12345678' };
    const again = await sanne.click(own, { ...answer, inputs });
    expect(again.says).toContain('telefoonnummer');
    expect(saysOn(own)).not.toContain('06-12345678');
    expect(await questions()).toMatchObject([{ text: QUESTION }]);
    expect((await questions())?.[0]?.answer).toBeUndefined();
  });

  it('is taken once, and who is late is told that it is no longer open', async () => {
    const { code } = await asked();
    const sanne = stage.as(SANNE);
    const notice = await sanne.hears('heeft een vraag over casus');
    const own = await sanne.ask(code);
    for (const message of [notice, own]) await sanne.click(message, answer);
    await stage.restart();
    await sanne.click(notice, { ...answer, inputs: { text: ANSWER } });
    const late = await sanne.click(own, { ...answer, inputs: { text: 'Woensdag' } });
    expect(late.says).toContain('Deze vraag staat niet meer open.');
    expect(await questions()).toMatchObject([{ answer: { text: ANSWER } }]);
  });

  it('waits while nobody has the case in hand', async () => {
    const { code, card } = await asked();
    const sanne = stage.as(SANNE);
    const own = await sanne.ask(code);
    await stage.as(MERYEM).click(card, { title: 'Teruggeven' });
    await stage.restart();
    const late = await sanne.click(own, answer);
    expect(late.says).toContain('Je kunt antwoorden zodra een coördinator de casus oppakt.');
    expect(late.says).not.toContain('[Beantwoorden]');
    await untilShown(stage, code);
    await stage.as(JOOST).click(card, { title: 'Oppakken' });
    expect(saysOn(await sanne.ask(code))).toContain('[Beantwoorden]');
  });

  it('is nobody else’s to give', async () => {
    const { code } = await asked();
    const sanne = stage.as(SANNE);
    const notice = await sanne.hears('heeft een vraag over casus');
    const { version } = await stage.theCase();
    const joost = stage.as(JOOST);
    const his = await joost.ask(code);
    if (!notice.card) throw new Error('a notice without a card');
    for (const verb of ['ask-answer', 'confirm-answer']) {
      const { data, ...pressed } = press(notice.card, answer);
      const action = { ...pressed, verb, data: { ...data, text: ANSWER } };
      const answered = await joost.sendClick(clicked(JOOST, his, action));
      expect(answered.says).toContain(`Casus ${code} ken ik niet`);
    }
    expect(await stage.theCase()).toMatchObject({ version });
  });
});

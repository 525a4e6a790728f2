import { afterEach, beforeEach, expect, it } from 'vitest';
import { SANNE } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { ANSWERS, fillIn, startChecklist } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

it('taal: everything is read in the language that was chosen, also after a restart', async () => {
  const sanne = stage.as(SANNE);
  const question = await sanne.ask('taal');
  expect(question.card?.lang).toBe('nl');
  const answer = await sanne.click(question, { title: 'English' });
  expect(answer.says).toContain('From now on you read the bot in English.');
  await stage.restart();
  expect(saysOn(await sanne.ask('hi'))).toContain('This bot is not a client file');
});

it('words of both languages are understood whichever was chosen', async () => {
  const sanne = stage.as(SANNE);
  const form = await startChecklist(stage);
  await fillIn(sanne, form, 1);
  await sanne.click(await sanne.ask('language'), { title: 'English' });
  await stage.restart();
  const again = await sanne.ask('verder');
  expect(saysOn(again)).toContain('Step 2 of 5');
  await sanne.click(again, { title: 'Next', inputs: ANSWERS.discussed });
  expect(saysOn(again)).toContain('What does the client themselves want?');
  expect(saysOn(await sanne.ask('discard'))).toContain('Draft discarded');
});

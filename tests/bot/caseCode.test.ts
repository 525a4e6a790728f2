import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as random from '../../bot/randomCode.js';
import { aCase, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { ANSWERS, chooseOrganisation, escalate, fillIn, startChecklist } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

vi.mock('../../bot/randomCode.js', { spy: true });

/** What chance gives, in this order. */
function chanceGives(...codes: string[]) {
  const chance = vi.spyOn(random, 'randomCode');
  for (const code of codes) chance.mockReturnValueOnce(code);
}

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.close();
});

it('a checklist begins with a code that no case has', async () => {
  await stage.store({ kind: 'case', put: aCase({ code: 'HM-2222' }) });
  await chooseOrganisation(stage, SANNE);
  chanceGives('2222', '3333');
  await stage.as(SANNE).ask('vastleggen');
  expect(await stage.draftOf(SANNE)).toMatchObject({ code: 'HM-3333' });
});

it('two checklists to which chance gave one code end as two cases', async () => {
  chanceGives('2222', '2222', '4444');
  const form = await startChecklist(stage, SANNE);
  expect(await escalate(stage, { person: TOM })).toBe('HM-2222');
  const sanne = stage.as(SANNE);
  await fillIn(sanne, form, 4);
  await sanne.click(form, { title: 'Opschalen', inputs: ANSWERS.decision });
  expect(saysOn(sanne.newest())).toContain('HM-4444');
  expect((await stage.cases()).map(({ code }) => code).sort()).toEqual(['HM-2222', 'HM-4444']);
});

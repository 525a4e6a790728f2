import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as random from '../../bot/randomCode.js';
import { aCase, SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { ANSWERS, chooseOrganisation, fillIn, startChecklist } from './mainSteps.js';
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

it('a checklist begins with a code that no case and no other checklist goes by', async () => {
  await stage.store({ kind: 'case', put: aCase({ code: 'HM-2222' }) });
  await chooseOrganisation(stage, SANNE);
  await chooseOrganisation(stage, TOM);
  chanceGives('2222', '3333', '2222', '3333', '4444');
  await stage.as(SANNE).ask('vastleggen');
  await stage.as(TOM).ask('vastleggen');
  expect(await stage.draftOf(SANNE)).toMatchObject({ code: 'HM-3333' });
  expect(await stage.draftOf(TOM)).toMatchObject({ code: 'HM-4444' });
});

it('two checklists that got one code at the same moment end as two cases', async () => {
  const form = await startChecklist(stage, SANNE);
  const sanne = stage.as(SANNE);
  await fillIn(sanne, form, 4);
  const draft = await stage.draftOf(SANNE);
  if (!draft) throw new Error('no draft');
  await stage.store({ kind: 'case', put: aCase({ code: draft.code }) });
  chanceGives('4444');
  await sanne.click(form, { title: 'Opschalen', inputs: ANSWERS.decision });
  expect(saysOn(sanne.newest())).toContain('HM-4444');
  expect((await stage.cases()).map(({ code }) => code).sort()).toEqual(
    [draft.code, 'HM-4444'].sort(),
  );
});

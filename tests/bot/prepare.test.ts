import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nl } from '../../cards/words/nl.js';
import { DETERMINANTS, TOPICS } from '../../data/checklist.js';
import { SANNE, TOM } from '../builders.js';
import { openBotStage, type BotStage } from './botHarness.js';
import { chooseOrganisation } from './mainSteps.js';
import { saysOn } from './personInTeams.js';

const SHOW = 'Toon gespreksvragen';
const { prompts, signs, opening } = nl.prepare;
const SUBJECTS = [...TOPICS, ...DETERMINANTS];

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

/** Every file of the store, byte for byte. */
async function storedBytes(): Promise<Record<string, string>> {
  const names = await readdir(stage.dataDir, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      return path.join(parentPath, name);
    });
  const bytes = files.map(async (file) => [file, await readFile(file, 'latin1')] as const);
  return Object.fromEntries(await Promise.all(bytes));
}

it('shows opening questions, the four signs and the materials of the region first', async () => {
  await chooseOrganisation(stage, SANNE);
  const card = saysOn(await stage.as(SANNE).ask('voorbereiden'));
  for (const said of [...opening, ...signs, 'niet over wie iemand is', 'geen script']) {
    expect(card).toContain(said);
  }
  expect(card).toContain('Zanzu, uitleg in veel talen (voorbeeld) (https://www.zanzu.nl/)');
  expect(SUBJECTS.filter((id) => card.includes(prompts[id][0]))).toEqual([]);
});

it.each(SUBJECTS)(
  'shows the questions about %s in the same message, and only those',
  async (id) => {
    const sanne = stage.as(SANNE);
    const message = await sanne.ask('voorbereiden');
    await stage.restart();
    const answer = await sanne.click(message, { title: SHOW, inputs: { about: id } });
    for (const said of prompts[id]) expect(answer.says).toContain(said);
    const others = SUBJECTS.filter((other) => other !== id);
    expect(others.filter((other) => answer.says.includes(prompts[other][0]))).toEqual([]);
    expect(saysOn(message)).toBe(answer.says);
    expect(message.updates).toBe(1);
  },
);

it('keeps nothing: no record changes and no line of the log tells what was chosen', async () => {
  const sanne = stage.as(SANNE);
  await chooseOrganisation(stage, SANNE);
  const message = await sanne.ask('voorbereiden');
  await stage.stop();
  const before = await storedBytes();
  await stage.start();
  await sanne.click(message, { title: SHOW, inputs: { about: 'sexuality,emotion' } });
  // What goes wrong is what the log tells of.
  stage.teams.fail({ kind: 'update', does: { status: 500 } });
  await sanne.click(message, { title: SHOW, inputs: { about: 'money' } });
  stage.teams.repair();
  await sanne.ask('voorbereiden');
  await stage.stop();
  expect(await storedBytes()).toEqual(before);
  expect(stage.logged.length).toBeGreaterThan(0);
  expect(stage.logged.join('\n')).not.toMatch(/sexuality|emotion|money|Seksualiteit|Emotie|Geld/);
});

it('says so when nothing was chosen, or something that does not exist', async () => {
  const sanne = stage.as(SANNE);
  const message = await sanne.ask('voorbereiden');
  const nothing = await sanne.click(message, { title: SHOW });
  expect(nothing.says).toContain('⚠ Kies hierboven één of meer onderwerpen');
  const click = sanne.tampered(message, { title: SHOW }, { about: 'weather' });
  const unknown = await sanne.sendClick(click);
  expect(unknown).toMatchObject({ statusCode: 200 });
  expect(unknown.says).toContain('⚠ Dit antwoord ken ik niet');
});

it('leads on to recording, and to the region', async () => {
  await chooseOrganisation(stage, TOM);
  const tom = stage.as(TOM);
  const message = await tom.ask('voorbereiden');
  const region = await tom.click(message, { title: 'Mijn regio' });
  expect(region.says).toContain('Inhoudelijk coördinatoren');
  const back = await tom.click(message, { title: 'Voorbereiden' });
  expect(back.says).toContain(opening[0]);
  const form = await tom.click(message, { title: 'Gesprek vastleggen' });
  expect(form.says).toContain('Stap 1 van 5');
});

it('asks open or permission questions, and leads to no outcome or method', () => {
  const all = [...opening, ...Object.values(prompts).flat()];
  expect(new Set(all).size).toBe(all.length);
  for (const text of all) {
    expect(text).toContain('?');
    expect(text).not.toMatch(
      /\b(moet|beter|verstandig|spiraal|pil|prik|condoom|uitstellen|vrouw)/i,
    );
  }
});

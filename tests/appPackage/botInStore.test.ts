import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND_MENUS, COMMAND_NAMES, type MenuScope } from '../../cards/commandNames.js';
import { wordsIn } from '../../cards/words/words.js';
import { LANGUAGES } from '../../data/region.js';
import { MERYEM, SANNE } from '../builders.js';
import { installed } from '../bot/activities.js';
import { openBotStage, type BotStage } from '../bot/botHarness.js';
import { saysOn, theOnly } from '../bot/personInTeams.js';
import { aPackage } from './aPackage.js';

// https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines#bots-1

let stage: BotStage;
beforeEach(async () => {
  stage = await openBotStage();
});
afterEach(() => stage.close());

const NOT_UNDERSTOOD = LANGUAGES.map((language) => wordsIn(language).help.nothingStored);
const isUnderstood = (said: string) => !NOT_UNDERSTOOD.some((words) => said.includes(words));

const inMenu = (scope: MenuScope) =>
  COMMAND_NAMES.filter((name) => COMMAND_MENUS[name].includes(scope)).flatMap((name) =>
    LANGUAGES.map((language) => wordsIn(language).commands[name].typed[0]),
  );

describe('every command of a menu is answered with one message', () => {
  it.each(inMenu('personal'))('in the own chat: %s', async (typed) => {
    const said = saysOn(await stage.as(MERYEM).ask(typed));
    expect(said).not.toBe('');
    expect(isUnderstood(said)).toBe(true);
  });

  it.each(inMenu('team'))('in a channel: %s', async (typed) => {
    const said = saysOn(theOnly(await stage.as(MERYEM).sayInChannel(typed)));
    expect(said).not.toBe('');
    expect(isUnderstood(said)).toBe(true);
  });
});

it.each(['hi', 'Hello', 'help', 'Help', 'HELP'])(
  '“%s” is answered also to somebody whom the bot has never met, in chat and channel',
  async (typed) => {
    const sanne = stage.as(SANNE);
    expect(isUnderstood(saysOn(await sanne.ask(typed)))).toBe(true);
    expect(isUnderstood(saysOn(theOnly(await sanne.sayInChannel(typed))))).toBe(true);
  },
);

it('help shows what can be done, and does not lead out of Teams', async () => {
  const help = await stage.as(SANNE).ask('help');
  expect(saysOn(help)).toContain('vastleggen');
  expect(JSON.stringify(help.card)).not.toMatch(/OpenUrl|https?:\/\/(?!adaptivecards\.io)/);
});

it('a word that the bot does not know is no dead end', async () => {
  const answer = await stage.as(SANNE).ask('koffie');
  expect(saysOn(answer)).toContain('Dat woord ken ik niet.');
  expect(JSON.stringify(answer.card)).toContain('Action.Execute');
});

it('a new user is welcomed once, with what the bot is for, its limits and its name', async () => {
  const sanne = stage.as(SANNE);
  const welcome = theOnly(await sanne.install());
  expect(saysOn(welcome)).toContain('Ik help je');
  expect(saysOn(welcome)).toContain('Deze bot is geen dossier');
  expect(welcome.summary).toContain(aPackage().manifest.name.short);
  // Teams tells of one installation in two ways.
  const told = { ...installed(SANNE), type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] };
  await stage.send(told);
  expect(stage.teams.in(sanne.chat)).toHaveLength(1);
});

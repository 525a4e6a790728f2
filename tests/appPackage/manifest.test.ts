import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../bot/commands.js';
import { COMMAND_MENUS, COMMAND_NAMES, MENU_SCOPES } from '../../cards/commandNames.js';
import { commandIn, wordsIn } from '../../cards/words/words.js';
import { listings } from '../../appPackage/listing.js';
import { schemaProblems } from '../../appPackage/schemaProblems.js';
import { anInstallation, aPackage, ENVIRONMENT } from './aPackage.js';

const { manifest, translations } = aPackage();

/** The words with a mark in the design: nobody looks for another word in a menu. */
const FOR_THE_MENU =
  'start, vastleggen, voorbereiden, opschalen, mijn casussen, tellen, werkvoorraad, cijfers, programma, help'.split(
    ', ',
  );

describe('the manifest', () => {
  it('stands on the newest schema that the validator knows', () => {
    const validator = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
    const known = readdirSync(join(dirname(validator), 'json-schemas', 'teams'))
      .map((name) => /^v(\d+)\.(\d+)$/.exec(name))
      .filter((match) => match !== null)
      .map(([, major, minor]) => [Number(major), Number(minor)] as const)
      .sort(([one, two], [three, four]) => three - one || four - two);
    expect(manifest.manifestVersion).toBe(known[0]?.join('.'));
  });

  it('makes the validator say nothing', async () => {
    expect(await schemaProblems(aPackage())).toEqual([]);
  });

  it('is Dutch, with English beside it', () => {
    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(manifest.description.full).toContain('Praten is altijd vrijwillig.');
    expect(translations.en?.['description.full']).toContain('Talking is always voluntary.');
  });

  it('is for the own chat and for teams, and takes files in the chat', () => {
    expect(manifest.bots[0]).toMatchObject({
      botId: ENVIRONMENT.MICROSOFT_APP_ID,
      scopes: ['personal', 'team'],
      supportsFiles: true,
      isNotificationOnly: false,
    });
  });

  it('has the version, the ids and the pages of the installation', () => {
    expect(manifest).toMatchObject({
      version: '1.4.0',
      id: ENVIRONMENT.MICROSOFT_APP_ID,
      developer: {
        name: ENVIRONMENT.DEVELOPER_NAME,
        websiteUrl: ENVIRONMENT.DEVELOPER_WEBSITE,
        privacyUrl: ENVIRONMENT.PRIVACY_URL,
        termsOfUseUrl: ENVIRONMENT.TERMS_URL,
      },
    });
  });

  it('can have an app id of its own beside that of the bot', () => {
    const appId = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
    const installation = anInstallation({ TEAMS_APP_ID: appId.toUpperCase() });
    expect(installation).toMatchObject({ appId, botId: ENVIRONMENT.MICROSOFT_APP_ID });
  });
});

describe('the menus of commands', () => {
  it.each(listings(aPackage()))(
    'are the commands marked for them, in $language',
    ({ language, menus }) => {
      const words = wordsIn(language === 'en' ? 'en' : 'nl').commands;
      const marked = MENU_SCOPES.map((scope) => ({
        scopes: [scope],
        commands: COMMAND_NAMES.filter((name) => COMMAND_MENUS[name].includes(scope)).map(
          (name) => ({ title: words[name].typed[0], description: words[name].description }),
        ),
      }));
      expect(menus).toEqual(marked);
    },
  );

  it('in the own chat has every word of the design that the bot knows, and no other', () => {
    const designed = FOR_THE_MENU.map(commandIn).filter((name) => name !== undefined);
    const marked = COMMAND_NAMES.filter((name) => COMMAND_MENUS[name].includes('personal'));
    expect([...marked].sort()).toEqual([...designed].sort());
  });

  it('in a channel has only what may be typed there', () => {
    const marked = COMMAND_NAMES.filter((name) => COMMAND_MENUS[name].includes('team'));
    expect(marked.filter((name) => COMMANDS[name].place !== 'anywhere')).toEqual([]);
  });
});

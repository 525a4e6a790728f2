import { expect, describe, test } from 'vitest';
import type { AppPackage } from '../../appPackage/readPackage.js';
import { STORE_RULES } from '../../appPackage/rules/storeRules.js';
import { aPackage } from './aPackage.js';

const named = STORE_RULES.map((rule) => [rule.rule, rule] as const);

describe('our package keeps every mandatory rule of the store', () => {
  test.each(named)('%s', async (_, { problems }) => {
    expect(await problems(aPackage())).toEqual([]);
  });
});

const developer = (change: Partial<AppPackage['manifest']['developer']>) => (pack: AppPackage) => {
  Object.assign(pack.manifest.developer, change);
};
const name = (short: string) => (pack: AppPackage) => {
  pack.manifest.name.short = short;
};
const english = (path: string, text: string) => (pack: AppPackage) => {
  Object.assign(pack.translations.en ?? {}, { [path]: text });
};
const short = (text: string) => (pack: AppPackage) => {
  pack.manifest.description.short = text;
};
const full = (change: (text: string) => string) => (pack: AppPackage) => {
  pack.manifest.description.full = change(pack.manifest.description.full);
};
const add = (text: string) => full((before) => `${before} ${text}`);
const manifest = (change: Record<string, unknown>) => (pack: AppPackage) => {
  Object.assign(pack.manifest, change);
};
const menus = (change: (lists: Menus) => void) => (pack: AppPackage) => {
  change(pack.manifest.bots[0].commandLists);
};
type Menus = AppPackage['manifest']['bots'][0]['commandLists'];
const firstCommand = (title: string, description = 'Wat het doet') =>
  menus(([personal]) => personal?.commands.splice(0, 1, { title, description }));
const pixel =
  (icon: 'color' | 'outline', x: number, y: number, rgba: readonly number[]) =>
  ({ icons }: AppPackage) => {
    icons[icon].pixels.set(rgba, (y * icons[icon].width + x) * 4);
  };
const allOf = (icon: 'color' | 'outline', rgba: readonly number[]) => (pack: AppPackage) => {
  const { width, height } = pack.icons[icon];
  for (let n = 0; n < width * height; n++)
    pixel(icon, n % width, Math.floor(n / width), rgba)(pack);
};

/** What breaks each rule: the rule, in which way, and the change. */
const BREAKING: readonly [rule: string, how: string, change: (pack: AppPackage) => void][] = [
  ['The manifest and its translations', 'a name that is too long', name('x'.repeat(31))],
  ['The manifest and its translations', 'a key that no schema has', manifest({ colour: 'red' })],
  [
    'The manifest and its translations',
    'a scope that is none',
    (p) => p.manifest.bots[0].scopes.push('chat'),
  ],
  [
    'The manifest and its translations',
    'a translation that is too long',
    english('description.short', 'x'.repeat(81)),
  ],
  ['The manifest and its translations', 'an unknown translation', english('colour', 'red')],
  [
    'The manifest and its translations',
    'a schema from elsewhere',
    manifest({ $schema: 'https://www.example.nl/v1.30.json' }),
  ],
  [
    'The manifest and its translations',
    'a schema that is not known yet',
    manifest({
      $schema:
        'https://developer.microsoft.com/json-schemas/teams/v1.99/MicrosoftTeams.schema.json',
    }),
  ],
  [
    'The schema is a published one',
    'a preview',
    manifest({
      $schema:
        'https://developer.microsoft.com/json-schemas/teams/vDevPreview/MicrosoftTeams.schema.json',
      manifestVersion: 'devPreview',
    }),
  ],
  [
    'The schema is a published one',
    'a translation that is behind',
    english(
      '$schema',
      'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json',
    ),
  ],
  ['The version is three numbers', 'two', manifest({ version: '1.4' })],
  ['The version is three numbers', 'a preview', manifest({ version: '1.4.0-rc.1' })],
  ['The version is three numbers', 'a zero in front', manifest({ version: '1.04.0' })],
  ['The ids are GUIDs', 'the empty id', manifest({ id: '00000000-0000-0000-0000-000000000000' })],
  ['The ids are GUIDs', 'a word', (p) => (p.manifest.bots[0].botId = 'nnz-bot')],
  ['Nothing in the package is still to be filled in', 'a placeholder', name('${{NAME}}')],
  [
    'Nothing in the package is still to be filled in',
    'in a translation',
    english('description.full', 'TODO'),
  ],
  ['The package holds the files', 'one more', (p) => (p.files['readme.md'] = new Uint8Array())],
  ['The package holds the files', 'one less', (p) => delete p.files['color.png']],
  [
    'The package holds the files',
    'one in a folder',
    (p) => {
      p.files['icons/color.png'] = new Uint8Array();
      p.manifest.icons.color = 'icons/color.png';
    },
  ],
  [
    'The package is smaller than 10 MB',
    'noise',
    (p) => (p.files['color.png'] = noise(11 * 1024 * 1024)),
  ],
  ['No domain outside our control', 'every one', manifest({ validDomains: ['*.com'] })],
  ['No permission is asked for', 'sign-in', manifest({ webApplicationInfo: { id: 'x' } })],
  [
    'No permission is asked for',
    'messages of a channel',
    manifest({ authorization: { permissions: {} } }),
  ],
  [
    'The manifest is in the first language',
    'English first',
    (p) => (p.manifest.localizationInfo.defaultLanguageTag = 'en'),
  ],
  [
    'The manifest is in the first language',
    'a region',
    (p) => (p.translations = { 'en-us': p.translations.en ?? { $schema: '' } }),
  ],
  [
    'A translation has every text',
    'one less',
    (p) => delete p.translations.en?.['description.full'],
  ],
  ['A translation has every text', 'an empty one', english('name.full', '')],
  [
    'A translation has every text',
    'a command too many',
    english('bots[0].commandLists[0].commands[11].title', 'more'),
  ],

  ['The name holds no name of Microsoft', 'Teams', name('Zwanger in Teams')],
  ['The name holds no name of Microsoft', 'in English', english('name.full', 'NNZ for Microsoft')],
  ['The name does not begin with a core feature', 'chat', name('Chat Nu Niet Zwanger')],
  ['The name does not say that this is a trial', 'beta', name('Nu Niet Zwanger Beta')],
  ['The name has no parentheses', 'two', name('Nu Niet Zwanger (regio)')],
  ['The name does not say “app”', 'app', name('Nu Niet Zwanger App')],
  ['The short name is the same', 'translated', english('name.short', 'Not Now')],
  ['The bot calls itself', 'another name', name('Anders')],
  ['The developer has a name', 'spaces', developer({ name: ' ' })],
  ['The developer has a name', 'Microsoft', developer({ name: 'Microsoft Nederland' })],

  ['The short description is one', 'two', short('Leg een gesprek vast. Schaal op.')],
  [
    'The short description repeats neither',
    'the name',
    short('Nu Niet Zwanger voor professionals'),
  ],
  [
    'The short description repeats neither',
    'app',
    english('description.short', 'An app for talks'),
  ],
  [
    'The full description does not repeat',
    'the short one',
    (p) => {
      p.manifest.description.full += ` ${p.manifest.description.short}`;
    },
  ],
  ['The full description has at most 500', 'more', add('woord '.repeat(500))],
  [
    'The full description says for whom',
    'nobody',
    full((text) => text.replaceAll('professionals', 'mensen')),
  ],
  [
    'The full description says for whom',
    'no region',
    full((text) => text.replaceAll('regio', 'streek')),
  ],
  [
    'The full description names every language',
    'one',
    full((text) => text.replace('Engels', 'Frans')),
  ],
  [
    'The full description has a link',
    'none',
    full((text) => text.replace('](https://www.example.nl/nnz)', ']')),
  ],
  ['Microsoft is never shortened', 'MS', add('Werkt met MS Teams.')],
  ['Teams is called Microsoft Teams', 'Teams first', full((text) => `Voor Teams. ${text}`)],
  ['Microsoft is mentioned as what', 'the maker', add('Gemaakt door Microsoft.')],
  ['Microsoft is mentioned as what', 'Office 365', add('Werkt met Office 365.')],
  ['Nothing is said to be certified', 'powered by', add('Powered by ons.')],
  ['No claim is made', 'the best', add('De beste bot.')],
  ['No claim is made', 'in a menu', firstCommand('start', 'The best bot')],
  ['No text is written in capitals', 'two words', add('NU NIET wachten.')],
  ['No other platform', 'another', add('Net als WhatsApp.')],
  ['Nothing is called free', 'gratis', add('Het is gratis.')],
  ['No text links to a marketplace', 'AppSource', add('https://appsource.microsoft.com/x')],

  ['There are at most three menus', 'four', menus((lists) => lists.push(...lists))],
  ['There are at most three menus', 'an empty one', menus(([one]) => one?.commands.splice(0))],
  [
    'There are at most three menus',
    'eleven commands',
    menus(([one]) => {
      one?.commands.push(
        ...Array.from({ length: 11 }, () => ({ title: 'start', description: 'x' })),
      );
    }),
  ],
  ['Every scope of the bot has exactly one', 'one without', menus((lists) => lists.pop())],
  [
    'Every scope of the bot has exactly one',
    'one too many',
    (p) => p.manifest.bots[0].scopes.pop(),
  ],
  ['Every command has a title', 'a long title', firstCommand('x'.repeat(33))],
  ['Every command has a title', 'no description', firstCommand('start', ' ')],
  ['Every command has a title', 'a long description', firstCommand('start', 'x'.repeat(129))],
  ['No menu has a command twice', 'help', firstCommand('help')],
  [
    'No menu has a command twice',
    'in English',
    english('bots[0].commandLists[0].commands[0].title', 'help'),
  ],
  ['No command begins with', 'a slash', firstCommand('/start')],
  ['Help stands in every menu', 'no help', menus(([, team]) => team?.commands.pop())],
  ['The bot understands every command', 'an unknown word', firstCommand('beginnen')],
  ['The bot understands every command', 'a capital', firstCommand('Start')],
  [
    'The bot understands every command',
    'another command',
    english('bots[0].commandLists[0].commands[0].title', 'profile'),
  ],
  ['A bot that answers', 'silent', (p) => (p.manifest.bots[0].isNotificationOnly = true)],
  ['The bot is first installed', 'in a meeting', manifest({ defaultInstallScope: 'meetings' })],

  [
    'Website, privacy statement and terms of use are https',
    'http',
    developer({ termsOfUseUrl: 'http://www.example.nl/x' }),
  ],
  [
    'Website, privacy statement and terms of use are https',
    'no address',
    developer({ privacyUrl: 'www.example.nl' }),
  ],
  [
    'Website, privacy statement and terms of use are three',
    'two',
    (p) => {
      p.manifest.developer.privacyUrl = p.manifest.developer.websiteUrl;
    },
  ],
  [
    'The pages of the developer can be opened',
    'own machine',
    developer({ websiteUrl: 'https://localhost/x' }),
  ],
  [
    'The pages of the developer can be opened',
    'a number',
    developer({ websiteUrl: 'https://10.0.0.1/x' }),
  ],
  [
    'The pages of the developer can be opened',
    'a tunnel',
    developer({ websiteUrl: 'https://x.ngrok-free.app/' }),
  ],
  [
    'The pages of the developer can be opened',
    'an example',
    developer({ websiteUrl: 'https://example.com/x' }),
  ],
  [
    'The pages of the developer can be opened',
    'a password',
    developer({ websiteUrl: 'https://a:b@www.example.nl/' }),
  ],
  [
    'The pages of the developer are no trial',
    'staging',
    developer({ privacyUrl: 'https://staging.example.nl/' }),
  ],
  [
    'The pages of the developer are no pages of',
    'AppSource',
    developer({ websiteUrl: 'https://appsource.microsoft.com/x' }),
  ],

  ['The colour icon is 192', 'smaller', (p) => (p.icons.color.height = 191)],
  ['The colour icon is a full square', 'a round corner', pixel('color', 0, 0, [0, 0, 0, 0])],
  ['The colour icon is a full square', 'transparent', allOf('color', [18, 91, 102, 0])],
  [
    'The colour icon is a full square',
    'a line at the side',
    pixel('color', 191, 90, [255, 255, 255, 255]),
  ],
  ['The symbol of the colour icon', 'left of it', pixel('color', 35, 90, [255, 255, 255, 255])],
  ['The symbol of the colour icon', 'below it', pixel('color', 90, 156, [255, 255, 255, 255])],
  ['The outline icon is 32', 'larger', (p) => (p.icons.outline.width = 33)],
  ['The outline icon is white', 'grey', pixel('outline', 0, 8, [254, 254, 254, 255])],
  ['The outline icon is white', 'nothing', allOf('outline', [255, 255, 255, 0])],
  ['The outline icon is white', 'a white square', allOf('outline', [255, 255, 255, 255])],
  [
    'The outline icon has no padding',
    'a row below',
    (p) => {
      for (let x = 0; x < 32; x++) pixel('outline', x, 31, [255, 255, 255, 0])(p);
    },
  ],
  ['The accent colour', 'another', manifest({ accentColor: '#125b67' })],
  [
    'The accent colour',
    'too light',
    (p) => {
      allOf('color', [158, 208, 211, 255])(p);
      p.manifest.accentColor = '#9ed0d3';
    },
  ],
];

/** Bytes that no zip makes smaller. */
function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed >>> 16;
  });
}

const theRule = (start: string) => {
  const found = STORE_RULES.filter(({ rule }) => rule.startsWith(start));
  if (found.length !== 1) throw new Error(`${found.length} rules begin with “${start}”`);
  return found[0];
};

describe('a package that breaks a rule is found out', () => {
  test.each(BREAKING)('%s…: %s', async (start, _, change) => {
    expect(await theRule(start)?.problems(aPackage(change))).not.toEqual([]);
  });

  test('for every rule', () => {
    const tried = new Set(BREAKING.map(([start]) => theRule(start)?.rule));
    expect(STORE_RULES.map(({ rule }) => rule).filter((rule) => !tried.has(rule))).toEqual([]);
  });

  test('and no two rules have one name, or none a source', () => {
    expect(new Set(STORE_RULES.map(({ rule }) => rule)).size).toBe(STORE_RULES.length);
    const sourceless = STORE_RULES.filter(
      ({ source }) => !source.startsWith('https://learn.microsoft.com/'),
    );
    expect(sourceless).toEqual([]);
  });
});

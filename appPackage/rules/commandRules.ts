import { commandIn } from '../../cards/words/words.js';
import { listings } from '../listing.js';
import type { AppPackage } from '../readPackage.js';
import { GUIDELINES, SCHEMA, TRANSLATING, type Rule } from './rule.js';

const source = `${GUIDELINES}#bots-1`;
const LISTS = `${SCHEMA}/root-bots-command-lists`;

const MOST_LISTS = 3;
/** The newest schema takes twelve; Teams that are older show ten. */
const MOST_COMMANDS = 10;
const LONGEST_TITLE = 32;
const LONGEST_DESCRIPTION = 128;

export const COMMAND_RULES: readonly Rule[] = [
  {
    rule: 'There are at most three menus, of one to ten commands',
    source: LISTS,
    problems: ({ manifest: { bots } }) => [
      ...(bots[0].commandLists.length > MOST_LISTS ? ['there are more than three menus'] : []),
      ...bots[0].commandLists
        .map(({ scopes, commands }) => [scopes.join(' and '), commands.length] as const)
        .filter(([, count]) => count < 1 || count > MOST_COMMANDS)
        .map(([scopes, count]) => `the menu for ${scopes} has ${count} commands`),
    ],
  },
  {
    rule: 'Every scope of the bot has exactly one menu, and no other scope has one',
    source: `${GUIDELINES}#uses-of-latest-manifest-schema`,
    problems: ({ manifest: { bots } }) => {
      const [bot] = bots;
      const menus = bot.commandLists.flatMap(({ scopes }) => scopes).sort();
      const scopes = [...bot.scopes].sort();
      const differ = scopes.join() !== menus.join();
      return differ ? [`scopes ${scopes.join(', ')}; menus for ${menus.join(', ')}`] : [];
    },
  },
  {
    rule: 'Every command has a title of at most 32 characters and says what it does in at most 128',
    source: `${LISTS}-commands`,
    problems: (pack) =>
      commandsIn(pack)
        .filter(({ title, description }) => !fits(title, description))
        .map(({ title, language }) => `“${title}” (${language})`),
  },
  {
    rule: 'No menu has a command twice',
    source,
    problems: (pack) =>
      commandsIn(pack)
        .filter(({ title, before }) => before.includes(title))
        .map(({ title, language }) => `“${title}” (${language})`),
  },
  {
    rule: 'No command begins with a special character',
    source,
    problems: (pack) =>
      commandsIn(pack)
        .filter(({ title }) => !/^\p{L}/u.test(title))
        .map(({ title, language }) => `“${title}” (${language})`),
  },
  {
    rule: 'Help stands in every menu',
    source,
    problems: (pack) =>
      listings(pack).flatMap(({ language, menus }) =>
        menus
          .filter(({ commands }) => !commands.some(({ title }) => commandIn(title) === 'help'))
          .map(({ scopes }) => `the menu for ${scopes.join(' and ')} (${language})`),
      ),
  },
  {
    rule: 'The bot understands every command of its menus, in every language as the same one',
    source: TRANSLATING,
    problems: (pack) =>
      commandsIn(pack)
        .filter(({ title, inDefault }) => !means(title, inDefault))
        .map(({ title, language }) => `“${title}” (${language})`),
  },
  {
    rule: 'A bot that answers does not call itself notification only',
    source,
    problems: ({ manifest: { bots } }) =>
      bots[0].isNotificationOnly ? ['isNotificationOnly is true'] : [],
  },
  {
    rule: 'The bot is first installed in a scope that it has',
    source: SCHEMA,
    problems: ({ manifest: { bots, defaultInstallScope } }) =>
      bots[0].scopes.includes(defaultInstallScope) ? [] : [`${defaultInstallScope} is no scope`],
  },
];

interface ListedCommand {
  language: string;
  title: string;
  description: string;
  /** The titles above it in the same menu. */
  before: string[];
  /** Its title in the language of the manifest. */
  inDefault: string | undefined;
}

function commandsIn(pack: AppPackage): ListedCommand[] {
  const { commandLists } = pack.manifest.bots[0];
  return listings(pack).flatMap(({ language, menus }) =>
    menus.flatMap(({ commands }, n) =>
      commands.map(({ title, description }, m) => ({
        language,
        title,
        description,
        before: commands.slice(0, m).map((command) => command.title),
        inDefault: commandLists[n]?.commands[m]?.title,
      })),
    ),
  );
}

function fits(title: string, description: string): boolean {
  const says = description.trim();
  return title.length <= LONGEST_TITLE && says !== '' && says.length <= LONGEST_DESCRIPTION;
}

function means(title: string, inDefault: string | undefined): boolean {
  const name = commandIn(title);
  return name !== undefined && inDefault !== undefined && name === commandIn(inDefault);
}

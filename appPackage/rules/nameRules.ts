import { LANGUAGES } from '../../data/region.js';
import { wordsIn } from '../../cards/words/words.js';
import { listings } from '../listing.js';
import type { AppPackage } from '../readPackage.js';
import { CHECKLIST, found, GUIDELINES, type Rule } from './rule.js';

const source = `${GUIDELINES}#app-name`;

const MICROSOFT =
  /\b(Microsoft|Teams|Excel|PowerPoint|Word|OneDrive|SharePoint|OneNote|Outlook|Office|Azure|Surface|Xbox|Windows|Copilot|Skype|Viva|Entra)\b/i;
const CORE_FEATURE = /^(Chat|Contacts|Calendar|Calls|Files|Activity|Apps|Teams|Help)\b/i;
const TRIAL = /\b(alpha|beta|dev|development|preview|staging|test|uat|acceptatie|demo)\b/i;

export const NAME_RULES: readonly Rule[] = [
  {
    rule: 'The name holds no name of Microsoft or of one of its products',
    source,
    problems: (pack) => inNames(pack, MICROSOFT),
  },
  {
    rule: 'The name does not begin with a core feature of Teams',
    source,
    problems: (pack) => inNames(pack, CORE_FEATURE),
  },
  {
    rule: 'The name does not say that this is a trial version',
    source,
    problems: (pack) => inNames(pack, TRIAL),
  },
  {
    rule: 'The name has no parentheses',
    source,
    problems: (pack) => inNames(pack, /[()[\]]/),
  },
  {
    rule: 'The name does not say “app”',
    source: CHECKLIST,
    problems: (pack) => inNames(pack, /\bapps?\b/i),
  },
  {
    rule: 'The short name is the same in every language',
    source: `${GUIDELINES}#localization`,
    problems: (pack) =>
      listings(pack)
        .filter(({ name }) => name.short !== pack.manifest.name.short)
        .map(({ language, name }) => `${language} says “${name.short}”`),
  },
  {
    rule: 'The bot calls itself what the manifest calls it',
    source: `${GUIDELINES}#bots-1`,
    problems: ({ manifest }) =>
      LANGUAGES.filter(
        (language) => !wordsIn(language).menu.channelUnlinked.includes(`@${manifest.name.short} `),
      ).map((language) => `the words in ${language} mention another name`),
  },
  {
    rule: 'The developer has a name, and it is not Microsoft',
    source,
    problems: ({ manifest: { developer } }) => [
      ...(developer.name.trim() === '' ? ['the developer has no name'] : []),
      ...found('the developer', developer.name, /\bMicrosoft\b/i),
    ],
  },
];

function inNames(pack: AppPackage, pattern: RegExp): string[] {
  return listings(pack).flatMap(({ language, name }) => [
    ...found(`name.short (${language})`, name.short, pattern),
    ...found(`name.full (${language})`, name.full, pattern),
  ]);
}

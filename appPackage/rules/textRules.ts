import { listings, type Listing } from '../listing.js';
import type { AppPackage } from '../readPackage.js';
import { found, GUIDELINES, type Rule } from './rule.js';

const source = `${GUIDELINES}#app-descriptions`;

const MOST_WORDS = 500;
const SUPERLATIVE =
  /\b(best|top|ranked|leading|number one|unique|guaranteed|beste|toonaangevend|nummer één|uniek|gegarandeerd)\b|#1|\d\s?%/i;
const OTHER_PLATFORM =
  /\b(Slack|Zoom|WhatsApp|Webex|Google (Chat|Meet)|Discord|Mattermost|Signal|Telegram|Siilo|Workplace)\b/i;

/** The word that names each language in a text in any of them. */
const NAMES_OF_LANGUAGES: Record<string, RegExp> = {
  nl: /\b(Nederlands|Dutch)\b/,
  en: /\b(Engels|English)\b/,
};

/** What a reader must know before installing, by what it is about. */
const LIMITS: readonly [about: string, pattern: RegExp][] = [
  ['for whom it is', /\bprofessionals\b/],
  ['that an administrator makes it available', /\b(beheerder|administrator)\b/],
  ['that it needs an account', /\baccount\b/],
  ['that it works in some regions only', /\b(regio|region)\b/],
  ['that roles differ', /\b(rol|role)\b/],
];

export const TEXT_RULES: readonly Rule[] = [
  {
    rule: 'The short description is one sentence',
    source,
    problems: (pack) => inShort(pack, /[.!?]\s|\n/),
  },
  {
    rule: 'The short description repeats neither the name nor the word app',
    source,
    problems: (pack) => [
      ...inShort(pack, /\bapps?\b/i),
      ...listings(pack)
        .filter(({ name, description }) => description.short.includes(name.short))
        .map(({ language }) => `description.short (${language}) repeats the name`),
    ],
  },
  {
    rule: 'The full description does not repeat the short one',
    source,
    problems: (pack) =>
      listings(pack)
        .filter(({ description }) => description.full.includes(description.short))
        .map(({ language }) => `description.full (${language}) repeats the short description`),
  },
  {
    rule: 'The full description has at most 500 words',
    source,
    problems: (pack) =>
      listings(pack)
        .map(({ language, description }) => [language, wordsOf(description.full)] as const)
        .filter(([, words]) => words > MOST_WORDS)
        .map(([language, words]) => `description.full (${language}) has ${words} words`),
  },
  {
    rule: 'The full description says for whom it is and what its limits are',
    source,
    problems: (pack) => missing(pack, () => LIMITS),
  },
  {
    rule: 'The full description names every language of the bot',
    source: `${GUIDELINES}#localization`,
    problems: (pack) =>
      missing(pack, (all) =>
        all.map(({ language }) => [
          `that there is ${language}`,
          NAMES_OF_LANGUAGES[language] ?? /^never$/,
        ]),
      ),
  },
  {
    rule: 'The full description has a link to help',
    source,
    problems: (pack) =>
      listings(pack)
        .filter(({ description }) => !links(description.full, pack.manifest.developer.websiteUrl))
        .map(({ language }) => `description.full (${language}) does not link to the website`),
  },
  {
    rule: 'Microsoft is never shortened to MS or MSFT',
    source,
    problems: (pack) => inTexts(pack, /\b(MS|MSFT)\b/),
  },
  {
    rule: 'Teams is called Microsoft Teams where it is first mentioned',
    source,
    problems: (pack) => inDescriptions(pack, /^((?!Microsoft Teams)[^])*?(?<!Microsoft )\bTeams\b/),
  },
  {
    rule: 'Microsoft is mentioned as what the bot works with, never as who offers it',
    source,
    problems: (pack) => inTexts(pack, /\bMicrosoft\b(?! (Teams|365)\b)|\bOffice 365\b/),
  },
  {
    rule: 'Nothing is said to be certified for or powered by anything',
    source,
    problems: (pack) => inTexts(pack, /\b(certified (for|by)|powered by|gecertificeerd)\b/i),
  },
  {
    rule: 'No claim is made that nobody can verify',
    source,
    problems: (pack) => inTexts(pack, SUPERLATIVE),
  },
  {
    rule: 'No text is written in capitals',
    source,
    problems: (pack) => inTexts(pack, /\b\p{Lu}{2,}(\s+\p{Lu}{2,})+\b/u),
  },
  {
    rule: 'No other platform for chatting is named',
    source: `${GUIDELINES}#similar-platforms-and-services`,
    problems: (pack) => inTexts(pack, OTHER_PLATFORM),
  },
  {
    rule: 'Nothing is called free, and nothing is sold',
    source: `${GUIDELINES}#financial-information`,
    problems: (pack) =>
      inTexts(pack, /\b(free|gratis|trial|proefperiode|upgrade|premium|kopen)\b/i),
  },
  {
    rule: 'No text links to a marketplace',
    source,
    problems: (pack) => inTexts(pack, /appsource|marketplace\.microsoft|azuremarketplace/i),
  },
];

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;
const links = (text: string, url: string) => text.includes(`](${url})`);

function inShort(pack: AppPackage, pattern: RegExp): string[] {
  return listings(pack).flatMap(({ language, description }) =>
    found(`description.short (${language})`, description.short, pattern),
  );
}

function inDescriptions(pack: AppPackage, pattern: RegExp): string[] {
  return [
    ...inShort(pack, pattern),
    ...listings(pack).flatMap(({ language, description }) =>
      found(`description.full (${language})`, description.full, pattern),
    ),
  ];
}

/** Descriptions and menus: everything that is read but the names, which have rules of their own. */
function inTexts(pack: AppPackage, pattern: RegExp): string[] {
  const commands = listings(pack).flatMap(({ menus }) => menus.flatMap((menu) => menu.commands));
  return [
    ...inDescriptions(pack, pattern),
    ...commands.flatMap(({ title, description }) => found(title, description, pattern)),
  ];
}

function missing(
  pack: AppPackage,
  wanted: (all: Listing[]) => readonly (readonly [about: string, pattern: RegExp])[],
): string[] {
  const all = listings(pack);
  return all.flatMap(({ language, description }) =>
    wanted(all)
      .filter(([, pattern]) => !pattern.test(description.full))
      .map(([about]) => `description.full (${language}) does not say ${about}`),
  );
}

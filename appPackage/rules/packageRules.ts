import { LANGUAGES } from '../../data/region.js';
import { commandPath } from '../buildFiles.js';
import type { AppPackage } from '../readPackage.js';
import { schemaProblems } from '../schemaProblems.js';
import { zipped } from '../zipped.js';
import { GUIDELINES, PACKAGE, SCHEMA, TRANSLATING, type Rule } from './rule.js';

const source = `${GUIDELINES}#uses-of-latest-manifest-schema`;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOT_FILLED_IN = /\$\{\{|\{\{|<<|>>|\b(TODO|TBD|lorem ipsum)\b/i;
const NO_PREVIEW = /^https:\/\/developer\.microsoft\.com\/json-schemas\/teams\/v(\d+\.\d+)\//;
/** What the services behind Teams take. */
const MOST_BYTES = 10 * 1024 * 1024;

export const PACKAGE_RULES: readonly Rule[] = [
  {
    rule: 'The manifest and its translations follow the schema they name',
    source: `${GUIDELINES}#app-manifest`,
    problems: schemaProblems,
  },
  {
    rule: 'The schema is a published one, and the same version for manifest and translations',
    source,
    problems: ({ manifest, translations }) => {
      const schemas = [manifest, ...Object.values(translations)].map(({ $schema }) => $schema);
      return schemas
        .filter((schema) => NO_PREVIEW.exec(schema)?.[1] !== manifest.manifestVersion)
        .map((schema) => `manifestVersion is ${manifest.manifestVersion}, $schema is ${schema}`);
    },
  },
  {
    rule: 'The version is three numbers',
    source,
    problems: ({ manifest: { version } }) =>
      /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version) ? [] : [`the version is ${version}`],
  },
  {
    rule: 'The ids are GUIDs, and not the empty one',
    source: SCHEMA,
    problems: ({ manifest: { id, bots } }) =>
      [id, bots[0].botId]
        .filter((one) => !GUID.test(one) || /^[0-]+$/.test(one))
        .map((one) => `${one} is no id`),
  },
  {
    rule: 'Nothing in the package is still to be filled in',
    source,
    problems: ({ manifest, translations }) =>
      textsIn({ manifest, translations }).filter((text) => NOT_FILLED_IN.test(text)),
  },
  {
    rule: 'The package holds the files that the manifest names, at its top level, and no others',
    source,
    problems: ({ files, manifest }) => {
      const named = ['manifest.json', ...Object.values(manifest.icons), ...languageFiles(manifest)];
      const names = new Set([...named, ...Object.keys(files)]);
      return [...names].filter(
        (name) => !named.includes(name) || !files[name] || /[/\\]/.test(name),
      );
    },
  },
  {
    rule: 'The package is smaller than 10 MB',
    source: PACKAGE,
    problems: ({ files }) => {
      const { length } = zipped(files);
      return length < MOST_BYTES ? [] : [`it has ${length} bytes`];
    },
  },
  {
    rule: 'No domain outside our control is asked for',
    source: `${GUIDELINES}#external-domains`,
    problems: ({ manifest }) => asked(manifest, ['validDomains']),
  },
  {
    rule: 'No permission is asked for that the bot has no need of',
    source,
    problems: ({ manifest }) =>
      asked(manifest, ['webApplicationInfo', 'authorization', 'permissions', 'devicePermissions']),
  },
  {
    rule: 'The manifest is in the first language of the bot, and every other one is translated',
    source: `${GUIDELINES}#localization`,
    problems: ({ manifest, translations }) => {
      const { defaultLanguageTag } = manifest.localizationInfo;
      const tags = [defaultLanguageTag, ...Object.keys(translations)];
      const differ = tags.join() !== LANGUAGES.join();
      return differ ? [`the package has ${tags.join(', ')}; the bot ${LANGUAGES.join(', ')}`] : [];
    },
  },
  {
    rule: 'A translation has every text of the manifest, and none that the manifest does not have',
    source: TRANSLATING,
    problems: ({ manifest, translations }) => {
      const paths = ['$schema', ...translatable(manifest)];
      return Object.entries(translations).flatMap(([language, texts]) => {
        const all = new Set([...paths, ...Object.keys(texts)]);
        const wrong = [...all].filter((path) => !paths.includes(path) || !texts[path]);
        return wrong.map((path) => `${path} (${language})`);
      });
    },
  },
];

type Manifest = AppPackage['manifest'];

const languageFiles = ({ localizationInfo }: Manifest) =>
  localizationInfo.additionalLanguages.map(({ file }) => file);

function translatable({ bots }: Manifest): string[] {
  const commands = bots[0].commandLists.flatMap((list, n) =>
    list.commands.flatMap((_, m) => [
      `${commandPath(n, m)}.title`,
      `${commandPath(n, m)}.description`,
    ]),
  );
  return ['name.short', 'name.full', 'description.short', 'description.full', ...commands];
}

function asked(manifest: Manifest, keys: readonly string[]): string[] {
  return keys.filter((key) => {
    const value = manifest[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

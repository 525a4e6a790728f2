import { LANGUAGES, type Language } from '../data/region.js';
import { commandLists } from './commandLists.js';
import { drawColourIcon, drawOutlineIcon } from './drawIcons.js';
import english from './en.json' with { type: 'json' };
import type { Installation } from './installation.js';
import { manifestSchema, translationSchema } from './manifest.js';
import type { Manifest, Translation } from './manifest.js';
import template from './manifest.json' with { type: 'json' };

/** What goes into the package, by name. */
export type Files = Record<string, Uint8Array>;

const DEFAULT_LANGUAGE = 'nl' satisfies Language;
type Translated = Exclude<Language, typeof DEFAULT_LANGUAGE>;

const TRANSLATIONS: Record<Translated, object> = { en: english };
const TRANSLATED = LANGUAGES.filter((language) => language !== DEFAULT_LANGUAGE);

export function buildFiles(installation: Installation): Files {
  const values = placeholders(installation);
  const manifest = buildManifest(values);
  const translations = TRANSLATED.map((language) => {
    const translation = buildTranslation(language, filled(TRANSLATIONS[language], values));
    return [`${language}.json`, jsonFile(translation)] as const;
  });
  return {
    'manifest.json': jsonFile(manifest),
    ...Object.fromEntries(translations),
    [manifest.icons.color]: drawColourIcon(manifest.accentColor),
    [manifest.icons.outline]: drawOutlineIcon(),
  };
}

function buildManifest(values: Record<string, string>): Manifest {
  const manifest = manifestSchema.parse(filled(template, values));
  const [bot] = manifest.bots;
  return { ...manifest, bots: [{ ...bot, commandLists: commandLists(DEFAULT_LANGUAGE) }] };
}

function buildTranslation(language: Translated, texts: unknown): Translation {
  const commands = commandLists(language).flatMap((list, n) =>
    list.commands.flatMap(({ title, description }, m) => [
      [`${commandPath(n, m)}.title`, title] as const,
      [`${commandPath(n, m)}.description`, description] as const,
    ]),
  );
  return { ...translationSchema.parse(texts), ...Object.fromEntries(commands) };
}

/** As the schema of translations calls it. */
export function commandPath(list: number, command: number): string {
  return `bots[0].commandLists[${list}].commands[${command}]`;
}

function placeholders(installation: Installation): Record<string, string> {
  return {
    VERSION: installation.version,
    TEAMS_APP_ID: installation.appId,
    MICROSOFT_APP_ID: installation.botId,
    DEVELOPER_NAME: installation.developer,
    DEVELOPER_WEBSITE: installation.website,
    PRIVACY_URL: installation.privacyUrl,
    TERMS_URL: installation.termsUrl,
  };
}

/** Fills in text by text, so that no value can become part of the structure. */
function filled(template: unknown, values: Record<string, string>): unknown {
  if (typeof template === 'string') {
    return template.replaceAll(/\$\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
  }
  if (Array.isArray(template)) return template.map((part) => filled(part, values));
  if (typeof template !== 'object' || template === null) return template;
  const parts = Object.entries(template).map(([key, part]) => [key, filled(part, values)]);
  return Object.fromEntries(parts);
}

function jsonFile(content: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

import { commandPath } from './buildFiles.js';
import type { AppPackage } from './readPackage.js';

/** What people read about the bot in one language. */
export interface Listing {
  language: string;
  name: { short: string; full: string };
  description: { short: string; full: string };
  menus: { scopes: string[]; commands: { title: string; description: string }[] }[];
}

/** One for every language of the package; a text that is not translated is shown as the default. */
export function listings({ manifest, translations }: AppPackage): Listing[] {
  const inDefault: Record<string, string> = {};
  const all = { [manifest.localizationInfo.defaultLanguageTag]: inDefault, ...translations };
  return Object.entries(all).map(([language, texts]) => {
    const say = (path: string, otherwise: string) => texts[path] ?? otherwise;
    const { name, description, bots } = manifest;
    const [bot] = bots;
    return {
      language,
      name: { short: say('name.short', name.short), full: say('name.full', name.full) },
      description: {
        short: say('description.short', description.short),
        full: say('description.full', description.full),
      },
      menus: bot.commandLists.map(({ scopes, commands }, n) => ({
        scopes,
        commands: commands.map(({ title, description }, m) => ({
          title: say(`${commandPath(n, m)}.title`, title),
          description: say(`${commandPath(n, m)}.description`, description),
        })),
      })),
    };
  });
}

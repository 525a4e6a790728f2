import { COMMAND_MENUS, COMMAND_NAMES, MENU_SCOPES } from '../cards/commandNames.js';
import type { MenuScope } from '../cards/commandNames.js';
import { wordsIn } from '../cards/words/words.js';
import type { Language } from '../data/region.js';

export interface CommandList {
  scopes: MenuScope[];
  commands: { title: string; description: string }[];
}

/** One menu for each place, with the word that help shows; in the order of help. */
export function commandLists(language: Language): CommandList[] {
  const words = wordsIn(language).commands;
  return MENU_SCOPES.map((scope) => ({
    scopes: [scope],
    commands: COMMAND_NAMES.filter((name) => COMMAND_MENUS[name].includes(scope)).map((name) => ({
      title: words[name].typed[0],
      description: words[name].description,
    })),
  }));
}

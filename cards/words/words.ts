import { LANGUAGES, type Language } from '../../data/region.js';
import { COMMAND_NAMES, type CommandName } from '../commandNames.js';
import { en } from './en.js';
import { nl, type Words } from './nl.js';

export type { Words } from './nl.js';

/** One complete dictionary per language that a person can choose. */
const DICTIONARIES: Record<Language, Words> = { nl, en };

export function wordsIn(language: Language): Words {
  return DICTIONARIES[language];
}

/** Which command these words stand for, in whatever language they are typed. */
export function commandIn(typed: string): CommandName | undefined {
  return COMMAND_NAMES.find((name) =>
    LANGUAGES.some((language) => wordsIn(language).commands[name].typed.includes(typed)),
  );
}

/** The command whose words come first, and what was typed behind them. */
export function commandBefore(typed: string): { name: CommandName; rest: string } | undefined {
  const words = LANGUAGES.flatMap((language) =>
    COMMAND_NAMES.flatMap((name) =>
      wordsIn(language).commands[name].typed.map((word) => ({ name, word })),
    ),
  );
  const found = words.find(({ word }) => typed.startsWith(`${word} `));
  return found && { name: found.name, rest: typed.slice(found.word.length).trim() };
}

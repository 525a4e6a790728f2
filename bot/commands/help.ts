import { distance } from 'fastest-levenshtein';
import { helpCard } from '../../cards/menuCard.js';
import { findIdentifiers } from '../../data/identifiers.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';
import { commandsFor } from '../commands.js';

export function showHelp(_deps: Deps, turn: Turn): Promise<Outcome> {
  return Promise.resolve(help(turn));
}

/** Longer than anything people can type here. */
const LONGEST = 1000;

/** Never silence: the words nearest to what was typed, and that it was not kept; never the text. */
export function explainUnknown(turn: Turn, text: string): Outcome {
  const { unknown, looksLikeNote } = turn.words.help;
  const isNote = text.length > LONGEST || findIdentifiers(text).length > 0;
  return help(turn, isNote ? looksLikeNote : unknown(nearest(turn, text).join(', ')));
}

function help(turn: Turn, hint?: string): Outcome {
  return showCard(helpCard(turn, commandsFor(turn.roles), hint), turn.words.help.summary);
}

const SUGGESTIONS = 2;

function nearest(turn: Turn, text: string): string[] {
  const wanted = text.toLowerCase().slice(0, 40);
  const far = ({ typed }: { typed: readonly string[] }) =>
    Math.min(...typed.map((word) => distance(word, wanted)));
  return commandsFor(turn.roles)
    .map((name) => turn.words.commands[name])
    .sort((one, other) => far(one) - far(other))
    .slice(0, SUGGESTIONS)
    .map(({ typed }) => `“${typed[0]}”`);
}

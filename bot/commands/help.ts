import { distance } from 'fastest-levenshtein';
import { helpCard } from '../../cards/menuCard.js';
import type { Deps } from '../deps.js';
import { showCard, type Outcome } from '../outcome.js';
import type { Turn } from '../turnContext.js';
import { commandsFor } from '../commands.js';

export function showHelp(_deps: Deps, turn: Turn): Promise<Outcome> {
  return Promise.resolve(help(turn));
}

/** Never silence: the words nearest to what was typed, and that it was not kept. */
export function explainUnknown(turn: Turn, text: string): Outcome {
  return help(turn, turn.words.help.unknown(nearest(turn, text).join(', ')));
}

function help(turn: Turn, hint?: string): Outcome {
  const words = wordsOf(turn).map(({ typed, description }) => ({ word: typed[0], description }));
  return showCard(helpCard(turn, words, hint), turn.words.help.summary);
}

const wordsOf = (turn: Turn) => commandsFor(turn.roles).map((name) => turn.words.commands[name]);

const SUGGESTIONS = 2;

function nearest(turn: Turn, text: string): string[] {
  const wanted = text.toLowerCase().slice(0, 40);
  const far = ({ typed }: { typed: readonly string[] }) =>
    Math.min(...typed.map((word) => distance(word, wanted)));
  return wordsOf(turn)
    .sort((one, other) => far(one) - far(other))
    .slice(0, SUGGESTIONS)
    .map(({ typed }) => `“${typed[0]}”`);
}

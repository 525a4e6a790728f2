import type { Question } from '../data/questions.js';
import { parseInstant } from '../data/weeks.js';
import type { Reader } from './context.js';
import { shortSection, type Fact, type Section } from './messageCard.js';
import { shortMoment } from './phrases.js';

/** So many characters of questions and answers stand open on a card: one of each, or more. */
const SHOWN = 950;
/** What a question takes besides its text. */
const AROUND = 120;

/** What waits for an answer, then what has one, the newest first; those that do not fit can be opened. */
export function questionSections(
  reader: Reader,
  questions: readonly Question[],
  room: number,
): Section[] {
  if (questions.length === 0) return [];
  const { heading, more } = reader.words.questions;
  const newest = questions.toReversed();
  const open = newest.filter(({ answer }) => !answer);
  const all = [...open, ...newest.filter(({ answer }) => answer)];
  const entries = all.map((question) => questionFacts(reader, question));
  const [shown, listed] = [fitting(all, SHOWN), fitting(all, room)];
  return [shortSection(reader.words, heading, entries, { shown, listed, more })];
}

/** How many of them, from the first, take no more than so many characters. */
function fitting(questions: readonly Question[], characters: number): number {
  let room = characters;
  const tooMany = questions.findIndex(({ text, answer }) => {
    room -= text.length + (answer?.text.length ?? 0) + AROUND;
    return room < 0;
  });
  return tooMany < 0 ? questions.length : tooMany;
}

function questionFacts({ words, language }: Reader, { at, by, text, answer }: Question): Fact[] {
  const { asked, answered, notAnswered } = words.questions;
  const when = shortMoment(parseInstant(at), language);
  return [
    { label: asked(when, by.name), value: text },
    { label: answered, value: answer?.text ?? notAnswered },
  ];
}

import type { Question } from '../data/questions.js';
import { parseInstant } from '../data/weeks.js';
import type { Reader } from './context.js';
import { section, type Fact, type Section } from './messageCard.js';
import { shortMoment } from './phrases.js';

/** So many characters of questions and answers fit beside the rest of a card: one of each, or more. */
const ROOM = 900;

/** What waits for an answer, then what has one, the newest first; and how many do not fit. */
export function questionSections(reader: Reader, questions: readonly Question[]): Section[] {
  if (questions.length === 0) return [];
  const { heading, more } = reader.words.questions;
  const fitting = firstThatFit(questions);
  const left = questions.length - fitting.length;
  const facts = fitting.flatMap((question) => questionFacts(reader, question));
  return [section(heading, left > 0 ? [...facts, more(left)] : facts)];
}

function firstThatFit(questions: readonly Question[]): Question[] {
  let room = ROOM;
  const isFitting = ({ text, answer }: Question) => {
    room -= text.length + (answer?.text.length ?? 0);
    return room >= 0;
  };
  const newest = questions.toReversed();
  const open = newest.filter(({ answer }) => !answer);
  const all = [...open, ...newest.filter(({ answer }) => answer)];
  const tooMany = all.findIndex((question) => !isFitting(question));
  return tooMany < 0 ? all : all.slice(0, tooMany);
}

function questionFacts({ words, language }: Reader, { at, by, text, answer }: Question): Fact[] {
  const { asked, answered, notAnswered } = words.questions;
  const when = shortMoment(parseInstant(at), language);
  return [
    { label: asked(when, by.name), value: text },
    { label: answered, value: answer?.text ?? notAnswered },
  ];
}

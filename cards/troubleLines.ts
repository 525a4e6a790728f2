import { peopleUnreached, troublesOf, type Delivery, type Trouble } from '../data/delivery.js';
import { parseInstant, type DateTime } from '../data/weeks.js';
import type { Reader } from './context.js';
import { section, type Section } from './messageCard.js';
import { shortMoment } from './phrases.js';
import { troubleWhy } from './troubleWhy.js';

/** What of a case does not get through; nothing when all does. */
export function troubleSections(
  reader: Reader & { now: DateTime },
  delivery: Delivery | undefined,
): Section[] {
  const lines = delivery ? troubleLines(reader, delivery, reader.now) : [];
  return lines.length === 0 ? [] : [section(reader.words.trouble.heading, lines)];
}

/** What does not get through, since when and why, when it is tried again, and who does not know. */
export function troubleLines(reader: Reader, delivery: Delivery, now: DateTime): string[] {
  const { trouble } = reader.words;
  const failing = troublesOf(delivery).map(({ part, trouble: row }) => {
    const since = trouble.since(trouble.parts[part], ...sinceAndWhy(reader, row));
    return `${since} ${nextText(reader, row, now)}`;
  });
  const missed = peopleUnreached(delivery);
  const people = missed.map((row) => trouble.person(row.to.name, ...sinceAndWhy(reader, row)));
  return [
    ...failing,
    ...people,
    ...lastLines(
      reader,
      missed.map(({ again }) => again),
    ),
  ];
}

function lastLines({ words: { trouble } }: Reader, again: readonly boolean[]): string[] {
  if (again.length === 0) return [];
  return [again.every(Boolean) ? trouble.now : trouble.reachYourself];
}

function sinceAndWhy(
  { words, language }: Reader,
  row: Pick<Trouble, 'since' | 'why'>,
): [since: string, why: string] {
  return [shortMoment(parseInstant(row.since), language), troubleWhy(words, row)];
}

function nextText({ words, language }: Reader, { retryAt }: Trouble, now: DateTime): string {
  const at = parseInstant(retryAt);
  return at <= now ? words.trouble.now : words.trouble.next(shortMoment(at, language));
}

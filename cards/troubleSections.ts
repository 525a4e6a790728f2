import type { Delivery, Trouble } from '../data/delivery.js';
import { parseInstant } from '../data/weeks.js';
import type { Reader } from './context.js';
import { section, type Section } from './messageCard.js';
import { clockTime, shortMoment } from './phrases.js';

type Told = Delivery['trouble'];

/** What does not get through now, since when, and when it is tried again; nothing when all does. */
export function troubleSections(reader: Reader, trouble: Told | undefined): Section[] {
  const { channel, notices } = trouble ?? {};
  const { words } = reader;
  const lines = [
    ...(channel ? [words.trouble.channel(...parts(reader, channel))] : []),
    ...(notices ? [words.trouble.notices(...parts(reader, notices))] : []),
  ];
  return lines.length === 0 ? [] : [section(words.trouble.heading, lines)];
}

function parts({ language }: Reader, { since, why, retryAt }: Trouble): [string, string, string] {
  const began = shortMoment(parseInstant(since), language);
  return [began, why, clockTime(parseInstant(retryAt), language)];
}

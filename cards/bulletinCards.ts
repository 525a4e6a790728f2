import type { Bulletin } from '../data/bulletin.js';
import type { Due } from '../data/reminders.js';
import { button } from './button.js';
import type { CardContext } from './context.js';
import { note } from './formCard.js';
import { listCard } from './listCard.js';
import { messageCard } from './messageCard.js';
import { longDay } from './phrases.js';
import type { Card } from './render.js';

type About<K extends Bulletin['about']['kind']> = Extract<Bulletin['about'], { kind: K }>;

/** So many rows fit a phone; more would not be read in the morning either. */
const ROWS = 12;

/** Everything that waits for one person, in one message; no answers of clients. */
export function morningCard(context: CardContext, due: readonly Due[]): Card {
  const { words, language } = context;
  const { bulletins, buttons } = words;
  const left = due.length - ROWS;
  const everything = isForCoordinator(due)
    ? button(buttons.queue, 'queue', {})
    : button(buttons.myCases, 'my-cases', {});
  return listCard({
    lang: language,
    heading: bulletins.morningHeading,
    notes: [note(bulletins.morningIntro(new Set(due.map(({ code }) => code)).size))],
    rows: due.slice(0, ROWS).map((row) => dueRow(context, row)),
    below: left > 0 ? bulletins.more(left, everything.title) : '',
    buttons: [everything, button(buttons.profile, 'profile', {})],
  });
}

/** Professionals are only waited for with questions. */
const isForCoordinator = (due: readonly Due[]) => due.some(({ kind }) => kind !== 'question');

function dueRow({ words, language }: CardContext, { kind, code, version, on }: Due) {
  const what = words.bulletins.reminders[kind](on === undefined ? '' : longDay(on, language));
  const verb = kind === 'question' ? 'open-own' : 'open';
  const title = words.bulletins.openRow(code, what);
  return {
    title: code,
    status: '',
    lines: [{ text: what }],
    button: button(title, verb, { code, version }),
  };
}

/** For every coordinator of the region. */
export function channelLostCard(context: CardContext, { why }: About<'channel-lost'>): Card {
  const { words, language, region } = context;
  const { bulletins } = words;
  return messageCard({
    lang: language,
    heading: bulletins['channel-lost'],
    notes: [note(bulletins.lost[why], 'warning'), note(bulletins.lostNext(region.name))],
    sections: [],
    buttons: [button(words.buttons.queue, 'queue', {})],
  });
}

/** For whoever was named as stand-in. */
export function standsInCard(context: CardContext, about: About<'stands-in'>): Card {
  const { words, language } = context;
  const { bulletins } = words;
  const [from, until] = [longDay(about.from, language), longDay(about.until, language)];
  return messageCard({
    lang: language,
    heading: bulletins['stands-in'],
    notes: [note(bulletins.standsIn(about.for.name, from, until)), note(bulletins.standsInNext)],
    sections: [],
    buttons: [button(words.buttons.queue, 'queue', {})],
  });
}

/** For whoever was named as stand-in before. */
export function standsInEndedCard(context: CardContext, about: About<'stands-in-ended'>): Card {
  const { words, language } = context;
  const { bulletins } = words;
  return messageCard({
    lang: language,
    heading: bulletins['stands-in-ended'],
    notes: [note(bulletins.standsInEnded(about.for.name))],
    sections: [],
    buttons: [button(words.buttons.queue, 'queue', {})],
  });
}

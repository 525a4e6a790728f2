import { button, type Button } from './button.js';
import { COMMAND_GROUPS, HELP_GROUPS, type CommandName } from './commandNames.js';
import type { Reader } from './context.js';
import { note, type Note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import type { Card } from './render.js';
import type { Words } from './words/words.js';

export interface MenuView {
  name: string;
  hasDraft: boolean;
  /** The commands that are for this reader. */
  may: readonly CommandName[];
  /** Has talks of their own to record. */
  records: boolean;
  coordinates: boolean;
  leads: boolean;
  /** For a coordinator whose region has no channel yet: what waits for one. */
  waiting?: { region: string; escalations: number } | undefined;
}

/** Where everything starts: short, for who has been here before. */
export function menuCard(reader: Reader, view: MenuView): Card {
  return menu(reader, view, [note(reader.words.menu.noFile, 'emphasis')]);
}

/** First contact: what this is, what it never keeps, and the next step. */
export function welcomeCard(reader: Reader, view: MenuView): Card {
  const { purpose, voluntary, noFile, begin } = reader.words.menu;
  return menu(reader, view, [
    note(purpose),
    note(voluntary),
    note(noFile, 'emphasis'),
    note(begin),
  ]);
}

function menu({ words, language }: Reader, view: MenuView, notes: Note[]): Card {
  const { hasDraft } = view;
  return messageCard({
    lang: language,
    heading: words.menu.heading(view.name),
    notes: [
      ...notes,
      ...waitingNotes(words, view),
      ...(hasDraft ? [note(words.menu.draftWaiting, 'good')] : []),
    ],
    sections: [],
    buttons: menuButtons(words, view),
  });
}

function waitingNotes({ menu: texts }: Words, { waiting }: MenuView): Note[] {
  if (!waiting) return [];
  const { region, escalations } = waiting;
  const waits = escalations > 0 ? [texts.waiting(escalations)] : [];
  return [note([texts.notLinked(region), ...waits, texts.howToLink].join(' '), 'warning')];
}

interface MenuRow {
  /** Does what typing the word does. */
  verb: string;
  title: keyof Words['buttons'];
}

const MENU = {
  queue: { verb: 'queue', title: 'queue' },
  resume: { verb: 'resume', title: 'resume' },
  record: { verb: 'record', title: 'record' },
  prepare: { verb: 'prepare', title: 'prepare' },
  escalate: { verb: 'start-escalation', title: 'escalate' },
  'my-cases': { verb: 'my-cases', title: 'myCases' },
  count: { verb: 'start-count', title: 'count' },
  figures: { verb: 'figures', title: 'figures' },
  programme: { verb: 'programme', title: 'programme' },
  region: { verb: 'region', title: 'region' },
  profile: { verb: 'profile', title: 'profile' },
} as const satisfies Partial<Record<CommandName, MenuRow>>;
type InMenu = keyof typeof MENU;

type Task = 'professional' | 'professional-too' | 'coordinator' | 'project-leader';

/** What each would want first stands first; what does not fit is in help. */
const ORDER: Record<Task, readonly InMenu[]> = {
  professional: ['record', 'prepare', 'escalate', 'my-cases', 'count', 'region'],
  'professional-too': ['queue', 'record', 'escalate', 'my-cases', 'figures', 'region'],
  coordinator: ['queue', 'escalate', 'figures', 'region', 'count', 'profile'],
  'project-leader': ['figures', 'programme', 'region', 'count', 'profile'],
};

function taskOf({ records, coordinates, leads }: MenuView): Task {
  if (records) return coordinates || leads ? 'professional-too' : 'professional';
  return coordinates ? 'coordinator' : 'project-leader';
}

/** Teams takes six buttons; the last one is help. */
const BESIDE_HELP = 5;

function menuButtons({ buttons }: Words, view: MenuView): Button[] {
  const order = ORDER[taskOf(view)].filter((name) => view.may.includes(name));
  // There is never a second draft.
  const shown: InMenu[] = view.hasDraft
    ? ['resume', ...order.filter((name) => name !== 'record')]
    : order;
  return [
    ...shown
      .slice(0, BESIDE_HELP)
      .map((name, n) =>
        button(
          buttons[MENU[name].title],
          MENU[name].verb,
          {},
          n === 0 ? { style: 'positive' } : {},
        ),
      ),
    button(buttons.help, 'help', {}),
  ];
}

/**
 * The words this reader can type, by task; `hint` comes first when something unknown was typed. Every
 * refusal leads here, so from here every way goes on.
 */
export function helpCard(
  { words, language }: Reader,
  may: readonly CommandName[],
  hint?: string,
): Card {
  const { help, commands, buttons } = words;
  const facts = (names: readonly CommandName[]) =>
    names.map((name) => ({ label: commands[name].typed[0], value: commands[name].description }));
  const groups = HELP_GROUPS.map((group) => ({
    group,
    names: may.filter((name) => COMMAND_GROUPS[name] === group),
  })).filter(({ names }) => names.length > 0);
  return messageCard({
    lang: language,
    heading: help.heading,
    notes: [
      ...(hint === undefined ? [] : [note(`${hint} ${help.nothingStored}`, 'emphasis')]),
      note(help.intro),
    ],
    sections: groups.map(({ group, names }) => section(help.groups[group], facts(names))),
    buttons: [
      button(buttons.record, 'record', {}, { style: 'positive' }),
      button(buttons.prepare, 'prepare', {}),
      button(buttons.region, 'region', {}),
      button(buttons.profile, 'profile', {}),
      button(buttons.privacy, 'privacy', {}),
    ],
  });
}

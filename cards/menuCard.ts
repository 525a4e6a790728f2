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
  const { waiting, hasDraft } = view;
  return messageCard({
    lang: language,
    heading: words.menu.heading(view.name),
    notes: [
      ...notes,
      ...(waiting
        ? [note(words.menu.waiting(waiting.region, waiting.escalations), 'warning')]
        : []),
      ...(hasDraft ? [note(words.menu.draftWaiting, 'good')] : []),
    ],
    sections: [],
    buttons: menuButtons(words, view),
  });
}

interface MenuRow {
  command: CommandName;
  /** Does what typing the word does. */
  verb: string;
  title: keyof Words['buttons'];
  isShown: (view: MenuView) => boolean;
}

const always = () => true;
const records = (view: MenuView) => view.records;

/** What somebody would want first stands first; what does not fit is in help. */
const MENU: readonly MenuRow[] = [
  { command: 'queue', verb: 'queue', title: 'queue', isShown: ({ coordinates }) => coordinates },
  { command: 'resume', verb: 'resume', title: 'resume', isShown: ({ hasDraft }) => hasDraft },
  {
    command: 'record',
    verb: 'record',
    title: 'record',
    isShown: (view) => view.records && !view.hasDraft,
  },
  { command: 'prepare', verb: 'prepare', title: 'prepare', isShown: records },
  {
    command: 'escalate',
    verb: 'start-escalation',
    title: 'escalate',
    isShown: (view) => view.records || view.coordinates,
  },
  { command: 'my-cases', verb: 'my-cases', title: 'myCases', isShown: records },
  { command: 'count', verb: 'start-count', title: 'count', isShown: always },
  { command: 'figures', verb: 'figures', title: 'figures', isShown: always },
  { command: 'region', verb: 'region', title: 'region', isShown: always },
  { command: 'profile', verb: 'profile', title: 'profile', isShown: (view) => !view.records },
];

/** Teams takes six buttons; the last one is help. */
const BESIDE_HELP = 5;

function menuButtons({ buttons }: Words, view: MenuView): Button[] {
  const rows = MENU.filter(({ command, isShown }) => view.may.includes(command) && isShown(view));
  return [
    ...rows
      .slice(0, BESIDE_HELP)
      .map(({ verb, title }, n) =>
        button(buttons[title], verb, {}, n === 0 ? { style: 'positive' } : {}),
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

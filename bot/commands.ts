import { COMMAND_NAMES, type CommandName } from '../cards/commandNames.js';
import { commandIn } from '../cards/words/words.js';
import { codeSchema } from '../data/case.js';
import { personKey } from '../data/person.js';
import { openCode } from './commands/case.js';
import { discard, record, resume, showDraft } from './commands/checklist.js';
import { showFigures } from './commands/figures.js';
import { explainUnknown, showHelp } from './commands/help.js';
import { askLanguage } from './commands/language.js';
import { askLink } from './commands/link.js';
import { showMenu } from './commands/menu.js';
import { showProfile } from './commands/profile.js';
import type { Deps } from './deps.js';
import type { Outcome } from './outcome.js';
import type { Roles } from './roles.js';
import type { Turn, Typed } from './turnContext.js';

/** One thing people can type; the words themselves stand in the dictionaries. */
export interface Command {
  /** Who finds it in help; whoever may not is told so by the command itself. */
  isFor: (roles: Roles) => boolean;
  run: (deps: Deps, turn: Turn) => Promise<Outcome>;
}

const everybody = () => true;
const coordinators = ({ coordinates }: Roles) => coordinates.length > 0;
const readers = ({ coordinates, leads }: Roles) => coordinates.length + leads.length > 0;

export const COMMANDS: Record<CommandName, Command> = {
  start: { isFor: everybody, run: showMenu },
  record: { isFor: everybody, run: record },
  resume: { isFor: everybody, run: resume },
  discard: { isFor: everybody, run: discard },
  link: { isFor: coordinators, run: askLink },
  figures: { isFor: readers, run: showFigures },
  profile: { isFor: everybody, run: showProfile },
  language: { isFor: everybody, run: askLanguage },
  help: { isFor: everybody, run: showHelp },
};

/** The commands this person finds in help, in their order there. */
export function commandsFor(roles: Roles): CommandName[] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].isFor(roles));
}

/** Whole message, any case; a case code opens that case; anything else is answered with help. */
export async function runTyped(deps: Deps, turn: Typed): Promise<Outcome> {
  const text = turn.incoming.text.trim();
  const typed = text.toLowerCase();
  const name = commandIn(typed);
  if (name) return COMMANDS[name].run(deps, turn);
  const code = codeSchema.safeParse(text.toUpperCase());
  if (code.success) return openCode(deps, turn, code.data);
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft && turn.incoming.place.kind === 'personal') {
    return showDraft(deps, turn, draft, turn.words.form.freeTextHint);
  }
  return explainUnknown(turn, text);
}

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
import { refuse, type Outcome } from './outcome.js';
import type { Roles } from './roles.js';
import type { Turn, Typed } from './turnContext.js';

/** One thing people can type; the words themselves stand in the dictionaries. */
export interface Command {
  /** Where it may be typed; what shows somebody's own work is for the own chat. */
  place: 'personal' | 'anywhere';
  /** Who finds it in help; whoever may not is told so by the command itself. */
  isFor: (roles: Roles) => boolean;
  run: (deps: Deps, turn: Turn) => Promise<Outcome>;
}

const everybody = () => true;
const coordinators = ({ coordinates }: Roles) => coordinates.length > 0;
const readers = ({ coordinates, leads }: Roles) => coordinates.length + leads.length > 0;

export const COMMANDS: Record<CommandName, Command> = {
  start: { place: 'anywhere', isFor: everybody, run: showMenu },
  record: { place: 'personal', isFor: everybody, run: record },
  resume: { place: 'personal', isFor: everybody, run: resume },
  discard: { place: 'personal', isFor: everybody, run: discard },
  link: { place: 'anywhere', isFor: coordinators, run: askLink },
  figures: { place: 'personal', isFor: readers, run: showFigures },
  profile: { place: 'personal', isFor: everybody, run: showProfile },
  language: { place: 'personal', isFor: everybody, run: askLanguage },
  help: { place: 'anywhere', isFor: everybody, run: showHelp },
};

/** The commands this person finds in help, in their order there. */
export function commandsFor(roles: Roles): CommandName[] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].isFor(roles));
}

/** Whole message, any case; a case code opens that case; anything else is answered with help. */
export async function runTyped(deps: Deps, turn: Typed): Promise<Outcome> {
  const text = turn.incoming.text.trim();
  const typed = text.toLowerCase();
  const isPersonal = turn.incoming.place.kind === 'personal';
  const personalOnly = refuse(turn.words.refusals.personalOnly);
  const name = commandIn(typed);
  if (name) {
    const { place, run } = COMMANDS[name];
    return place === 'anywhere' || isPersonal ? run(deps, turn) : personalOnly;
  }
  const code = codeSchema.safeParse(text.toUpperCase());
  if (code.success) return isPersonal ? openCode(deps, turn, code.data) : personalOnly;
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft && isPersonal) return showDraft(deps, turn, draft, turn.words.form.freeTextHint);
  return explainUnknown(turn, text);
}

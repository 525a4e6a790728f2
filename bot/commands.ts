import type { CommandName } from '../cards/commandNames.js';
import { codeSchema } from '../data/case.js';
import { personKey } from '../data/person.js';
import { openCode } from './commands/case.js';
import { discard, record, resume, showDraft } from './commands/checklist.js';
import { showFigures } from './commands/figures.js';
import { explainUnknown, showHelp } from './commands/help.js';
import { askLink } from './commands/link.js';
import { showMenu } from './commands/menu.js';
import { showProfile } from './commands/profile.js';
import type { Deps } from './deps.js';
import type { Outcome } from './outcome.js';
import type { Roles } from './roles.js';
import type { Turn, Typed } from './turnContext.js';

/** One thing people can type; the words themselves stand in the dictionaries. */
export interface Command {
  name: CommandName;
  /** Who finds it in help; whoever may not is told so by the command itself. */
  isFor: (roles: Roles) => boolean;
  run: (deps: Deps, turn: Turn) => Promise<Outcome>;
}

const everybody = () => true;
const coordinators = ({ coordinates }: Roles) => coordinates.length > 0;
const readers = ({ coordinates, leads }: Roles) => coordinates.length + leads.length > 0;

export const COMMANDS: readonly Command[] = [
  { name: 'start', isFor: everybody, run: showMenu },
  { name: 'record', isFor: everybody, run: record },
  { name: 'resume', isFor: everybody, run: resume },
  { name: 'discard', isFor: everybody, run: discard },
  { name: 'link', isFor: coordinators, run: askLink },
  { name: 'figures', isFor: readers, run: showFigures },
  { name: 'profile', isFor: everybody, run: showProfile },
  { name: 'help', isFor: everybody, run: showHelp },
];

export function commandsFor(roles: Roles): Command[] {
  return COMMANDS.filter(({ isFor }) => isFor(roles));
}

/** Whole message, any case; a case code opens that case; anything else is answered with help. */
export async function runTyped(deps: Deps, turn: Typed): Promise<Outcome> {
  const text = turn.incoming.text.trim();
  const typed = text.toLowerCase();
  const command = COMMANDS.find(({ name }) => turn.words.commands[name].typed.includes(typed));
  if (command) return command.run(deps, turn);
  const code = codeSchema.safeParse(text.toUpperCase());
  if (code.success) return openCode(deps, turn, code.data);
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft && turn.incoming.place.kind === 'personal') {
    return showDraft(deps, turn, draft, turn.words.form.freeTextHint);
  }
  return explainUnknown(turn, text);
}

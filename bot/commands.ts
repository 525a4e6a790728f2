import { COMMAND_NAMES, type CommandName } from '../cards/commandNames.js';
import { problemCard } from '../cards/resultCards.js';
import { commandBefore, commandIn } from '../cards/words/words.js';
import { codeSchema } from '../data/case.js';
import { personKey } from '../data/person.js';
import { openCode } from './commands/case.js';
import { discard, record, resume, showDraft } from './commands/checklist.js';
import { count } from './commands/count.js';
import { escalate } from './commands/escalate.js';
import { showExport } from './commands/export.js';
import { showFigures, showFiguresOf } from './commands/figures.js';
import { explainUnknown, showHelp } from './commands/help.js';
import { askLanguage } from './commands/language.js';
import { askLink } from './commands/link.js';
import { showMenu } from './commands/menu.js';
import { showOwnCases } from './commands/ownCases.js';
import { prepare } from './commands/prepare.js';
import { showPrivacy } from './commands/privacy.js';
import { showProgramme } from './commands/programme.js';
import { showProfile } from './commands/profile.js';
import { showQueue } from './commands/queue.js';
import { showRegion } from './commands/region.js';
import type { Deps } from './deps.js';
import { refuse, type Outcome, type Shown } from './outcome.js';
import type { Roles } from './roles.js';
import type { Turn, Typed } from './turnContext.js';

/** One thing people can type; the words themselves stand in the dictionaries. */
export interface Command {
  /** Where it may be typed; what shows somebody's own work is for the own chat. */
  place: 'personal' | 'anywhere';
  /** Who finds it in help; whoever may not is told so by the command itself. */
  isFor: (roles: Roles) => boolean;
  run: (deps: Deps, turn: Turn) => Promise<Outcome>;
  /** What may be typed behind its word. */
  runWith?: (deps: Deps, turn: Turn, rest: string) => Promise<Outcome>;
}

const everybody = () => true;
const coordinators = ({ coordinates }: Roles) => coordinates.length > 0;
const readers = ({ coordinates, leads }: Roles) => coordinates.length + leads.length > 0;
const leaders = ({ leads }: Roles) => leads.length > 0;
const officers = ({ officerOf }: Roles) => officerOf.length > 0;

export const COMMANDS: Record<CommandName, Command> = {
  start: { place: 'anywhere', isFor: everybody, run: showMenu },
  prepare: { place: 'personal', isFor: everybody, run: prepare },
  record: { place: 'personal', isFor: everybody, run: record },
  escalate: { place: 'personal', isFor: everybody, run: escalate },
  resume: { place: 'personal', isFor: everybody, run: resume },
  discard: { place: 'personal', isFor: everybody, run: discard },
  'my-cases': { place: 'personal', isFor: everybody, run: showOwnCases },
  count: { place: 'personal', isFor: officers, run: count },
  queue: { place: 'personal', isFor: coordinators, run: showQueue },
  link: { place: 'anywhere', isFor: coordinators, run: askLink },
  figures: { place: 'personal', isFor: readers, run: showFigures, runWith: showFiguresOf },
  programme: { place: 'personal', isFor: readers, run: showProgramme },
  export: { place: 'personal', isFor: leaders, run: showExport },
  region: { place: 'personal', isFor: everybody, run: showRegion },
  profile: { place: 'personal', isFor: everybody, run: showProfile },
  language: { place: 'personal', isFor: everybody, run: askLanguage },
  privacy: { place: 'personal', isFor: everybody, run: showPrivacy },
  help: { place: 'anywhere', isFor: everybody, run: showHelp },
};

/** The commands this person finds in help, in their order there. */
export function commandsFor(roles: Roles): CommandName[] {
  return COMMAND_NAMES.filter((name) => COMMANDS[name].isFor(roles));
}

type Answering = Pick<Command, 'place' | 'run'>;

/**
 * Whole message, any case; a case code opens that case; anything else is answered with help. What
 * belongs in the own chat and was typed elsewhere is answered there.
 */
export async function runTyped(deps: Deps, turn: Typed): Promise<Outcome> {
  const { place } = turn.incoming;
  const answering = await whatAnswers(deps, turn);
  const outcome = await answering.run(deps, turn);
  const isHere =
    place.kind === 'personal' || (place.kind === 'channel' && answering.place === 'anywhere');
  return isHere ? outcome : moved(turn, outcome);
}

async function whatAnswers(deps: Deps, turn: Typed): Promise<Answering> {
  const text = turn.incoming.text.trim();
  const name = commandIn(text.toLowerCase());
  if (name) return COMMANDS[name];
  const withMore = answeringMore(text.toLowerCase());
  if (withMore) return withMore;
  const code = codeSchema.safeParse(text.toUpperCase());
  if (code.success) return { place: 'personal', run: () => openCode(deps, turn, code.data) };
  const draft = await deps.repository.read('draft', personKey(turn.sender));
  if (draft && turn.incoming.place.kind === 'personal') {
    const hint = turn.words.form.freeTextHint;
    return { place: 'personal', run: () => Promise.resolve(showDraft(deps, turn, draft, hint)) };
  }
  return { place: 'anywhere', run: () => Promise.resolve(explainUnknown(turn, text)) };
}

/** A word that can be followed by something, such as a period. */
function answeringMore(text: string): Answering | undefined {
  const begun = commandBefore(text);
  const { place, runWith } = begun ? COMMANDS[begun.name] : {};
  if (!begun || !place || !runWith) return undefined;
  return { place, run: (deps, turn) => runWith(deps, turn, begun.rest) };
}

/** To the own chat; here stands only that it is there, also when it was refused. */
function moved(turn: Turn, outcome: Outcome): Outcome {
  const inChat = inOwnChat(turn, outcome.show);
  return inChat ? { ...outcome, ...refuse(turn.words.refusals.movedToChat), inChat } : outcome;
}

function inOwnChat(turn: Turn, show: Shown): Outcome['inChat'] {
  switch (show.kind) {
    case 'card':
    case 'case-card':
    case 'own-case':
      return show;
    case 'refusal': {
      const summary = turn.words.refusals.heading;
      return { kind: 'card', card: problemCard(turn, show.text), summary };
    }
    case 'channel-card':
    case 'nothing':
      return undefined;
  }
}

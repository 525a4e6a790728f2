import { checklistCard, checklistReplySchema } from '../../cards/checklistCard.js';
import type { CardContext } from '../../cards/context.js';
import type { Card } from '../../cards/render.js';
import type { ScreenVerb } from '../../cards/screens/screen.js';
import type { Step } from '../../data/checklist.js';
import { DRAFT_RULES, draftSchema, type Draft } from '../../data/draft.js';
import { present, replyToScreen, type Screened, type Turn } from '../../dialogs/checklist.js';
import { aContext, aDraft } from '../builders.js';
import { buttonsOf, elementsOf, inputsOf } from '../cards/cardContent.js';

/** What somebody fills in, the way Teams sends it; tampering sends anything. */
export type Typed = Record<string, unknown>;

/** A person at the checklist: what the card shows is what the next click sends along. */
export interface Person {
  click: (verb: ScreenVerb, typed?: Typed) => Turn;
  /** The same click, with other data than the button of the card has. */
  tamper: (verb: ScreenVerb, data: Record<string, unknown>, typed?: Typed) => Turn;
  /** The draft as it is stored. */
  stored: () => Draft;
  card: () => Card;
}

/** As after a restart of the bot: only what is stored and valid is left. */
function asStored(draft: Draft): Draft {
  return draftSchema.parse(JSON.parse(JSON.stringify(draft)));
}

export function aPersonAt(parts: Partial<Draft> = {}, context: CardContext = aContext()): Person {
  let stored = asStored(aDraft(parts));
  let shown: Screened = present(stored);
  const card = () => checklistCard(context, { ...shown, draft: stored });

  function reply(verb: ScreenVerb, data: Record<string, unknown>, sent: Typed): Turn {
    const { step, code, version, ...inputs } = checklistReplySchema.parse({ ...sent, ...data });
    const turn = replyToScreen(context, stored, { verb, step, code, version, inputs });
    if (turn.kind === 'parked' || (turn.kind === 'screen' && turn.changed)) {
      stored = asStored({ ...turn.draft, version: stored.version + 1 });
    }
    // An answer with errors is shown as it was sent; any other is rebuilt from what is stored.
    const again = turn.kind === 'screen' && Object.keys(turn.errors).length > 0;
    shown = again ? turn : present(stored);
    return turn;
  }

  return {
    stored: () => stored,
    card,
    click: (verb, typed = {}) => {
      const { data, associatedInputs } = buttonOf(card(), verb);
      const sent = associatedInputs === 'none' ? {} : { ...valuesOn(card()), ...typed };
      return reply(verb, data, sent);
    },
    tamper: (verb, data, typed = {}) => {
      const { step, code, version } = stored;
      return reply(verb, { step, code, version, ...data }, typed);
    },
  };
}

function buttonOf(card: Card, verb: ScreenVerb) {
  const found = buttonsOf(card).find((row) => row.verb === verb);
  if (!found) throw new Error(`this screen has no button ${verb}`);
  return found as { data: Record<string, unknown>; associatedInputs: string };
}

/** What Teams sends of a card nobody touches. */
export function valuesOn(card: Card): Record<string, string> {
  return Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), String(value)]));
}

/** The warnings on a card that stand below their fields. */
export function warningsOn(card: Card): string[] {
  return elementsOf(card, 'Container')
    .flatMap((field) => elementsOf(field, 'TextBlock'))
    .map(({ text }) => String(text))
    .filter((text) => text.startsWith('⚠ '))
    .map((text) => text.slice('⚠ '.length));
}

/** Takes a person through the screens before `step` with plain answers. */
export function goTo(step: Step, parts: Partial<Draft> = {}, context = aContext()): Person {
  const { steps } = DRAFT_RULES[parts.kind ?? 'talk'];
  const person = aPersonAt({ step: steps[0], ...parts }, context);
  for (const before of steps.slice(0, steps.indexOf(step))) person.click('next', PLAIN[before]);
  return person;
}

const PLAIN: Record<Step, Typed> = {
  talk: { talked: 'yes', record: 'yes', on: '2026-11-12', municipality: 'leiden' },
  discussed: { topics: 'contraception', determinants: '', phase: '' },
  wish: { wish: 'later', wants: 'contraception-help', arrangement: 'regular-fails' },
  referral: {
    callerName: 'Kim Jansen',
    callerPhone: '071 512 34 56',
    organisation: 'jgz-voorbeeld',
    municipality: 'leiden',
    phase: 'during',
  },
  situation: { finance: 'cost', 'follow-up': '' },
  decision: {},
};

import {
  caseFormFields,
  closeAnswers,
  questionAnswers,
  reasonAnswers,
  type CaseForm,
} from '../cards/caseForms.js';
import type { CardContext } from '../cards/context.js';
import { readForm, type FieldsRead } from '../cards/fields/field.js';
import type { Case } from '../data/case.js';
import type { Command } from '../data/lifeCycle.js';
import type { Person } from '../data/person.js';

export type CaseFormTurn = { kind: 'command'; command: Command } | ({ kind: 'again' } & FieldsRead);

/** A filled-in coordinator form becomes the life-cycle command it stands for. */
export function replyToCaseForm(
  context: CardContext,
  form: CaseForm,
  subject: Case,
  by: Person,
  inputs: Record<string, unknown>,
): CaseFormTurn {
  const answered = readForm(caseFormFields(context, form), inputs, (read) =>
    monthNeeded(context, form, subject, read),
  );
  if (answered.kind === 'again') return answered;
  return { kind: 'command', command: commandOf(form, by, answered.values) };
}

/** When contraception was realised, a month is needed to count it; once is enough. */
function monthNeeded(
  { words }: CardContext,
  form: CaseForm,
  { realisation }: Case,
  { values }: FieldsRead,
): FieldsRead['errors'] {
  const asked = form === 'close' && values.contraception === 'realised' && !realisation;
  return asked && values.realisedOn === undefined ? { realisedOn: words.errors.monthOrDay } : {};
}

function commandOf(form: CaseForm, by: Person, values: FieldsRead['values']): Command {
  switch (form) {
    case 'close': {
      const { outcome, contraception, realisedOn } = closeAnswers.parse(values);
      const realised = contraception === 'realised' ? { realisedOn } : {};
      return { kind: 'close', by, outcome, contraception, ...realised };
    }
    case 'decline':
      return { kind: 'decline', by, ...reasonAnswers.parse(values) };
    case 'claim':
      return { kind: 'claim', by, exception: reasonAnswers.parse(values).reason };
    case 'question':
      return { kind: 'ask', by, ...questionAnswers.parse(values) };
  }
}

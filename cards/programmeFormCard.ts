import type { RegisterEntry } from '../data/register.js';
import { button, type Button } from './button.js';
import type { CardContext } from './context.js';
import { showFields, type FieldsRead } from './fields/field.js';
import { formCard } from './formCard.js';
import { lastChange } from './programmeEntryCard.js';
import { programmeFields, type ProgrammeForm } from './programmeFields.js';
import type { Card } from './render.js';

export interface ProgrammeFormView extends ProgrammeForm {
  /** What stands already and is to be corrected instead. */
  twin?: RegisterEntry | undefined;
}

/** To add an entry or correct one; a meeting in two steps. */
export function programmeFormCard(
  context: CardContext,
  form: ProgrammeFormView,
  read: FieldsRead,
): Card {
  const { words } = context;
  const { kinds, changedMeanwhile, openExisting } = words.programme;
  const { add, correct } = kinds[form.kind];
  const { twin, stored, isOvertaken = false } = form;
  const last = stored && isOvertaken ? lastChange(context, stored) : undefined;
  return formCard(context, {
    heading: stored ? correct : add,
    hint: last && changedMeanwhile(last.when, last.name),
    notes: [],
    fields: showFields(programmeFields(context, form), read),
    buttons: [
      ...stepButtons(context, form),
      ...(twin ? [button(openExisting, 'open-entry', { entry: twin.id })] : []),
    ],
  });
}

function stepButtons({ words, region }: CardContext, form: ProgrammeForm): Button[] {
  const { kind, id, stored, attending } = form;
  const { buttons } = words;
  const data = { region: region.id, list: kind, entry: id, version: stored?.version ?? 0 };
  const main = { style: 'positive', inputs: 'auto' } as const;
  if (kind === 'meeting' && !attending) {
    return [
      button(buttons.next, 'count-attendance', data, main),
      backOut(buttons.back, form, region.id),
    ];
  }
  if (attending) {
    const chosen = { ...data, attending };
    return [
      button(buttons.save, 'save-entry', chosen, main),
      button(buttons.back, 'choose-attendance', chosen, { inputs: 'auto' }),
    ];
  }
  return [button(buttons.save, 'save-entry', data, main), backOut(buttons.back, form, region.id)];
}

/** To where the form was opened. */
function backOut(title: string, { kind, id, stored }: ProgrammeForm, region: string): Button {
  return stored
    ? button(title, 'open-entry', { entry: id })
    : button(title, 'programme-list', { region, list: kind });
}

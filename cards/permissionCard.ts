import { z } from 'zod/v4';
import { PERMISSIONS, type Case, type Permission } from '../data/case.js';
import { givenPermissions } from '../data/permission.js';
import { button } from './button.js';
import type { CardContext, Reader } from './context.js';
import { caseReplySchema } from './escalationCard.js';
import { choiceField } from './fields/choiceFields.js';
import { showFields, type Fields, type FieldsRead } from './fields/field.js';
import { formCard, note } from './formCard.js';
import { messageCard, section } from './messageCard.js';
import { titled } from './phrases.js';
import type { Card } from './render.js';

/** What "Bevestigen" sends: the case and the permission that is taken back. */
export const permissionReplySchema = caseReplySchema.extend({ permission: z.enum(PERMISSIONS) });

export const permissionAnswers = z.object({ permission: z.enum(PERMISSIONS) });

/** The question which permission; only those that were given can be chosen. */
export function permissionFields({ words }: CardContext, subject: Case): Fields {
  const given = titled(givenPermissions(subject), words.checklist.permissions);
  return { permission: choiceField(words, words.permission.question, given, { required: true }) };
}

/** Which permission the client takes back, with what each of them would do. */
export function permissionCard(
  context: CardContext,
  subject: Case,
  read: FieldsRead = { values: {}, errors: {} },
): Card {
  const { words } = context;
  const { permission } = words;
  const data = { code: subject.code, version: subject.version };
  const effects = givenPermissions(subject).map((id) =>
    note(permission.effects[id], 'default', words.checklist.permissions[id]),
  );
  return formCard(context, {
    heading: permission.heading(subject.code),
    notes: [note(permission.intro, 'emphasis'), ...effects],
    fields: showFields(permissionFields(context, subject), read),
    buttons: [
      button(words.buttons.next, 'choose-permission', data, { style: 'positive', inputs: 'auto' }),
      button(words.buttons.back, 'open-own', data),
    ],
  });
}

/** What will happen, once more, before it happens. */
export function confirmPermissionCard(
  { words, language }: CardContext,
  { code, version }: Case,
  permission: Permission,
): Card {
  const { effects, confirmHeading, confirm, confirmErasing } = words.permission;
  const title = permission === 'record' ? confirmErasing : words.buttons.confirm;
  return messageCard({
    lang: language,
    heading: confirmHeading(words.checklist.permissions[permission].toLowerCase()),
    notes: [note(effects[permission], 'warning'), note(confirm(code))],
    sections: [],
    buttons: [
      button(title, 'withdraw-permission', { code, version, permission }),
      button(words.buttons.back, 'ask-withdraw-permission', { code, version }),
    ],
  });
}

/** All of it is gone; the code is not repeated. */
export function erasedCard({ words, language }: Reader): Card {
  const { erasedHeading, erased, erasedElsewhere } = words.permission;
  return messageCard({
    lang: language,
    heading: erasedHeading,
    notes: [note(erased, 'good')],
    sections: [section('', [erasedElsewhere])],
    buttons: [button(words.buttons.myCases, 'my-cases', {})],
  });
}

import type { CardContext } from '../../../cards/context.js';
import {
  confirmPermissionCard,
  erasedCard,
  permissionCard,
} from '../../../cards/permissionCard.js';
import { PERMISSIONS } from '../../../data/case.js';
import { aCase, anEscalatedCase } from '../../builders.js';

export function permissionStates(context: CardContext) {
  const { record } = aCase().permissions;
  const subject = anEscalatedCase();
  const errors = { permission: context.words.errors.required };
  return {
    permissionCard: {
      'everything given': permissionCard(context, subject),
      'only recording': permissionCard(context, aCase({ permissions: { record } })),
      'nothing chosen': permissionCard(context, subject, { values: {}, errors }),
    },
    confirmPermissionCard: Object.fromEntries(
      PERMISSIONS.map((one) => [one, confirmPermissionCard(context, subject, one)]),
    ),
    erasedCard: { erased: erasedCard(context) },
  };
}

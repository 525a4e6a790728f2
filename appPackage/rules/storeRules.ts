import { COMMAND_RULES } from './commandRules.js';
import { DEVELOPER_RULES } from './developerRules.js';
import { ICON_RULES } from './iconRules.js';
import { NAME_RULES } from './nameRules.js';
import { PACKAGE_RULES } from './packageRules.js';
import type { Rule } from './rule.js';
import { TEXT_RULES } from './textRules.js';

/** Every mandatory rule of the store that can be checked offline, in the order they are printed. */
export const STORE_RULES: readonly Rule[] = [
  ...PACKAGE_RULES,
  ...NAME_RULES,
  ...TEXT_RULES,
  ...COMMAND_RULES,
  ...DEVELOPER_RULES,
  ...ICON_RULES,
];

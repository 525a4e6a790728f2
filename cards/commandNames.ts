/** Everything people can type; what each does stands in `bot/commands.ts`. */
export const COMMAND_NAMES = [
  'start',
  'record',
  'resume',
  'discard',
  'link',
  'figures',
  'profile',
  'language',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** Where Teams shows people a menu of commands: in their own chat, and in a channel. */
export const MENU_SCOPES = ['personal', 'team'] as const;
export type MenuScope = (typeof MENU_SCOPES)[number];

/**
 * In which menus a command stands; the manifest is built from this. At most ten a menu, so that only
 * the words somebody would look for are in it. The menu of a channel is the same for everybody.
 */
export const COMMAND_MENUS: Record<CommandName, readonly MenuScope[]> = {
  start: ['personal', 'team'],
  record: ['personal'],
  resume: [],
  discard: [],
  link: ['team'],
  figures: ['personal'],
  profile: [],
  language: [],
  help: ['personal', 'team'],
};

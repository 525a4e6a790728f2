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

/** Everything people can type; what each does stands in `bot/commands.ts`. */
export const COMMAND_NAMES = [
  'start',
  'prepare',
  'record',
  'escalate',
  'resume',
  'discard',
  'my-cases',
  'count',
  'queue',
  'link',
  'figures',
  'programme',
  'export',
  'region',
  'profile',
  'language',
  'privacy',
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
  prepare: ['personal'],
  record: ['personal'],
  escalate: ['personal'],
  resume: [],
  discard: [],
  'my-cases': ['personal'],
  count: ['personal'],
  queue: ['personal'],
  link: ['team'],
  figures: ['personal'],
  programme: ['personal'],
  export: [],
  region: [],
  profile: [],
  language: [],
  privacy: [],
  help: ['personal', 'team'],
};

/** Whose work a word belongs to, in the order of help. */
export const HELP_GROUPS = [
  'professional',
  'officer',
  'coordinator',
  'figures',
  'everybody',
] as const;
export type HelpGroup = (typeof HELP_GROUPS)[number];

export const COMMAND_GROUPS: Record<CommandName, HelpGroup> = {
  start: 'everybody',
  prepare: 'professional',
  record: 'professional',
  escalate: 'professional',
  resume: 'professional',
  discard: 'professional',
  'my-cases': 'professional',
  count: 'officer',
  queue: 'coordinator',
  link: 'coordinator',
  figures: 'figures',
  programme: 'figures',
  export: 'figures',
  region: 'everybody',
  profile: 'everybody',
  language: 'everybody',
  privacy: 'everybody',
  help: 'everybody',
};

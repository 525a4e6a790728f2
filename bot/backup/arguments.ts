import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readOptions, type Asked } from '../commandLine.js';

export interface FolderAsked {
  folder: string;
  force: boolean;
}

const TYPES = {
  backup: { line: 'Type: npm run backup -- FOLDER', options: {} },
  restore: {
    line: 'Type: npm run restore -- FOLDER [--force]',
    options: { force: { type: 'boolean' } },
  },
} as const;

/** What somebody typed after `npm run backup --` or `npm run restore --`. */
export function readFolder(
  command: keyof typeof TYPES,
  args: string[],
  env: Record<string, string | undefined>,
): Asked<FolderAsked> {
  const { line, options } = TYPES[command];
  const typed = readOptions(() => parseArgs({ args, options, allowPositionals: true }));
  if (!typed.ok) return { ok: false, why: `${typed.why}\n${line}` };
  const { values, positionals } = typed.asked;
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    return { ok: false, why: `Name one folder.\n${line}` };
  }
  // npm runs commands in the project's folder; a path is meant from where it was typed.
  const path = resolve(env.INIT_CWD ?? '.', folder);
  return { ok: true, asked: { folder: path, force: 'force' in values && values.force === true } };
}

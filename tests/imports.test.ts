import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

interface Room {
  /** Rooms it may import from; its own goes without saying. */
  rooms: readonly string[];
  /** Packages by the exact word of the import, so that `lowdb/node` is not `lowdb`. */
  packages: readonly string[] | 'anything';
  node?: true;
  /** Only these rooms know the clock and the environment. */
  clock?: true;
}

/** A file belongs to the room with the longest folder name that fits. */
const ROOMS: Record<string, Room> = {
  data: {
    rooms: [],
    packages: ['zod/v4', 'luxon', 'validator', 'libphonenumber-js/min', 'date-holidays'],
  },
  'data/lowdb': { rooms: ['data'], packages: ['zod/v4', 'luxon', 'lowdb'], node: true },
  'data/postgres': { rooms: ['data'], packages: ['zod/v4', 'kysely', 'pg'], node: true },
  cards: {
    rooms: ['data'],
    packages: ['zod/v4', 'adaptivecards-templating', 'adaptive-expressions'],
  },
  dialogs: { rooms: ['cards', 'data'], packages: [] },
  bot: {
    rooms: ['dialogs', 'cards', 'data', 'data/lowdb', 'data/postgres'],
    packages: 'anything',
    node: true,
    clock: true,
  },
  appPackage: { rooms: ['cards', 'data'], packages: 'anything', node: true, clock: true },
};

interface SourceFile {
  path: string;
  text: string;
}

function roomOf(path: string): string | undefined {
  const names = Object.keys(ROOMS).filter((name) => path.startsWith(`${name}/`));
  return names.sort((one, other) => other.length - one.length)[0];
}

/** Every `file → import` that the table does not allow; type-only and dynamic imports included. */
function offendingImports({ path, text }: SourceFile): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((specifier) => !isAllowed(path, specifier))
    .map((specifier) => `${path} → ${specifier}`);
}

function isAllowed(path: string, specifier: string): boolean {
  const name = roomOf(path);
  const room = name === undefined ? undefined : ROOMS[name];
  if (name === undefined || room === undefined) return false;
  if (specifier.startsWith('.')) {
    const target = roomOf(posix.join(posix.dirname(path), specifier));
    return target !== undefined && (target === name || room.rooms.includes(target));
  }
  if (isNodeModule(specifier)) return room.node === true;
  return room.packages === 'anything' || room.packages.includes(specifier);
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

/** Every `file → process.env` and every `file → new Date()` outside the room that may. */
function offendingReads({ path, text }: SourceFile): string[] {
  if (ROOMS[roomOf(path) ?? '']?.clock) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (readsOutside(node)) found.push(`${path} → ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return found;
}

const NOW_IN_ONE_WORD = ['Date', 'Date.now', 'DateTime.now', 'performance.now'];
/** These tell the time only when they are given nothing. */
const NOW_WITHOUT_ARGUMENTS = ['DateTime.local', 'DateTime.utc'];

function readsOutside(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'process.env';
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === 'Date' && !node.arguments?.length;
  }
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return (
    NOW_IN_ONE_WORD.includes(called) ||
    (NOW_WITHOUT_ARGUMENTS.includes(called) && node.arguments.length === 0)
  );
}

const ROOT = resolve(import.meta.dirname, '..');

function sourceFiles(): SourceFile[] {
  return ['appPackage', 'bot', 'cards', 'dialogs', 'data'].flatMap((folder) =>
    readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .map((path) => ({ path, text: readFileSync(resolve(ROOT, path), 'utf8') })),
  );
}

describe('the rooms of this project', () => {
  const files = sourceFiles();

  test('are there', () => {
    expect(files.map(({ path }) => path)).toContain('data/rules.ts');
  });

  test('import one way only, and no package but their own', () => {
    expect(files.flatMap(offendingImports)).toEqual([]);
  });

  test('leave the clock and the environment to bot/ and appPackage/', () => {
    expect(files.flatMap(offendingReads)).toEqual([]);
  });
});

describe('an import', () => {
  test.each([
    ['data/rules.ts', './checklist.js', true],
    ['data/rules.ts', 'zod/v4', true],
    ['data/rules.ts', 'zod', false],
    ['data/rules.ts', 'luxon', true],
    ['data/identifiers/phone.ts', 'validator', true],
    ['data/identifiers/phone.ts', 'libphonenumber-js/min', true],
    ['data/identifiers/phone.ts', 'libphonenumber-js', false],
    ['cards/fields/field.ts', 'validator', false],
    ['data/rules.ts', 'lowdb', false],
    ['data/rules.ts', 'node:fs', false],
    ['data/rules.ts', 'fs', false],
    ['data/rules.ts', './lowdb/journal.js', false],
    ['data/rules.ts', '../cards/render.js', false],
    ['data/lowdb/journal.ts', '../repository.js', true],
    ['data/lowdb/journal.ts', './adapter.js', true],
    ['data/lowdb/journal.ts', 'node:fs/promises', true],
    ['data/lowdb/journal.ts', 'lowdb', true],
    ['data/lowdb/journal.ts', 'lowdb/node', false],
    ['data/lowdb/journal.ts', 'write-file-atomic', false],
    ['data/lowdb/journal.ts', '../postgres/connect.js', false],
    ['data/postgres/connect.ts', 'pg', true],
    ['data/postgres/connect.ts', '../repository.js', true],
    ['data/postgres/connect.ts', '../lowdb/journal.js', false],
    ['cards/render.ts', '../data/postgres/connect.js', false],
    ['cards/render.ts', '../data/case.js', true],
    ['cards/render.ts', './menu.json', true],
    ['cards/words/nl.ts', '../../data/case.js', true],
    ['cards/render.ts', '../data/lowdb/journal.js', false],
    ['cards/render.ts', '../dialogs/checklist.js', false],
    ['cards/render.ts', 'adaptivecards-templating', true],
    ['cards/render.ts', 'luxon', false],
    ['cards/render.ts', 'botbuilder', false],
    ['cards/render.ts', 'node:fs', false],
    ['dialogs/checklist.ts', '../cards/render.js', true],
    ['dialogs/checklist.ts', '../data/case.js', true],
    ['dialogs/checklist.ts', '../data/lowdb/journal.js', false],
    ['dialogs/checklist.ts', '../bot/config.js', false],
    ['dialogs/checklist.ts', 'luxon', false],
    ['dialogs/checklist.ts', 'zod/v4', false],
    ['bot/server.ts', 'botbuilder', true],
    ['bot/server.ts', 'node:http', true],
    ['bot/server.ts', '../data/lowdb/journal.js', true],
    ['bot/server.ts', '../tests/builders.js', false],
    ['appPackage/package.ts', 'node:fs', true],
    ['appPackage/package.ts', 'fflate', true],
    ['appPackage/commandLists.ts', '../cards/commandNames.js', true],
    ['appPackage/commandLists.ts', '../data/region.js', true],
    ['appPackage/commandLists.ts', '../bot/commands.js', false],
    ['appPackage/commandLists.ts', '../dialogs/checklist.js', false],
    ['bot/server.ts', '../appPackage/commandLists.js', false],
    ['cards/render.ts', '../appPackage/commandLists.js', false],
    ['data/rules.ts', '../tests/builders.js', false],
    ['data/rules.ts', '../package.json', false],
  ])('of %s: %s is allowed: %s', (path, specifier, allowed) => {
    const offending = allowed ? [] : [`${path} → ${specifier}`];
    expect(offendingImports({ path, text: `import { x } from '${specifier}';` })).toEqual(
      offending,
    );
  });

  test.each([
    `import type { DateTime } from 'luxon';`,
    `export { DateTime } from 'luxon';`,
    `export * from 'luxon';`,
    `import 'luxon';`,
    `const { DateTime } = await import('luxon');`,
    `const luxon = require('luxon');`,
    `type Moment = import('luxon').DateTime;`,
  ])('counts however it is written: %s', (text) => {
    expect(offendingImports({ path: 'dialogs/flow.ts', text })).toEqual([
      'dialogs/flow.ts → luxon',
    ]);
  });

  test('each offence in a file is named', () => {
    const text = `import 'luxon';\nimport '../bot/config.js';`;
    expect(offendingImports({ path: 'dialogs/flow.ts', text })).toHaveLength(2);
  });
});

describe('outside bot/', () => {
  test.each([
    'process.env',
    'process.env.PORT',
    'new Date()',
    'new Date',
    'Date()',
    'Date.now()',
    'DateTime.now()',
    'DateTime.local()',
    'DateTime.utc()',
    'performance.now()',
  ])('%s is refused', (expression) => {
    expect(
      offendingReads({ path: 'data/rules.ts', text: `const x = ${expression};` }),
    ).toHaveLength(1);
    expect(offendingReads({ path: 'bot/clock.ts', text: `const x = ${expression};` })).toEqual([]);
  });

  test.each([
    'new Date(0)',
    'DateTime.fromISO(on)',
    'DateTime.utc(2026, 11, 16)',
    'now.toUTC()',
    '"process.env"',
    '1; // never Date.now() here',
  ])('%s is allowed', (expression) => {
    expect(offendingReads({ path: 'data/rules.ts', text: `const x = ${expression};` })).toEqual([]);
  });
});

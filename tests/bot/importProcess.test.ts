import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtDirectory } from '../built.js';
import { aRow, bruteForce, csv, randomRows } from './importedFile.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-process-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Node with these arguments, in a process of its own. */
async function runNode(args: string[]) {
  const child = spawn(process.execPath, args, {
    cwd: builtDirectory(),
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out = { says: '', complains: '' };
  child.stdout.on('data', (bytes: Buffer) => (out.says += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (out.complains += bytes.toString()));
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode, ...out };
}

const HERE = ['--region', 'hollands-midden'];
const run = (command: 'import' | 'stats', args: string[]) =>
  runNode([join(builtDirectory(), 'bot', `${command}.js`), ...HERE, ...args]);

/** Imports until this line, and then dies on the spot. */
function killedAt(line: string, args: string[]) {
  const command = pathToFileURL(join(builtDirectory(), 'bot', 'importing', 'command.js')).href;
  const module = `
    import { DateTime } from 'luxon';
    import { runImport } from '${command}';
    const complain = (line) => line === '${line}' && process.kill(process.pid, 'SIGKILL');
    const terminal = { say() {}, complain, isWatched: false };
    await runImport(process.argv.slice(1), { env: process.env, now: () => DateTime.utc(), terminal });
  `;
  return runNode(['--input-type=module', '--eval', module, '--', ...HERE, ...args]);
}

describe('as a process', () => {
  it('import: 0 when it is done, 1 for the file, 2 for the arguments', async () => {
    await writeFile(join(folder, 'good.csv'), csv([aRow()]));
    await writeFile(join(folder, 'bad.csv'), csv([aRow({ talk: '' })]));
    expect(await run('import', [join(folder, 'good.csv')])).toMatchObject({
      ...{ code: 0, says: '1 new, 0 updated, 0 unchanged.\n' },
    });
    expect(await run('import', [join(folder, 'bad.csv')])).toMatchObject({
      ...{ code: 1, says: '' },
      complains: 'line 2, talk "": is missing\nNothing of the file was stored.\n',
    });
    expect(await run('import', [])).toMatchObject({ code: 2, says: '' });
  });

  it('stats: nothing but JSON on standard output', async () => {
    const { code, says, complains } = await run('stats', ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(says)).toMatchObject({ region: 'hollands-midden' });
    expect(complains).toMatch(/^Nothing has been stored in .* yet/);
    expect(await run('stats', ['--week', 'x'])).toMatchObject({ code: 2, says: '' });
  });

  it('that was killed in the middle: the same command does the rest', async () => {
    const rows = randomRows(5000, 12, '2024-12-31');
    await writeFile(join(folder, 'cases.csv'), csv(rows));
    const { signal } = await killedAt('2000 of 5000 stored', [join(folder, 'cases.csv')]);
    expect(signal).toBe('SIGKILL');
    const half = await run('stats', ['--json']);
    const again = await run('import', [join(folder, 'cases.csv')]);
    expect(again.code).toBe(0);
    const [, added, unchanged] = /^(\d+) new, 0 updated, (\d+) unchanged/.exec(again.says) ?? [];
    expect([added, unchanged]).toEqual(['3000', '2000']);
    const today = new Date().toISOString().slice(0, 10);
    const expected = bruteForce(rows, { from: '2020-01-01', until: today, today });
    const talksIn = (says: string) =>
      (JSON.parse(says) as { indicators: { talks: number } }).indicators.talks;
    expect(talksIn(half.says)).toBeGreaterThan(0);
    expect(talksIn(half.says)).toBeLessThan(expected.talks ?? 0);
    expect(talksIn((await run('stats', ['--json'])).says)).toBe(expected.talks);
  });
});

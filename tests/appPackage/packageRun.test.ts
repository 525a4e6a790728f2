import { unzipSync } from 'fflate';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackage } from '../../appPackage/readPackage.js';
import { STORE_RULES } from '../../appPackage/rules/storeRules.js';
import { ENVIRONMENT, PACKAGE_JSON } from './aPackage.js';
import { runPackager, type Run } from './builtPackager.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nnz-package-'));
  await writeFile(join(folder, 'package.json'), PACKAGE_JSON);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (env: Record<string, string> = {}): Promise<Run> =>
  runPackager(folder, { ...ENVIRONMENT, ...env });
const made = () => readdir(join(folder, 'appPackage', 'build')).catch(() => []);
const zip = () => readFile(join(folder, 'appPackage', 'build', 'nnz-bot-1.4.0.zip'));

describe('npm run package', () => {
  it('makes one zip with four files at its top level, and says where', async () => {
    const { code, says, complains } = await run();
    expect([code, complains]).toEqual([0, '']);
    expect(says.trim().split('\n').at(-1)).toBe(join('appPackage', 'build', 'nnz-bot-1.4.0.zip'));
    expect(await made()).toEqual(['nnz-bot-1.4.0.zip']);
    const files = unzipSync(await zip());
    expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    expect(readPackage(files).manifest.id).toBe(ENVIRONMENT.MICROSOFT_APP_ID);
  });

  it('says of every rule that it holds, a line each', async () => {
    const lines = (await run()).says.split('\n');
    expect(lines.filter((line) => line.startsWith('ok  '))).toEqual(
      STORE_RULES.map(({ rule }) => `ok  ${rule}`),
    );
  });

  it('makes the same bytes twice, whatever the time zone', async () => {
    await run({ TZ: 'UTC' });
    const first = await zip();
    await run({ TZ: 'Pacific/Auckland' });
    expect((await zip()).equals(first)).toBe(true);
  });
});

describe('npm run package makes nothing, and leaves nothing of before', () => {
  beforeEach(async () => {
    await run();
    expect(await made()).toHaveLength(1);
  });

  it.each([
    ['MICROSOFT_APP_ID', ''],
    ['MICROSOFT_APP_ID', 'nnz-bot'],
    ['TEAMS_APP_ID', '7'],
    ['DEVELOPER_NAME', ''],
    ['DEVELOPER_NAME', 'Gemeenschappelijke Gezondheidsdienst'],
    ['DEVELOPER_WEBSITE', ''],
    ['DEVELOPER_WEBSITE', 'http://www.example.nl'],
    ['PRIVACY_URL', ''],
    ['PRIVACY_URL', 'privacy'],
    ['TERMS_URL', ''],
    ['TERMS_URL', 'ftp://www.example.nl/terms'],
  ])('when %s is “%s”', async (name, value) => {
    const { code, complains } = await run({ [name]: value });
    expect(code).toBe(1);
    expect(complains).toMatch(`No package was made:\n  ${name} is `);
    expect(complains).not.toContain('    at ');
    expect(await made()).toEqual([]);
  });

  it('when a rule of the store is broken, which is named', async () => {
    const { code, says, complains } = await run({ DEVELOPER_WEBSITE: 'https://localhost/nnz' });
    expect(code).toBe(1);
    const rule = 'The pages of the developer can be opened by anybody';
    expect(says).toContain(`NO  ${rule}`);
    expect(complains).toContain(rule);
    expect(complains).toContain('developer.websiteUrl is https://localhost/nnz');
    expect(await made()).toEqual([]);
  });
});

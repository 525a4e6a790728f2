import { findChromium, mayUseChromium, NO_CHROMIUM } from './browser.js';

/** Once per run: a skipped test says nothing about why. */
export default function announceChromium(): void {
  if (findChromium() !== undefined) return;
  const consequence = mayUseChromium() ? 'fail' : 'are skipped';
  console.warn(`The browser tests ${consequence}. ${NO_CHROMIUM}`);
}

import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../data/region.js';
import { folded, opened } from '../cards/cardContent.js';
import { EVERY_CARD, type CardState } from '../cards/everyCard.js';
import { openBrowser } from './browser.js';
import { draw, openCardPage, type PageShape } from './cardPage.js';

const HOME = path.resolve('.screenshots/cards');

/** Card widths in CSS pixels, with how many stand side by side. */
const WIDTHS = [
  { cardWidth: 360, across: 4 },
  { cardWidth: 900, across: 2 },
];
const MOST_ON_A_SHEET = 12;

const SHEET_STYLE = `
  main { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px 12px; }
  .caption { font: bold 13px sans-serif; color: #5b2c6f; margin: 0 0 4px; }
`;

/**
 * Draws every card, or those of the builders that are named: contact sheets of up to twelve states
 * per builder, language and width; with a name also every state on its own.
 */
async function takeScreenshots(builders: string[]): Promise<void> {
  await rm(HOME, { recursive: true, force: true });
  const browser = await openBrowser();
  try {
    for (const { cardWidth, across } of WIDTHS) {
      const shape = { width: across * (cardWidth + 12) + 16, cardWidth, captions: true };
      const page = await openCardPage(browser, shape);
      await page.addStyleTag({ content: SHEET_STYLE });
      for (const language of LANGUAGES) {
        const folder = path.join(HOME, language, String(cardWidth));
        await mkdir(folder, { recursive: true });
        const states = EVERY_CARD.filter((card) => card.language === language);
        await takeThose(page, wanted(states, builders), {
          folder,
          shape,
          each: builders.length > 0,
        });
      }
    }
  } finally {
    await browser.close();
  }
}

const wanted = (states: readonly CardState[], builders: string[]) =>
  states
    .filter(({ builder }) => builders.length === 0 || builders.includes(builder))
    .flatMap((state) => [state, ...openedOf(state)]);

/** The same state once everything that was folded has been opened, if anything was. */
function openedOf({ state, card, ...of }: CardState): CardState[] {
  if (isDeepStrictEqual(folded(card), card)) return [];
  return [{ ...of, state: `${state}, opened`, card: { ...card, ...opened(card) } }];
}

interface Taking {
  folder: string;
  shape: PageShape;
  each: boolean;
}

async function takeThose(page: Page, states: CardState[], taking: Taking): Promise<void> {
  for (const builder of new Set(states.map((state) => state.builder))) {
    const own = states.filter((state) => state.builder === builder);
    for (let from = 0; from < own.length; from += MOST_ON_A_SHEET) {
      const number = from === 0 ? '' : `-${String(from / MOST_ON_A_SHEET + 1)}`;
      const sheet = own.slice(from, from + MOST_ON_A_SHEET);
      await draw(page, sheet, taking.shape);
      const file = path.join(taking.folder, `${builder}${number}.png`);
      await page.locator('main').screenshot({ path: file });
      if (taking.each) await takeEach(page, sheet, taking.folder);
    }
  }
}

async function takeEach(page: Page, sheet: CardState[], folder: string): Promise<void> {
  for (const [place, { builder, state }] of sheet.entries()) {
    const file = `${builder}--${state.replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
    await page
      .locator('.card')
      .nth(place)
      .screenshot({ path: path.join(folder, file) });
  }
}

const started = Date.now();
await takeScreenshots(process.argv.slice(2));
console.log(
  `The screenshots are in ${HOME} (${String(Math.round((Date.now() - started) / 1000))} s).`,
);

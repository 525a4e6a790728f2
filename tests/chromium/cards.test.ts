import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../data/region.js';
import { EVERY_CARD, type CardState } from '../cards/everyCard.js';
import { readAccessibilityTree, type Told } from './accessibilityTree.js';
import { mayUseChromium, openBrowser } from './browser.js';
import { draw, nameOf, openCardPage } from './cardPage.js';
import { findLayoutProblems, type LayoutFinding, type LayoutRule } from './layoutFindings.js';

/** The narrowest phone, in CSS pixels. */
const PHONE = { width: 360 };
/** Chromium's accessibility tree of a longer page takes more time than it is longer. */
const CARDS_A_PAGE = 50;

const ANSWERED = ['textbox', 'combobox', 'listbox', 'checkbox', 'radio', 'spinbutton', 'Date'];

describe.skipIf(!mayUseChromium()).each(LANGUAGES)('every card on a phone, in %s', (language) => {
  const states = EVERY_CARD.filter((card) => card.language === language);
  const layout: LayoutFinding[] = [];
  const told: Told[] = [];
  const opened: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    const browser = await openBrowser();
    opened.push(browser);
    const page = await openCardPage(browser, PHONE);
    for (const some of pagesOf(states)) {
      await draw(page, some, PHONE);
      layout.push(...(await page.evaluate(findLayoutProblems)));
      told.push(...(await readAccessibilityTree(page)));
    }
  });

  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  const against = (rule: LayoutRule) => layout.filter((finding) => finding.rule === rule);
  const those = (...roles: string[]) => told.filter(({ role }) => roles.includes(role));
  const nameless = (...roles: string[]) =>
    those(...roles).filter(({ name }) => !/[\p{L}\p{N}]/u.test(name));

  test('nothing is wider than the card', () => {
    expect(against('wider than the card')).toEqual([]);
  });

  test('no word is cut off', () => {
    expect(against('cut off')).toEqual([]);
  });

  test('no text is smaller than 12 pixels', () => {
    expect(against('small text')).toEqual([]);
  });

  test('a screen reader is told the language', () => {
    expect(against('no language')).toEqual([]);
  });

  test('every card has a heading, and large text is one', () => {
    expect(against('no heading')).toEqual([]);
    expect(nameless('heading')).toEqual([]);
    const headed = new Set(those('heading').map(({ card }) => card));
    expect([...headed].sort()).toEqual(states.map(nameOf).sort());
  });

  test('every input has a name', () => {
    expect(those(...ANSWERED).length).toBeGreaterThan(100);
    expect(nameless(...ANSWERED)).toEqual([]);
  });

  test('every choice is told with its question', () => {
    expect(against('choice without question')).toEqual([]);
  });

  test('every button and link has a name', () => {
    expect(those('button').length).toBeGreaterThan(100);
    expect(nameless('button', 'link')).toEqual([]);
  });

  test('the keyboard follows the order of the card, inputs before buttons', () => {
    expect(against('positive tabindex')).toEqual([]);
    expect(against('button before input')).toEqual([]);
  });
});

describe.skipIf(!mayUseChromium())('a part of a card that is folded', () => {
  test('opens and closes with the keyboard, and says so by its arrow', async () => {
    const browser = await openBrowser();
    try {
      const page = await openCardPage(browser, PHONE);
      const privacy = EVERY_CARD.filter(
        ({ builder, state, language }) =>
          builder === 'privacyCard' && state === 'own region' && language === 'nl',
      );
      await draw(page, privacy, PHONE);
      const title = page.getByRole('button', { name: 'Hoe lang, tonen of verbergen' });
      const seen = async () => ({
        text: await page.getByText('7 dagen nadat').isVisible(),
        arrow: (await title.innerText()).replaceAll(/[^▾▴]/g, ''),
      });
      expect(await seen()).toEqual({ text: false, arrow: '▾' });
      await title.focus();
      await page.keyboard.press('Enter');
      expect(await seen()).toEqual({ text: true, arrow: '▴' });
      await page.keyboard.press('Enter');
      expect(await seen()).toEqual({ text: false, arrow: '▾' });
    } finally {
      await browser.close();
    }
  });
});

function pagesOf(states: readonly CardState[]): CardState[][] {
  const pages = Math.ceil(states.length / CARDS_A_PAGE);
  return Array.from({ length: pages }, (_, n) =>
    states.slice(n * CARDS_A_PAGE, (n + 1) * CARDS_A_PAGE),
  );
}

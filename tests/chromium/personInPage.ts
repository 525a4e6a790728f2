import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';

/** Wide enough for the list of chats beside the chat, in CSS pixels. */
const WINDOW = { width: 1500, height: 1000 };
const PATIENCE = { timeout: 20_000 };
/** More than any card has. */
const MOST_STOPS = 50;

/** Where the keyboard is: what stands at it, and its distance to the top of the window in pixels. */
export interface Stop {
  label: string;
  top: number;
}

/** Opens the Playground's page for one person. Pictures go to `folder`, in place of older ones. */
export async function arrive(browser: Browser, url: string, folder: string) {
  const context = await browser.newContext({
    viewport: WINDOW,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE.timeout);
  // The page asks elsewhere for fonts and pictures that it can do without.
  const isElsewhere = ({ hostname }: URL) => hostname !== new URL(url).hostname;
  await page.route(isElsewhere, (route) => route.abort());
  await page.goto(url);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return new PersonInPage(page, folder);
}

/** One person at the Playground's page: sees what it shows, types and clicks. */
export class PersonInPage {
  readonly page: Page;
  readonly #folder: string;
  #pictures = 0;

  constructor(page: Page, folder: string) {
    this.page = page;
    this.#folder = folder;
  }

  async openChat(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
    await this.#postButton.waitFor({ state: 'detached' });
  }

  async openChannel(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name }).click();
    await this.#postButton.waitFor();
  }

  /** Types a message in the chat and sends it; done when another card is there. */
  async say(text: string): Promise<void> {
    await this.#composer.click();
    await this.page.keyboard.type(text);
    await this.#andGetACard(() => this.page.keyboard.press('Enter'));
  }

  /** Posts in the channel, after a mention picked from the list that `@` opens. */
  async post(mentioned: string, text: string): Promise<void> {
    await this.#composer.click();
    await this.page.keyboard.type('@');
    await this.page.getByRole('menuitem', { name: mentioned }).click();
    await this.page.keyboard.type(` ${text}`);
    await this.#andGetACard(() => this.#postButton.click());
  }

  /** The newest card of the chat that is open. */
  get card(): Locator {
    return this.#cards.last();
  }

  /** Waits for a card that says this, wherever it stands; a channel has the newest post on top. */
  async finds(words: string): Promise<string> {
    return textOf(this.#cards.filter({ hasText: words }));
  }

  /** Waits until the newest card says all of this; line breaks are spaces. */
  async reads(...words: string[]): Promise<string> {
    for (const word of words) await expect.poll(() => textOf(this.card), PATIENCE).toContain(word);
    return textOf(this.card);
  }

  /** Presses a button of the newest card; done when the bot has answered. */
  async press(title: string): Promise<void> {
    await this.answered(() => this.button(title).click());
  }

  button(title: string): Locator {
    return this.card.getByRole('button', { name: title, exact: true });
  }

  /** Does what makes the page send a click, and waits for its answer. */
  async answered(act: () => Promise<void>): Promise<void> {
    const isAnswer = (response: Response) => response.url().endsWith('/invoke');
    await Promise.all([this.page.waitForResponse(isAnswer), act()]);
  }

  async choose(question: string, choice: string): Promise<void> {
    const group = this.card.getByRole('radiogroup', { name: question });
    await group.getByRole('radio', { name: choice, exact: true }).check();
  }

  async tick(question: string, choice: string): Promise<void> {
    await this.#box(question, choice).check();
  }

  isTicked(question: string, choice: string): Promise<boolean> {
    return this.#box(question, choice).isChecked();
  }

  /** Types a part of a choice in a list that can be searched, and picks it. */
  async pick(question: string, choice: string): Promise<void> {
    const list = this.card.getByRole('combobox', { name: question });
    await list.click();
    await list.fill(choice);
    await this.page.getByRole('option', { name: choice, exact: true }).click();
  }

  async fill(question: string, text: string): Promise<void> {
    const input = this.card.getByRole('textbox', { name: question });
    await input.click();
    await input.fill('');
    await input.pressSequentially(text);
  }

  /** Presses Tab from the beginning of the newest card until this button has the focus. */
  async tabTo(title: string, onTheWay: (stop: Stop) => Promise<void>): Promise<Stop[]> {
    const stops: Stop[] = [];
    await this.card.focus();
    while (stops.at(-1)?.label !== title) {
      if (stops.length > MOST_STOPS) throw new Error(`Tab does not reach ${title}`);
      await this.page.keyboard.press('Tab');
      const stop = await this.page.locator('*:focus').evaluate(describeFocus);
      await onTheWay(stop);
      stops.push(stop);
    }
    return stops;
  }

  async picture(name: string): Promise<void> {
    this.#pictures += 1;
    const file = `${String(this.#pictures).padStart(2, '0')}-${name}.png`;
    await this.page.screenshot({ path: path.join(this.#folder, file) });
  }

  get #cards(): Locator {
    return this.page.locator('.ac-adaptiveCard');
  }

  /** A checkbox is told with its question. */
  #box(question: string, choice: string): Locator {
    return this.card.getByRole('checkbox', { name: `${question} ${choice}`, exact: true });
  }

  get #composer(): Locator {
    return this.page.locator('[data-lexical-editor]').first();
  }

  get #postButton(): Locator {
    return this.page.getByRole('button', { name: 'Post', exact: true });
  }

  async #andGetACard(act: () => Promise<void>): Promise<void> {
    const before = await this.#cards.count();
    await act();
    await expect.poll(() => this.#cards.count(), PATIENCE).toBeGreaterThan(before);
  }
}

/** What a reader sees; line breaks are spaces. */
async function textOf(card: Locator): Promise<string> {
  return (await card.innerText()).replaceAll(/\s+/g, ' ');
}

/** Runs in the page. */
function describeFocus(focused: Element): Stop {
  const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
  const [label = focused] = labels;
  return { label: label.textContent.trim(), top: focused.getBoundingClientRect().top };
}

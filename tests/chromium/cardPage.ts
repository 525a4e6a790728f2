import type * as Library from 'adaptivecards';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../cards/render.js';
import type { CardState } from '../cards/everyCard.js';
import { TEAMS_HOST, TEAMS_STYLE } from './teamsHost.js';

declare const AdaptiveCards: typeof Library;

const require = createRequire(import.meta.url);
const LIBRARY = require.resolve('adaptivecards/dist/adaptivecards.min.js');
const STYLE = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');

export const nameOf = ({ builder, state, language }: CardState) =>
  `${builder}, ${state}, in ${language}`;

export interface PageShape {
  /** Of the window, in CSS pixels. */
  width: number;
  /** Of one card; the whole window when absent. */
  cardWidth?: number;
  captions?: boolean;
}

/** An empty page that can draw cards and reaches no network. */
export async function openCardPage(browser: Browser, { width }: PageShape): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, offline: true });
  await page.setContent('<!doctype html><title>Cards</title><main></main>');
  await page.addStyleTag({ content: STYLE + TEAMS_STYLE });
  await page.addScriptTag({ path: LIBRARY });
  return page;
}

/** Draws these cards in place of what the page showed, each in a region with its name. */
export async function draw(
  page: Page,
  states: readonly CardState[],
  { cardWidth, captions = false }: PageShape,
): Promise<void> {
  const cards = states.map((state) => ({ name: nameOf(state), ...asTeamsDraws(state.card) }));
  const complaints = await page.evaluate(drawInPage, {
    ...{ cards, host: TEAMS_HOST, captions },
    cardWidth: cardWidth ?? null,
  });
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

/**
 * The library refuses every second `lang`, and draws a list that can be searched with the id of the
 * choice and without a name for screen readers. Teams does neither.
 */
function asTeamsDraws({ lang, ...card }: Card & { lang?: unknown }) {
  const json = JSON.stringify(card).replaceAll('"style":"filtered"', '"style":"compact"');
  return { lang: typeof lang === 'string' ? lang : '', json };
}

interface Drawing {
  cards: { name: string; lang: string; json: string }[];
  host: object;
  cardWidth: number | null;
  captions: boolean;
}

/** Runs in the page: it can use nothing of this module. */
function drawInPage({ cards, host, cardWidth, captions }: Drawing): string[] {
  const complaints: string[] = [];
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const links = escaped(text).replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
    result.outputHtml = `<p>${links.replaceAll(/\*\*([^*]+)\*\*/g, '<b>$1</b>')}</p>`;
    result.didProcess = true;
  };
  const element = (tag: string, className: string, text = '') =>
    Object.assign(document.createElement(tag), { className, textContent: text });
  const main = document.querySelector('main');
  main?.replaceChildren(
    ...cards.map(({ name, lang, json }) => {
      const frame = element('section', 'frame');
      frame.setAttribute('aria-label', name);
      frame.lang = lang;
      if (cardWidth !== null) frame.style.width = `${cardWidth}px`;
      const read = new AdaptiveCards.AdaptiveCard();
      read.hostConfig = new AdaptiveCards.HostConfig(host);
      read.parse(JSON.parse(json));
      const drawn = read.render();
      // Radio buttons of one name exclude each other within a form, not across the page.
      const place = element('form', 'card');
      if (drawn === undefined) complaints.push(`${name} cannot be drawn`);
      else place.append(drawn);
      frame.append(...(captions ? [element('h1', 'caption', name)] : []), place);
      return frame;
    }),
  );
  return complaints;
}

export type LayoutRule =
  | 'wider than the card'
  | 'cut off'
  | 'small text'
  | 'no language'
  | 'no heading'
  | 'choice without question'
  | 'positive tabindex'
  | 'button before input';

/** What is wrong with one card as it is drawn, and the text it is about. */
export interface LayoutFinding {
  rule: LayoutRule;
  card: string;
  text: string;
}

/** Of every card drawn in a page. Runs in the page: it can use nothing of this module. */
export function findLayoutProblems(): LayoutFinding[] {
  // CSS pixels.
  const SMALLEST = 12;
  const NORMAL = 14;
  const ROUNDING = 0.5;
  // What is typed may be longer than its input, and scrolls.
  const SCROLLS = 'input, select, textarea';
  const STOPS = `${SCROLLS}, button`;
  const found: LayoutFinding[] = [];
  const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
  const hasText = ({ childNodes }: Element) =>
    [...childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());

  for (const frame of document.querySelectorAll<HTMLElement>('.frame')) {
    const note = (rule: LayoutRule, { textContent }: Element) => {
      const card = frame.getAttribute('aria-label') ?? '';
      found.push({ rule, card, text: textContent.trim().slice(0, 60) });
    };
    const { right } = frame.getBoundingClientRect();
    if (frame.lang === '') note('no language', frame);
    for (const element of frame.querySelectorAll<HTMLElement>('.card *')) {
      const isInline = element.clientWidth === 0;
      const isFull = element.scrollWidth > element.clientWidth;
      if (element.getBoundingClientRect().right > right + ROUNDING)
        note('wider than the card', element);
      if (isFull && !isInline && !element.matches(SCROLLS)) note('cut off', element);
      if (hasText(element) && sizeOf(element) < SMALLEST) note('small text', element);
      if (element.tabIndex > 0) note('positive tabindex', element);
    }
    for (const block of frame.querySelectorAll('.ac-textBlock:not([role=heading])')) {
      const isWords = /[\p{L}\p{N}]/u.test(block.textContent);
      if (isWords && sizeOf(block) > NORMAL) note('no heading', block);
    }
    for (const choices of frame.querySelectorAll('.ac-input-container')) {
      // The library tells the question with the first choice only.
      const first = choices.querySelector('[type=radio], [type=checkbox]');
      const labels = first?.getAttribute('aria-labelledby')?.split(' ') ?? [];
      if (first && labels.filter((id) => document.getElementById(id)).length < 2)
        note('choice without question', choices);
    }
    const stops = [...frame.querySelectorAll(STOPS)];
    const firstButton = stops.findIndex(({ tagName }) => tagName === 'BUTTON');
    if (firstButton >= 0 && stops.slice(firstButton).some(({ tagName }) => tagName !== 'BUTTON'))
      note('button before input', frame);
  }
  return found;
}

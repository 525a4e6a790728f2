import type * as AdaptiveCards from 'adaptivecards';
import { createRequire } from 'node:module';
import type { Card } from '../../cards/render.js';

// The package's own entry is built for browsers; this file of it also loads in Node.
const library = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

/** The reader's own default is five; Teams takes six. */
const HOST = new library.HostConfig({ actions: { maxActions: 6 } });

/** Teams draws charts; this reader shows what the card brings for who does not. */
const CHART = /^Unknown element type "Chart\.(VerticalBar\.Grouped|HorizontalBar)"/;

/** What Microsoft's own reader has to say about a card: unknown types, bad values, missing ids. */
export function complaintsAbout(card: Card): string[] {
  const context = new library.SerializationContext();
  const read = new library.AdaptiveCard();
  read.hostConfig = HOST;
  // Its check of `lang` uses a RegExp with `g`, which refuses every second card.
  read.parse({ ...card, lang: undefined }, context);
  const whileReading = Array.from(
    { length: context.eventCount },
    (_, index) => context.getEventAt(index).message,
  );
  return [
    ...whileReading.filter((message) => !CHART.test(message)),
    ...read.validateProperties().validationEvents.map(({ message }) => message),
  ];
}

/** What a person may type; in Teams Markdown, date codes and templates must not come alive. */
export const HOSTILE = '**bold** {{DATE(2026-01)}} ${x} [l](http://x)';

const typed = (what: string) => `${what} ${HOSTILE}`;
/** The longest that is accepted, in characters that take the most bytes. */
const longest = (text: string, length: number) => text.padEnd(length, '€');

export const REACHABLE = longest(typed('typed-reachable'), 100);
export const NOTE = longest(typed('typed-note'), 500);
export const EXCEPTION = longest(typed('typed-exception'), 300);
export const DECLINE_REASON = longest(typed('typed-decline'), 300);

export const PROGRESS_NOTE = longest(typed('typed-progress'), 300);

export const QUESTION = longest(typed('typed-question'), 300);
export const ANSWER = longest(typed('typed-answer'), 500);

export const PARTNER = longest(typed('typed-partner'), 120);
export const TRAINING = longest(typed('typed-training'), 120);

export const TYPED_TEXTS = [
  REACHABLE,
  NOTE,
  EXCEPTION,
  DECLINE_REASON,
  PROGRESS_NOTE,
  QUESTION,
  ANSWER,
  PARTNER,
  TRAINING,
];

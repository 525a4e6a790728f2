import { expect, test } from 'vitest';
import { troubleWhy } from '../../cards/troubleWhy.js';
import { wordsIn } from '../../cards/words/words.js';

test.each([
  ['HTTP 404 ActivityNotFoundInConversation', 'bestaat niet meer (HTTP 404)'],
  ['HTTP 410', 'bestaat niet meer (HTTP 410)'],
  ['HTTP 403 BotNotInConversationRoster', 'laat de bot daar niet toe (HTTP 403)'],
  ['HTTP 401', 'kan zich niet aanmelden bij Teams (HTTP 401)'],
  ['HTTP 412 PreconditionFailed', 'heeft het te druk (HTTP 412)'],
  ['HTTP 429', 'heeft het te druk (HTTP 429)'],
  ['HTTP 408', 'geeft geen antwoord (HTTP 408)'],
  ['HTTP 502', 'geeft geen antwoord (HTTP 502)'],
  ['HTTP 413', 'neemt het bericht niet aan (HTTP 413)'],
  ['ECONNREFUSED', 'geeft geen antwoord (ECONNREFUSED)'],
  ['no answer', 'geeft geen antwoord'],
  ['accepted without an id', 'geeft geen antwoord'],
])('%s is told as: %s', (why, told) => {
  expect(troubleWhy(wordsIn('nl'), { why })).toMatch(
    new RegExp(`${told.replace(/[()]/g, '\\$&')}$`),
  );
});

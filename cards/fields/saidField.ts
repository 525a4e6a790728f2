import type { Words } from '../words/words.js';
import { emptyView, NO_ANSWER, type Field } from './field.js';

/** What somebody said, word for word, among the questions it belongs to; it is not asked itself. */
export function saidField(words: Words, label: string, text: string): Field {
  return {
    required: false,
    missing: '',
    read: () => NO_ANSWER,
    show: (id) => ({ ...emptyView('only', words, label, {}), id, value: text }),
  };
}

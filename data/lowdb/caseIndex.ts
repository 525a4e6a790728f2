import { currentEscalation, type Case } from '../case.js';
import { personKey } from '../person.js';
import type { CasePage, CaseQuery } from '../repository.js';
import { SortedKeys } from './sortedKeys.js';

/** The cases of each region, by status, professional and holder, newest first. */
export class CaseIndex {
  readonly #lists = new Map<string, SortedKeys>();

  /** Lists in which a case keeps its place are not touched. */
  change(before: Case | undefined, after: Case | undefined): void {
    const from = before ? placesOf(before) : new Map<string, string>();
    const to = after ? placesOf(after) : new Map<string, string>();
    for (const [list, key] of from) {
      if (to.get(list) !== key) this.#lists.get(list)?.delete(key);
    }
    for (const [list, key] of to) {
      if (from.get(list) !== key) this.#list(list).add(key);
    }
  }

  page(query: CaseQuery, find: (code: string) => Case | undefined): CasePage {
    const [first, ...others] = wanted(query);
    const cases: Case[] = [];
    let last: string | undefined;
    for (const key of this.#lists.get(first)?.descending(query.after) ?? []) {
      const subject = find(codeIn(key));
      if (!subject || !others.every((list) => listsOf(subject).includes(list))) continue;
      if (cases.length === query.limit && last !== undefined) return { cases, next: last };
      cases.push(subject);
      last = key;
    }
    return { cases };
  }

  #list(name: string): SortedKeys {
    const list = this.#lists.get(name) ?? new SortedKeys();
    this.#lists.set(name, list);
    return list;
  }
}

/** Everybody's own list is short, so that one is walked and the others are checked. */
function wanted({ region, status, professional, holder }: CaseQuery): [string, ...string[]] {
  const lists = [
    ...(holder ? [holderList(region, personKey(holder))] : []),
    ...(professional ? [professionalList(region, personKey(professional))] : []),
    ...(status ? [statusList(region, status)] : []),
  ];
  const [first, ...others] = lists;
  return first === undefined ? [region] : [first, ...others];
}

function listsOf(subject: Case): string[] {
  const { region, professional } = subject;
  const lists = [region, professionalList(region, personKey(professional))];
  const state = currentEscalation(subject)?.state;
  if (state) lists.push(statusList(region, state.status));
  if (state?.status === 'claimed') lists.push(holderList(region, personKey(state.holder)));
  return lists;
}

const statusList = (region: string, status: string) => `${region} status ${status}`;
const professionalList = (region: string, person: string) => `${region} professional ${person}`;
const holderList = (region: string, person: string) => `${region} holder ${person}`;

/** The lists a case is in, and its key there. */
function placesOf(subject: Case): Map<string, string> {
  const key = `${subject.openedAt} ${subject.code}`;
  return new Map(listsOf(subject).map((list) => [list, key]));
}

function codeIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

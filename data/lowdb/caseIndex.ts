import { currentEscalation, type Case } from '../case.js';
import { placeOf } from '../casePage.js';
import { isAwaited } from '../followUp.js';
import { personKey } from '../person.js';
import type { CasePage, CaseQuery } from '../repository.js';
import { SortedKeys } from './sortedKeys.js';

/** The cases of each region, by status, professional, holder, organisation and what is awaited, newest first. */
export class CaseIndex {
  readonly #lists = new Map<string, SortedKeys>();

  /** Lists in which a case keeps its place are not touched. */
  change(before: Case | undefined, after: Case | undefined): void {
    const from = before ? listsOf(before) : [];
    const to = after ? listsOf(after) : [];
    const key = after && placeOf(after);
    const keyBefore = before && placeOf(before);
    for (const list of from) {
      if (keyBefore === undefined || (key === keyBefore && to.includes(list))) continue;
      this.#lists.get(list)?.delete(keyBefore);
    }
    for (const list of to) {
      if (key === undefined || (key === keyBefore && from.includes(list))) continue;
      this.#list(list).add(key);
    }
  }

  page(query: CaseQuery, find: (code: string) => Case | undefined): CasePage {
    const [first, ...others] = wanted(query);
    const cases: Case[] = [];
    let last: string | undefined;
    for (const key of this.#merged(first, startOf(query))) {
      const subject = find(codeIn(key));
      if (!subject || !others.every((lists) => isInOneOf(lists, subject))) continue;
      if (cases.length === query.limit && last !== undefined) return { cases, next: last };
      cases.push(subject);
      last = key;
    }
    return { cases };
  }

  /** A case is in one list of a kind only, so nothing comes twice. */
  *#merged(lists: readonly string[], after: string | undefined): Iterable<string> {
    const walks = lists.map((list) => {
      const walk = (this.#lists.get(list) ?? new SortedKeys()).descending(after)[Symbol.iterator]();
      return { walk, next: walk.next() };
    });
    for (;;) {
      const [newest] = walks
        .filter(({ next }) => next.done !== true)
        .sort((one, other) => (one.next.value < other.next.value ? 1 : -1));
      if (!newest) return;
      yield newest.next.value;
      newest.next = newest.walk.next();
    }
  }

  #list(name: string): SortedKeys {
    const known = this.#lists.get(name);
    if (known) return known;
    const list = new SortedKeys();
    this.#lists.set(name, list);
    return list;
  }
}

/** The place, in the order of `placeOf`, before which a page begins. */
function startOf({ after, openedBefore }: CaseQuery): string | undefined {
  if (after === undefined || openedBefore === undefined) return after ?? openedBefore;
  return after < openedBefore ? after : openedBefore;
}

/** Lists of one kind; a case must be in one list of each kind. */
type Lists = readonly string[];

/** The shortest first: that one is walked and the others are checked. */
function wanted(query: CaseQuery): [Lists, ...Lists[]] {
  const { region, statuses, professional, holder, organisation, awaited } = query;
  const lists = [
    ...(awaited ? [[awaitedList(region)]] : []),
    ...(holder ? [[holderList(region, personKey(holder))]] : []),
    ...(professional ? [[professionalList(region, personKey(professional))]] : []),
    ...(organisation === undefined ? [] : [[organisationList(region, organisation)]]),
    ...(statuses ? [statuses.map((status) => statusList(region, status))] : []),
  ];
  const [first, ...others] = lists;
  return first === undefined ? [[region]] : [first, ...others];
}

function isInOneOf(lists: Lists, subject: Case): boolean {
  const own = listsOf(subject);
  return lists.some((list) => own.includes(list));
}

function listsOf(subject: Case): string[] {
  const { region, professional, organisation } = subject;
  const state = currentEscalation(subject)?.state;
  return [
    region,
    professionalList(region, personKey(professional)),
    organisationList(region, organisation),
    statusList(region, state?.status ?? 'none'),
    ...(state?.status === 'claimed' ? [holderList(region, personKey(state.holder))] : []),
    ...(isAwaited(subject) ? [awaitedList(region)] : []),
  ];
}

const statusList = (region: string, status: string) => `${region} status ${status}`;
const professionalList = (region: string, person: string) => `${region} professional ${person}`;
const organisationList = (region: string, id: string) => `${region} organisation ${id}`;
const awaitedList = (region: string) => `${region} awaited`;
const holderList = (region: string, person: string) => `${region} holder ${person}`;

function codeIn(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

import { PERMISSIONS, type Case } from '../data/case.js';
import { parseInstant } from '../data/weeks.js';
import type { Reader } from './context.js';
import type { Content, Fact } from './messageCard.js';
import { list, longDate } from './phrases.js';

/** What the client allows; who declared it and when is said once for all that it holds for. */
export function permissionContent({ words, language }: Reader, { permissions }: Case): Content {
  const titles = words.checklist.permissions;
  const declared = new Map<string, Fact[]>();
  for (const id of PERMISSIONS) {
    const asked = permissions[id];
    if (!asked) continue;
    const { given, by, at } = asked;
    const line = words.caseCard.declared(by.name, longDate(parseInstant(at), language));
    const fact = { label: given ? words.yes : words.no, value: titles[id] };
    declared.set(line, [...(declared.get(line) ?? []), fact]);
  }
  const notAsked = PERMISSIONS.filter((id) => !permissions[id]).map((id) => titles[id]);
  return [
    ...[...declared].flatMap(([line, facts]) => [line, ...facts]),
    ...(notAsked.length > 0
      ? [{ label: words.caseCard.notAsked, value: list(notAsked, language) }]
      : []),
  ];
}

import { caseSchema, currentEscalation, type Case } from '../../data/case.js';
import type { Remainder } from '../../data/figureRows.js';
import { decide } from '../../data/lifeCycle.js';
import { anEscalatedCase, at, MERYEM } from '../builders.js';
import { codeNumber } from '../data/lowdb/onSimulatedDisk.js';

/** Clicks come in groups: of each the first opens a case, the others go on with it. */
export const PER_GROUP = 10;
/** Of every so many groups one ends with erasing its case. */
export const ERASED_EVERY = 7;
export const COUNTED: { region: string; contribution: Remainder }[] = [
  { region: 'hollands-midden', contribution: { row: 'offered-not-wanted', period: '2026-W47' } },
];
export const EXPIRES = '2026-12-31T00:00:00.000Z';
export const WHEN = at('2026-11-16T10:00');

/** Each group in the month of its number, so that they come into different files. */
export function openedBy(group: number): Case {
  const month = String((group % 3) + 9).padStart(2, '0');
  const openedAt = `2026-${month}-01T10:00:00.000Z`;
  return anEscalatedCase({}, { code: codeNumber(group), openedAt });
}

/** The case of a group after so many of its clicks; nothing before the first, or when erased. */
export function caseAfter(group: number, clicks: number): Case | undefined {
  if (clicks === 0 || (clicks === PER_GROUP && group % ERASED_EVERY === 0)) return undefined;
  let subject = openedBy(group);
  for (let click = 1; click < clicks; click += 1) subject = stepped(subject);
  // As it is stored: what is undefined is absent.
  return caseSchema.parse(JSON.parse(JSON.stringify(subject)));
}

function stepped(subject: Case): Case {
  const isOpen = currentEscalation(subject)?.state.status === 'open';
  const decision = decide(subject, { kind: isOpen ? 'claim' : 'give-back', by: MERYEM }, WHEN);
  if (!decision.ok) throw new Error(`refused: ${decision.refusal.kind}`);
  return decision.case;
}

/**
 * A process that opens the store, says so, and then clicks: eight at once, each through groups of
 * its own. It says the number of a click when its change was acknowledged, and ends after `groups`.
 */
export const CLICKING = `
  import { DateTime } from 'luxon';
  import { decide } from './data/lifeCycle.js';
  import { openLowdbRepository } from './data/lowdb/openLowdbRepository.js';
  const { directory, from, groups, opened, by, when, counted, expiresAt, perGroup, erasedEvery } =
    JSON.parse(process.argv[1]);
  const now = DateTime.fromISO(when, { zone: 'Europe/Amsterdam' });
  const repository = await openLowdbRepository({ directory, now: () => now, journalLimit: 40_000 });
  console.log('open');
  const code = (group) => 'HM-' + group.toString(8).padStart(4, '0')
    .replace(/\\d/g, (digit) => String(Number(digit) + 2));
  const first = (group) => ({ ...opened[group % opened.length], code: code(group) });
  const step = (subject) => decide(subject, {
    kind: subject.escalations.at(-1).state.status === 'open' ? 'claim' : 'give-back', by,
  }, now).case;
  async function click(n, write) {
    const repeat = { key: 'click ' + n, expiresAt };
    const { ok } = await repository.commit({ writes: [write], counted, repeat });
    if (!ok) throw new Error('click ' + n + ' conflicts');
    console.log(n);
  }
  async function go(group) {
    let put = first(group);
    await click(group * perGroup, { kind: 'case', put });
    for (let n = 1; n < perGroup; n += 1) {
      const isErasing = n === perGroup - 1 && group % erasedEvery === 0;
      const remove = { key: put.code, version: put.version };
      if (!isErasing) put = step(put);
      await click(group * perGroup + n, { kind: 'case', ...(isErasing ? { remove } : { put }) });
    }
  }
  let next = from;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (next < from + groups) await go(next++);
  }));
  await repository.close();
`;

/** What that process is told. */
export const clicking = (directory: string, from: number, groups: number): string =>
  JSON.stringify({
    ...{ directory, from, groups, by: MERYEM, when: WHEN.toISO(), counted: COUNTED },
    ...{ expiresAt: EXPIRES, perGroup: PER_GROUP, erasedEvery: ERASED_EVERY },
    opened: [0, 1, 2].map(openedBy),
  });

import { describe, expect, it } from 'vitest';
import type { Messenger } from '../../bot/messenger.js';
import { mayCoordinate, rolesOf } from '../../bot/roles.js';
import { createRoster } from '../../bot/roster.js';
import { answerBy } from '../../bot/notLongerThan.js';
import type { Link } from '../../data/link.js';
import type { Person } from '../../data/person.js';
import type { Profile } from '../../data/profile.js';
import { ANNEKE, aProfile, CHAT, JOOST, MERYEM, NOW, SANNE, TOM, utc } from '../builders.js';
import { aRegion } from '../data/regionBuilder.js';

const LINK: Link = {
  region: 'hollands-midden',
  version: 1,
  teamId: '19:team',
  channel: CHAT,
  by: MERYEM,
  at: utc('2026-11-16T08:00'),
};

/** A team whose members, clock and answers the test decides. */
function aTeam(members: Person[]) {
  const team = {
    members,
    asked: 0,
    now: NOW,
    answer: (): Promise<Person[]> => Promise.resolve(team.members),
    isInTeam: (link: Link, person: Person, by = answerBy()) => isIn(link, person, by),
  };
  const messenger: Pick<Messenger, 'members'> = {
    members: () => {
      team.asked += 1;
      return team.answer();
    },
  };
  const isIn = createRoster(messenger, () => team.now);
  return team;
}

describe('the roster', () => {
  it('is asked once for many questions at the same time', async () => {
    const team = aTeam([MERYEM]);
    const people = [MERYEM, JOOST, MERYEM];
    const found = await Promise.all(people.map((person) => team.isInTeam(LINK, person)));
    expect(found).toEqual([true, false, true]);
    expect(team.asked).toBe(1);
  });

  it.each([
    ['within five minutes', 299, 1, true],
    ['after five minutes', 300, 2, false],
  ])('is asked again %s: who left', async (_title, seconds, asked, isIn) => {
    const team = aTeam([MERYEM]);
    await team.isInTeam(LINK, MERYEM);
    team.members = [];
    team.now = NOW.plus({ seconds });
    expect(await team.isInTeam(LINK, MERYEM)).toBe(isIn);
    expect(team.asked).toBe(asked);
  });

  it('is asked for each team', async () => {
    const team = aTeam([MERYEM]);
    await team.isInTeam(LINK, MERYEM);
    await team.isInTeam({ ...LINK, teamId: '19:other' }, MERYEM);
    expect(team.asked).toBe(2);
  });

  it('goes by the Entra id within the tenant, not by the name', async () => {
    const team = aTeam([MERYEM]);
    expect(await team.isInTeam(LINK, { ...MERYEM, name: 'M. Kaya' })).toBe(true);
    expect(await team.isInTeam(LINK, { ...TOM, name: MERYEM.name })).toBe(false);
    expect(await team.isInTeam(LINK, { ...MERYEM, tenantId: 'other' })).toBe(false);
  });

  it('lets nobody in when it fails, and is asked again at once', async () => {
    const team = aTeam([MERYEM]);
    team.answer = () => Promise.reject(new Error('down'));
    await expect(team.isInTeam(LINK, MERYEM)).rejects.toThrow('down');
    team.answer = () => Promise.resolve([MERYEM]);
    expect(await team.isInTeam(LINK, MERYEM)).toBe(true);
  });

  it('lets nobody in when it does not answer', async () => {
    const team = aTeam([MERYEM]);
    team.answer = () => new Promise(() => undefined);
    await expect(team.isInTeam(LINK, MERYEM)).rejects.toThrow('in time');
  });

  it.each([
    ['waits for what is left of the turn', 300, 250, 1_000],
    ['does not wait when nothing is left', -1, 0, 200],
  ])('%s', async (_title, left, atLeast, atMost) => {
    const team = aTeam([MERYEM]);
    team.answer = () => new Promise(() => undefined);
    const asked = performance.now();
    await expect(team.isInTeam(LINK, MERYEM, asked + left)).rejects.toThrow('in time');
    expect(performance.now() - asked).toBeGreaterThanOrEqual(atLeast);
    expect(performance.now() - asked).toBeLessThan(atMost);
  });

  it('answers from what it knows when nothing is left of the turn', async () => {
    const team = aTeam([MERYEM]);
    await team.isInTeam(LINK, MERYEM);
    expect(await team.isInTeam(LINK, MERYEM, 0)).toBe(true);
  });
});

const region = aRegion();
const elsewhere = aRegion({
  id: 'haaglanden',
  codePrefix: 'HG',
  coordinators: [{ aadObjectId: JOOST.aadObjectId, name: JOOST.name }],
});
const regions = {
  all: () => [region, elsewhere],
  find: (id: string) => [region, elsewhere].find((one) => one.id === id),
};
const profileOf = (person: Person): Profile => aProfile({ person });

describe('roles', () => {
  it.each<[string, Person, string[], string[]]>([
    ['a professional', SANNE, [], []],
    ['a coordinator', MERYEM, ['hollands-midden'], []],
    ['a coordinator elsewhere', JOOST, ['haaglanden'], []],
    ['a project leader', ANNEKE, [], ['hollands-midden', 'haaglanden']],
  ])('come from the region files: %s', (_title, person, coordinates, leads) => {
    const roles = rolesOf({ regions }, profileOf(person));
    expect(roles.coordinates.map(({ id }) => id)).toEqual(coordinates);
    expect(roles.leads.map(({ id }) => id)).toEqual(leads);
    expect(roles.work?.organisation.id).toBe('jgz-voorbeeld');
  });

  it.each([
    ['nothing chosen yet', undefined],
    ['a region that is gone', { region: 'gone', organisation: 'jgz-voorbeeld' }],
    ['an organisation that is gone', { region: 'hollands-midden', organisation: 'gone' }],
  ])('without an organisation nobody is a professional: %s', (_title, work) => {
    const chosen = work && { ...work, domain: 'social' as const };
    expect(rolesOf({ regions }, aProfile({ work: chosen })).work).toBeUndefined();
  });
});

describe('who may coordinate', () => {
  async function may(person: Person, link: Link | undefined, isInTeam: boolean) {
    const read = () => Promise.resolve(link);
    const deps = { repository: { read }, isInTeam: () => Promise.resolve(isInTeam) };
    const roles = rolesOf({ regions }, profileOf(person));
    // The only kind that is read is the link.
    return mayCoordinate(
      deps as unknown as Parameters<typeof mayCoordinate>[0],
      { roles, sender: person, answerBy: answerBy() },
      region.id,
    );
  }

  it.each<[string, Person, Link | undefined, boolean, string]>([
    ['listed, no channel yet', MERYEM, undefined, false, 'yes'],
    ['listed and in the team', MERYEM, LINK, true, 'yes'],
    ['listed, left the team', MERYEM, LINK, false, 'left-team'],
    ['in the team, not listed', TOM, LINK, true, 'not-listed'],
    ['listed in another region', JOOST, LINK, true, 'not-listed'],
    ['project leader', ANNEKE, LINK, true, 'not-listed'],
  ])('%s', async (_title, person, link, isInTeam, expected) => {
    expect(await may(person, link, isInTeam)).toBe(expected);
  });
});

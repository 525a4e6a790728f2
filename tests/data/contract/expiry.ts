import { expect, it } from 'vitest';
import { personKey } from '../../../data/person.js';
import { aDraft, aProfile, MERYEM, NOW, SANNE, utc } from '../../builders.js';
import { put, type Engine } from './engine.js';
import { CONSULT, EVERY_KIND } from './examples.js';

export function describeExpiry(engine: Engine): void {
  const { store, reopen } = engine;

  it('forgets drafts and requests whose time has passed, and nothing else', async () => {
    const later = aDraft({ person: MERYEM, expiresAt: utc('2026-12-23T09:00') });
    const { second } = EVERY_KIND.consult;
    const expired = { ...second, version: 1, expiresAt: utc('2026-11-23T09:00') };
    await store(put('consult', expired), put('consult', { ...CONSULT, id: 'OV-222222' }));
    await store(put('draft', aDraft()), put('draft', later), put('profile', aProfile()));
    expect(await engine.repository.forgetExpired(NOW.plus({ days: 8 }))).toBe(2);
    expect(await engine.repository.read('consult', 'OV-222222')).toBeDefined();
    expect(await engine.repository.read('consult', CONSULT.id)).toBeUndefined();
    await reopen();
    expect(await engine.repository.read('draft', personKey(SANNE))).toBeUndefined();
    expect(await engine.repository.read('draft', personKey(MERYEM))).toEqual(later);
    expect(await engine.repository.read('profile', personKey(SANNE))).toEqual(aProfile());
    await store(put('draft', aDraft()));
  });
}

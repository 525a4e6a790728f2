import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../bot/incoming.js';
import { repeatOf } from '../../bot/repeatKey.js';
import { CHAT, NOW, SANNE, TOM, utc } from '../builders.js';

type ClickParts = Partial<Extract<Incoming, { kind: 'click' }>>;

function aClick(parts: ClickParts = {}): Incoming {
  return {
    kind: 'click',
    activityId: 'f:1',
    sender: SANNE,
    chat: CHAT,
    place: { kind: 'personal' },
    verb: 'next',
    data: { code: 'HM-7K3Q', version: 1, topics: 'child-wish' },
    cardId: '1763280000000',
    answerable: true,
    ...parts,
  };
}

function aMessage(activityId: string, sender = SANNE): Incoming {
  const place = { kind: 'personal' } as const;
  return { kind: 'message', activityId, sender, chat: CHAT, place, text: 'vastleggen' };
}

const keyOf = (incoming: Incoming) => repeatOf(incoming, NOW)?.key;

describe('a click is the same one', () => {
  it.each<[string, ClickParts]>([
    ['sent again', {}],
    ['sent again with a new id', { activityId: 'f:2' }],
    [
      'with its data in another order',
      { data: { version: 1, topics: 'child-wish', code: 'HM-7K3Q' } },
    ],
    ['from a client without Action.Execute', { answerable: false }],
    ['by somebody whose name changed', { sender: { ...SANNE, name: 'Sanne de Wit-Bos' } }],
  ])('%s', (_title, parts) => {
    expect(keyOf(aClick(parts))).toBe(keyOf(aClick()));
  });
});

describe('a click is another one', () => {
  it.each<[string, ClickParts]>([
    ['by somebody else', { sender: TOM }],
    ['by somebody with the same id in another tenant', { sender: { ...SANNE, tenantId: 'x' } }],
    ['on another button', { verb: 'back' }],
    [
      'on a later version of the card',
      { data: { code: 'HM-7K3Q', version: 2, topics: 'child-wish' } },
    ],
    ['about another case', { data: { code: 'HM-7K3R', version: 1, topics: 'child-wish' } }],
    ['with other inputs', { data: { code: 'HM-7K3Q', version: 1, topics: 'contraception' } }],
    [
      'with one input more',
      { data: { code: 'HM-7K3Q', version: 1, topics: 'child-wish', phase: '' } },
    ],
  ])('%s', (_title, parts) => {
    expect(keyOf(aClick(parts))).not.toBe(keyOf(aClick()));
  });
});

describe('a typed message', () => {
  it('goes by its id', () => {
    expect(keyOf(aMessage('1'))).toBe(keyOf(aMessage('1')));
    expect(keyOf(aMessage('1'))).not.toBe(keyOf(aMessage('2')));
    expect(keyOf(aMessage('1'))).not.toBe(keyOf(aMessage('1', TOM)));
  });
});

it('is not told by a message without an id', () => {
  expect(repeatOf(aMessage(''), NOW)).toBeUndefined();
});

it('is remembered for a day', () => {
  expect(repeatOf(aClick(), NOW)?.expiresAt).toBe(utc('2026-11-17T09:00'));
});

it('says nothing of what was filled in', () => {
  const key = keyOf(aClick({ data: { code: 'HM-7K3Q', version: 1, note: 'bij haar zus' } }));
  expect(key).not.toMatch(/zus|HM-7K3Q/);
});

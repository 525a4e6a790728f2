import { describe, expect, it } from 'vitest';
import { press } from './cardActions.js';
import type { Card } from './connectorTraffic.js';

const execute = (title: string, more: object = {}): object => ({
  ...{ type: 'Action.Execute', title, verb: 'doe' },
  ...more,
});
const card = (body: object[], actions: object[] = []): Card => ({
  ...{ type: 'AdaptiveCard', body, actions },
});
const input = (type: string, more: object = {}): object => ({
  type: `Input.${type}`,
  id: type,
  ...more,
});
const choices = ['a', 'b', 'c'].map((value) => ({ title: value.toUpperCase(), value }));

describe('press', () => {
  it('finds a button in a column, a table cell and a ShowCard', () => {
    const inColumn = { type: 'ColumnSet', columns: [{ items: [{ actions: [execute('een')] }] }] };
    const inCell = {
      type: 'Table',
      rows: [{ cells: [{ items: [{ actions: [execute('twee')] }] }] }],
    };
    const inShowCard = {
      type: 'Action.ShowCard',
      title: 'Meer',
      card: card([], [execute('drie')]),
    };
    const shown = card([inColumn, inCell], [inShowCard]);
    expect(['een', 'twee', 'drie'].map((title) => press(shown, { title }).title)).toEqual([
      ...['een', 'twee', 'drie'],
    ]);
  });

  it('does not see a button that is only a fallback', () => {
    const shown = card([], [{ type: 'Action.OpenUrl', title: 'x', fallback: execute('een') }]);
    expect(() => press(shown, { title: 'een' })).toThrow('its buttons are: none');
  });

  it('wants one button, told apart by its data when the titles are equal', () => {
    const shown = card(
      [],
      [execute('Openen', { data: { n: 1 } }), execute('Openen', { data: { n: 2 } })],
    );
    expect(() => press(shown, { title: 'Openen' })).toThrow('2 times button "Openen"');
    expect(press(shown, { title: 'Openen', where: ({ n }) => n === 2 }).data).toEqual({ n: 2 });
  });

  it('sends what the Playground page sends for untouched inputs', () => {
    const off = { valueOn: 'ja', valueOff: 'nee' };
    const shown = card(
      [
        ...[input('Text'), input('Text', { id: 'vol', value: 'v' })],
        ...[input('Toggle', off), input('Toggle', { id: 'nee', value: 'nee', ...off })],
        ...[input('ChoiceSet', { choices, isMultiSelect: true, value: 'a,b' }), input('Time')],
        ...[input('Date', { value: '2026-11-02' }), input('Number', { value: 3 })],
      ],
      [execute('Stuur', { data: { vol: 'uit data', id: 7 } })],
    );
    expect(press(shown, { title: 'Stuur' }).data).toEqual({
      ...{ id: 7, vol: 'v', Toggle: 'false', nee: 'nee', ChoiceSet: 'a,b' },
      ...{ Date: '2026-11-02', Number: '3' },
    });
  });

  it('sends replies as the inputs would', () => {
    const shown = card(
      [input('Toggle', { valueOn: 'ja' }), input('ChoiceSet', { choices, isMultiSelect: true })],
      [execute('Stuur')],
    );
    const inputs = { Toggle: true, ChoiceSet: ['a', 'c'] };
    expect(press(shown, { verb: 'doe', inputs }).data).toEqual({ Toggle: 'ja', ChoiceSet: 'a,c' });
  });

  it.each([
    ['an empty required input', input('Text', { isRequired: true }), {}, 'is required and empty'],
    ['a choice that is not offered', input('ChoiceSet', { choices }), { ChoiceSet: 'z' }, 'no "z"'],
    ['a date in another form', input('Date'), { Date: '2-11-2026' }, 'cannot hold "2-11-2026"'],
  ])('refuses %s', (_, one, inputs, message) => {
    expect(() => press(card([one], [execute('Stuur')]), { verb: 'doe', inputs })).toThrow(message);
  });
});

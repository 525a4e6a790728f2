import { describe, expect, it } from 'vitest';
import { cardText } from './cardText.js';

const card = (...body: object[]): Record<string, unknown> => ({ type: 'AdaptiveCard', body });
const text = (value: string, more: object = {}): object => ({
  ...{ type: 'TextBlock', text: value },
  ...more,
});
const linesOf = (content: Record<string, unknown>, width?: number): string[] =>
  cardText(content, width).split('\n');

describe('cardText', () => {
  it('underlines a heading and breaks long text at spaces', () => {
    const shown = card(text('Casus', { style: 'heading' }), text('een twee drie vier vijf'));
    expect(linesOf(shown, 10)).toEqual(['Casus', '═════', 'een twee', 'drie vier', 'vijf']);
  });

  it('shows Markdown without its signs, and typed text with them', () => {
    const typed = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '**zo**' }, ' en'] };
    expect(linesOf(card(text('**vet** en [hulp](https://x.nl)'), typed))).toEqual([
      'vet en hulp (https://x.nl)',
      '**zo** en',
    ]);
  });

  it('aligns facts and hangs long values', () => {
    const facts = [
      { title: 'Status', value: 'open' },
      { title: 'Gemeente:', value: 'Ergens ver weg' },
    ];
    expect(linesOf(card({ type: 'FactSet', facts }), 20)).toEqual([
      'Status:   open',
      'Gemeente: Ergens ver',
      '          weg',
    ]);
  });

  it('sets a table in columns under its first row', () => {
    const row = (...cells: string[]): object => ({
      cells: cells.map((cell) => ({ items: [text(cell)] })),
    });
    const table = { type: 'Table', rows: [row('Maand', 'Aantal'), row('november', '12')] };
    expect(linesOf(card(table))).toEqual(['Maand     Aantal', '────────────────', 'november  12']);
  });

  it('sets columns beside each other, the widest giving way', () => {
    const column = (value: string): object => ({ type: 'Column', items: [text(value)] });
    const set = { type: 'ColumnSet', columns: [column('aa bb cc dd'), column('12')] };
    expect(linesOf(card(set), 9)).toEqual(['aa bb  12', 'cc dd']);
  });

  it('shows inputs with label and value, and ticks what is chosen', () => {
    const choices = ['a', 'b', 'c'].map((value) => ({ title: value.toUpperCase(), value }));
    const shown = card(
      { type: 'Input.Text', id: 'naam', label: 'Naam (verplicht)', value: 'Sanne' },
      { type: 'Input.Date', id: 'datum', label: 'Datum', placeholder: 'kies' },
      {
        type: 'Input.ChoiceSet',
        id: 'x',
        label: 'Keuze',
        isMultiSelect: true,
        value: 'a,c',
        choices,
      },
      { type: 'Input.Toggle', id: 'ja', title: 'Akkoord', value: 'ja', valueOn: 'ja' },
    );
    expect(linesOf(shown)).toEqual([
      ...['Naam (verplicht)', '  > Sanne', 'Datum', '  > (kies)'],
      ...['Keuze', '  [x] A', '  [ ] B', '  [x] C', '  [x] Akkoord'],
    ]);
  });

  it('marks the primary button and the one that is off, and opens a ShowCard', () => {
    const actions = [
      { type: 'Action.Execute', title: 'Oppakken', style: 'positive' },
      { type: 'Action.Execute', title: 'Afwijzen', isEnabled: false },
      { type: 'Action.ShowCard', title: 'Meer', card: card(text('binnen')) },
    ];
    expect(linesOf(card({ type: 'ActionSet', actions }))).toEqual([
      '[Oppakken]*  (Afwijzen)  [Meer]',
      'Meer:',
      '  binnen',
    ]);
  });

  it('shows the fallback of what it does not know, and only then', () => {
    const fallback = text('terugval');
    const shown = card({ ...text('bekend'), fallback }, { type: 'Nieuw', fallback });
    expect(linesOf(shown)).toEqual(['bekend', 'terugval']);
  });

  it('shows the title and the table of a chart, or its numbers', () => {
    const chart = { type: 'Chart.Donut', title: 'Redenen', data: [{ legend: 'geld', value: 3 }] };
    expect(linesOf(card(chart))).toEqual(['Redenen', 'geld: 3']);
    expect(linesOf(card({ ...chart, fallback: text('tabel') }))).toEqual(['Redenen', 'tabel']);
  });

  it('leaves out what is invisible and indents a coloured container', () => {
    const box = { type: 'Container', style: 'emphasis', items: [text('in de doos')] };
    expect(linesOf(card(text('weg', { isVisible: false }), box))).toEqual(['│ in de doos']);
  });
});

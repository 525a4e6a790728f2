import { describe, expect, test } from 'vitest';
import { findIdentifiers, IDENTIFIER_KINDS, type IdentifierKind } from '../../data/identifiers.js';

const kindsIn = (text: string) => findIdentifiers(text).map(({ kind }) => kind);

/** Invented; the BSNs pass the check digit rule, the phone numbers belong to nobody. */
const FOUND: Record<IdentifierKind, readonly string[]> = {
  bsn: [
    '123456782',
    'BSN: 123456782.',
    'bsn 1234.56.782',
    '1234 56 782',
    '123-456-782',
    'nr123456782',
    // Eight digits: the leading zero was left out.
    '10345681',
  ],
  email: ['sanne@voorbeeld.example', 'mail: a.b+c@d.nl.', 'SANNE@VOORBEELD.NL'],
  iban: ['NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00', 'nl91abna0417164300', 'BE68539007547034'],
  phone: [
    '0612345678',
    '06 12345678',
    '06-12345678',
    '06 1234 5678',
    '06 12 34 56 78',
    '+31612345678',
    '+31 6 12345678',
    '+31 (0)6 12345678',
    '0031612345678',
    '071-5123456',
    '071 512 34 56',
    '(071) 512 34 56',
    'bel 0612345678!',
    // Without their first digits these would pass for a BSN.
    '06 12345672',
    '06-12345684',
    '07 10345681 9',
  ],
  address: ['2311 AB 12', '2311AB 12', '2311 ab 12', '2311ab12', '2311 AB, 12a', '2311 EN 4'],
  'birth-date': [
    '3-4-1998',
    '03-04-1998',
    '3/4/1998',
    '3.4.1998',
    '03 04 1998',
    '1998-04-03',
    '3 april 1998',
    '3 apr. 1998',
    '3-MRT-1998',
    '31 december 2001',
    // Its digits pass for a BSN.
    '04-03-2019',
  ],
};

const NOT_FOUND: readonly string[] = [
  '',
  '2 kinderen',
  'week 47',
  'week 47 van 2026',
  'HM-7K3Q',
  'OV-7K3QRS',
  '2026-W46',
  '2026-K3',
  'zwanger sinds 11-2026',
  'spiraal geplaatst in 2026-11',
  'afspraak op 12 november',
  'afspraak op 12-11 om 13:30',
  'belt tussen 9-17 uur',
  '€ 322 per jaar',
  '€ 1.250,00',
  'tussen 6820 en 52070 euro',
  'in 2025 en 2026',
  'sinds 2024 op 3 adressen geweest',
  'sinds 2023 al 4 keer verhuisd',
  '1500 mg 2 keer per dag',
  'postcodegebied 2311',
  '112',
  'Veilig Thuis: 0800-2000',
  'huisartsenpost 14 071',
  '24 uur, 7 dagen',
  'cliënt is 23 en zwanger van de 3e',
  'kosten 100 of 200 of 300 euro',
  // Nine digits without the check digit.
  '123456789',
  '000000000',
  'apenstaartje @ 3 uur',
];

describe.each(IDENTIFIER_KINDS)('%s', (kind) => {
  test.each(FOUND[kind])('is found in: %s', (text) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  test.each(FOUND[kind])('is found in a sentence: %s', (text) => {
    expect(kindsIn(`Graag overleg. ${text} Het is 2 keer gevraagd.`)).toEqual([kind]);
  });
});

describe('nothing is found in', () => {
  test.each(NOT_FOUND)('“%s”', (text) => {
    expect(findIdentifiers(text)).toEqual([]);
  });
});

test('several in one text are all named, with the text that was found', () => {
  expect(findIdentifiers('a@b.nl, 0612345678 en 3-4-1998')).toEqual([
    { kind: 'email', text: 'a@b.nl,' },
    { kind: 'phone', text: '0612345678' },
    { kind: 'birth-date', text: '3-4-1998' },
  ]);
});

import { describe, expect, test } from 'vitest';
import {
  findIdentifiers,
  fingerprintOf,
  IDENTIFIER_KINDS,
  mayIdentifyNobody,
  type IdentifierKind,
} from '../../data/identifiers.js';

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
    '10.34.56.81',
    '1 2 3 4 5 6 7 8 2',
    '123 - 456 - 782',
    '123/456/782',
    // Called a BSN, though the check digit is wrong.
    'bsn 123456789',
  ],
  email: [
    'sanne@voorbeeld.example',
    'mail: a.b+c@d.nl.',
    'SANNE@VOORBEELD.NL',
    'sanne..x.@voorbeeld.nl',
    'sanne @ voorbeeld.nl',
    'sanne(at)voorbeeld.nl',
    'sanne[at]voorbeeld[dot]nl',
    'sanne apenstaartje voorbeeld punt nl',
    'sanne@voorbeeld,nl',
    'sanne@gmail',
  ],
  iban: [
    'NL91ABNA0417164300',
    'NL91 ABNA 0417 1643 00',
    'nl91abna0417164300',
    'BE68539007547034',
    // Wrong check digits, a digit too few, none at all.
    'NL92ABNA0417164300',
    'NL91ABNA041716430',
    'INGB 0001234567',
  ],
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
    '(06-12345678)',
    '06_12345678',
    '0(6)12345678',
    'o6-12345678',
    '612345678',
    '6 12345678',
    '+32 470 12 34 56',
    '0049 151 23456789',
    'tel. 5123456',
    // A digit too few.
    '06-1234567',
    // Without their first digits these would pass for a BSN.
    '06 12345672',
    '06-12345684',
    '07 10345681 9',
  ],
  address: [
    '2311 AB 12',
    '2311AB 12',
    '2311 ab 12',
    '2311ab12',
    '2311 AB, 12a',
    '2311 EN 4',
    '2311 AB nr. 12',
    '2311AB huisnummer: 12',
    '2311 AB/12',
    'Breestraat 12, 2311 AB',
    'Voorbeeldstraat 12',
    'voorbeeldlaan nr 3b',
    'Oude Gracht 21',
  ],
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
    '3-4-98',
    '3/4/98',
    "3-4-'98",
    "3 april '98",
    '3-apr-98',
    '3april1998',
    '03041998',
    '19980403',
    'geboren op 3 april',
    'geb. 3/4',
    'geb 3 4 98',
    'jarig op de 3e april',
    'op 3 april is ze jarig',
    'op 3 april jl. geboren',
    'geboren in april 1998',
    'born on April 3rd',
    '06-11-2026 10.30 uur',
  ],
  name: [
    'mevrouw Jansen',
    'Mevrouw De Vries',
    'mevr. van den Berg',
    'mw. K. de Groot-van Leeuwen',
    'mw.Jansen',
    "Mw. Van 't Hoff",
    'dhr El Idrissi',
    'de heer P. Bos',
    'dr. Jansen',
    'Mrs Jansen',
    'naam: Fatima',
    'naam cliënt: Fatima El Idrissi',
    'de naam van cliënt is Noor',
    'voornaam Zeynep',
    'ze heet Maryam',
    // Things are spoken of, but it is not they who are called so.
    'het kind heet Noor',
    'het huis van mevrouw Jansen',
    'de naam van het kind is Noor',
    'in de groep hoorde ik dat haar naam is: Fatima',
    'weet het project dat cliënt Fatima belt',
    'zij heet "Amina"',
    'zoon Dan',
    'mevrouw Engels',
    'Ik ben Fatima',
    'her partner Will',
    'noemt zichzelf Luna',
    'een vrouw genaamd Lisa',
    'cliënt is Sofia',
    'haar partner Ahmed',
    'dochter Noor (5)',
    'op naam van Hassan',
    't.n.v. Mulder',
    'Fatima heet ze',
    'her name is Fatima',
    'MEVROUW JANSEN',
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
  // Times, years, service numbers: digits that pass the check of a BSN or look like a number.
  'tussen 10.30-11.15 uur',
  'in 2024-2025',
  '0800-2000 of 0900-402 40 20',
  'nummer 14 071',
  'BSN is aangevraagd, verder niets',
  '2000 IE 2 keer per dag',
  'gewicht 3200 gr, 38 weken',
  'CAO 2025, artikel 12',
  'onderweg 3 keer gestopt',
  'Marktplein 2 keer bezocht',
  'op 3 april om 10 uur',
  '12 november 14 uur',
  'geboren met 37 weken, 3-4 kg',
  'geboren in 1998',
  'tussen 1-10 en 15-10',
  '5-10-15 mg',
  'mevrouw wil graag een spiraal',
  'Mevrouw van 34 jaar',
  'mevrouw van het wijkteam',
  'gesproken met mw. De uitleg was duidelijk',
  'Mevrouw X wil het niet',
  'mw. J.W. belt',
  'MW is betrokken',
  'CLIENT WIL GEEN KINDEREN',
  'cliënt PTSS, moeder GGZ',
  'cliënt is Syrische',
  'haar partner Turks',
  'mevrouw van Turkse afkomst',
  'ik ben Nederlandse',
  'het middel heet Mirena',
  'het heet Mirena',
  'een project, genaamd Moeders',
  'de naam van het middel is Mirena',
  'Naam praktijk: De Brug',
  'de groep heet Stevig Ouderschap',
  'het is heet',
  'naam is bekend',
  'Naam: onbekend',
  'Ms Teams',
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

test('several in one text are named in their order, each with its place', () => {
  const text = 'a@b.nl, 0612345678 en mevrouw De Vries (3-4-1998)';
  expect(findIdentifiers(text)).toEqual([
    { kind: 'email', text: 'a@b.nl', start: 0, end: 6 },
    { kind: 'phone', text: '0612345678', start: 8, end: 18 },
    { kind: 'name', text: 'De Vries', start: 30, end: 38 },
    { kind: 'birth-date', text: '3-4-1998', start: 40, end: 48 },
  ]);
});

describe('what is written in other characters', () => {
  test.each<[string, IdentifierKind, string]>([
    ['wide digits', 'bsn', '１２３４５６７８２'],
    ['Arabic digits', 'bsn', '١٢٣٤٥٦٧٨٢'],
    ['long dashes', 'bsn', '123–456—782'],
    ['minus signs', 'bsn', '123−456−782'],
    ['hard spaces', 'phone', '06\u00a012345678'],
    ['soft hyphens', 'bsn', '123\u00ad456\u00ad782'],
    ['zero-width characters', 'phone', '06\u200b1234\u200d5678'],
    ['a wide at sign', 'email', 'sanne＠voorbeeld.nl'],
    ['letters and accents apart', 'name', 'Jose\u0301'],
    ['a curly apostrophe', 'name', '’t Hart'],
  ])('is found where it stands: %s', (_, kind, written) => {
    const before = kind === 'name' ? '½ ﬁx 👩‍⚕️ mevrouw ' : '½ ﬁx 👩‍⚕️ ';
    const found = { kind, text: written, start: before.length, end: (before + written).length };
    expect(findIdentifiers(`${before}${written} belt`)).toEqual([found]);
  });
});

describe('a fingerprint', () => {
  const of = (text: string) => fingerprintOf(findIdentifiers(text));

  test('is that of the findings, wherever they stand', () => {
    expect(of('bel 0612345678')).toMatch(/^[\da-f]{8}$/);
    expect(of('bel 0612345678')).toBe(of('Graag overleg, bel 0612345678 vandaag'));
  });

  test.each(['bel 0612345679', 'bel 0612345678 of a@b.nl', 'bel 06 12345678', 'bel niet'])(
    'is another for: %s',
    (other) => {
      expect(of(other)).not.toBe(of('bel 0612345678'));
    },
  );

  test('tells kinds apart', () => {
    const found = { text: '0612345678', start: 0, end: 10 };
    expect(fingerprintOf([{ ...found, kind: 'phone' }])).not.toBe(
      fingerprintOf([{ ...found, kind: 'iban' }]),
    );
  });
});

test.each(IDENTIFIER_KINDS)('that %s identifies nobody can be said, but not of a BSN', (kind) => {
  const found = { kind, text: 'x', start: 0, end: 1 };
  expect(mayIdentifyNobody([found])).toBe(kind !== 'bsn');
  expect(mayIdentifyNobody([found, { ...found, kind: 'bsn' }])).toBe(false);
});

describe('a text that is made to be slow', () => {
  const HOSTILE = [
    ...['1.', '1 ', '(0', '1-1-', 'a.', 'a@a.', 'NL91', '2311 AB ', 'straat', 'bsn is van het '],
    ...['Van ', 'mw. A. ', 'naam van de a b is ', 'geboren op de in ', 'ﷺ', '\u00ad'],
  ];

  /** The fastest of three, in milliseconds: what else the machine does only ever adds. */
  function timeFor(text: string): number {
    const times = [1, 2, 3].map(() => {
      const before = performance.now();
      findIdentifiers(text);
      return performance.now() - before;
    });
    return Math.min(...times);
  }

  test.each(HOSTILE)('%j costs as much more as it is longer', (part) => {
    const ofLength = (length: number) => part.repeat(length).slice(0, length);
    const short = Math.max(timeFor(ofLength(1_000)), 2);
    // Ten times as long is ten times the work; were it to grow as a square, a hundred times.
    expect(timeFor(ofLength(10_000))).toBeLessThan(50 * short);
  });
});

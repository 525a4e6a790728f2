import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../cards/words/words.js';
import { COLUMN_READERS, IMPORT_COLUMNS, type ImportValues } from '../../data/imported/columns.js';
import { importGuide } from '../../data/imported/guide.js';
import { readImportRow } from '../../data/imported/row.js';
import { HOLLANDS_MIDDEN } from '../builders.js';

const { checklist, organisationTypes } = wordsIn('nl');
const guide = importGuide(HOLLANDS_MIDDEN, '2026-11-16', {
  domains: { social: ['sociaal'], medical: ['medisch'] },
  organisationTypes,
  elsewhere: checklist.elsewhere,
  reasons: checklist.reasons,
  outcomes: checklist.outcomes,
});

/** A talk that was escalated and closed, in the midst of every term. */
const WHOLE: ImportValues = {
  external_id: 'dossier 7',
  opened_on: '2021-03-10',
  domain: 'social',
  organisation: '',
  organisation_type: 'youth-health',
  municipality: 'leiden',
  talk: 'yes',
  reasons: 'finance;complex',
  escalated_on: '2021-03-12',
  closed_on: '2021-04-01',
  outcome: 'postponed',
  contraception_realised_on: '2021-03-20',
};
const NO_ESCALATION = { reasons: '', escalated_on: '', closed_on: '', outcome: '' };

const read = (values: Partial<ImportValues>) => readImportRow({ ...WHOLE, ...values }, guide);

function brokenBy(values: Partial<ImportValues>): string[] {
  const row = read(values);
  return row.ok ? [] : row.broken.map(({ column, rule }) => `${column} ${rule}`);
}

describe('a row', () => {
  it('has a reader for every column', () => {
    expect(COLUMN_READERS.map(({ name }) => name)).toEqual(IMPORT_COLUMNS);
  });

  it('says what is kept of it', () => {
    expect(read({ organisation: 'jgz voorbeeld' })).toEqual({
      ok: true,
      externalId: 'dossier 7',
      past: {
        openedOn: '2021-03-10',
        domain: 'social',
        organisation: 'jgz-voorbeeld',
        organisationType: 'youth-health',
        municipality: 'leiden',
        talk: true,
        escalation: {
          on: '2021-03-12',
          reasons: ['complex', 'finance'],
          participation: 'participating',
          closed: { on: '2021-04-01', outcome: 'postponed' },
        },
        realisedOn: '2021-03-20',
      },
    });
  });

  it('keeps nothing of an organisation that the region file does not have', () => {
    const row = read({ organisation: 'Praktijk van mevrouw Jansen' });
    expect(row.ok && row.past).not.toHaveProperty('organisation');
    expect(JSON.stringify(row)).not.toContain('Jansen');
  });

  it('answers every rule it breaks, with the value', () => {
    const row = read({ external_id: '', domain: 'zorg', opened_on: '2021-02-29' });
    expect(row).toEqual({
      ok: false,
      broken: [
        { column: 'external_id', value: '', rule: 'is missing' },
        {
          column: 'opened_on',
          value: '2021-02-29',
          rule: 'is not a date: write YYYY-MM-DD or YYYY-MM',
        },
        { column: 'domain', value: 'zorg', rule: 'is unknown: write social or medical' },
      ],
    });
  });
});

describe('a rule about one value', () => {
  it.each<[string, Partial<ImportValues>, boolean]>([
    ['an id', { external_id: '0' }, true],
    ['no id', { external_id: '' }, false],
    ['a day', { opened_on: '2021-03-10' }, true],
    ['a month', { opened_on: '2021-03' }, true],
    ['a leap day', { opened_on: '2020-02-29' }, true],
    ['a leap day in another year', { opened_on: '2021-02-29' }, false],
    ['a thirteenth month', { opened_on: '2021-13' }, false],
    ['a year', { opened_on: '2021' }, false],
    ['a date the other way round', { opened_on: '10-03-2021' }, false],
    ['a moment', { opened_on: '2021-03-10T09:00' }, false],
    ['no date', { opened_on: '' }, false],
    ['the first day of the programme', { opened_on: '2020-01-01' }, true],
    ['the day before', { opened_on: '2019-12-31' }, false],
    ['its first month', { opened_on: '2020-01' }, true],
    ['the month before', { opened_on: '2019-12' }, false],
    ['realised today', { contraception_realised_on: '2026-11-16' }, true],
    ['realised tomorrow', { contraception_realised_on: '2026-11-17' }, false],
    ['realised this month', { contraception_realised_on: '2026-11' }, true],
    ['realised next month', { contraception_realised_on: '2026-12' }, false],
    ['realised before the programme', { contraception_realised_on: '2019-12' }, false],
    ['closed today', { closed_on: '2026-11-16' }, true],
    ['closed tomorrow', { closed_on: '2026-11-17' }, false],
    [
      'escalated tomorrow',
      { ...NO_ESCALATION, reasons: 'finance', escalated_on: '2026-11-17' },
      false,
    ],
    ['a domain in Dutch', { domain: 'Medisch' }, true],
    ['another domain', { domain: 'zorg' }, false],
    ['no domain', { domain: '' }, false],
    ['a type by its id', { organisation_type: 'midwives' }, true],
    ['a type in Dutch', { organisation_type: 'Verloskundigen' }, true],
    ['a type of several words', { organisation_type: 'welzijn  en maatschappelijk werk' }, true],
    ['another type', { organisation_type: 'apotheek' }, false],
    ['a municipality by its id', { municipality: 'alphen-aan-den-rijn' }, true],
    ['a municipality by its name', { municipality: 'Alphen aan den Rijn' }, true],
    ['one that does not take part', { municipality: 'gouda' }, true],
    ['elsewhere', { municipality: 'no-fixed-abode' }, true],
    ['elsewhere in Dutch', { municipality: 'buiten de regio' }, true],
    ['a municipality of another region', { municipality: 'Utrecht' }, false],
    ['no municipality', { municipality: '' }, false],
    ['ja', { talk: 'ja' }, true],
    ['YES', { talk: 'YES' }, true],
    ['nee', { talk: 'nee' }, true],
    ['one for yes', { talk: '1' }, false],
    ['nothing for no', { talk: '' }, false],
    ['every reason', { reasons: 'complex;finance; somatic-network ;follow-up' }, true],
    ['a reason twice', { reasons: 'finance;finance' }, true],
    ['another reason', { reasons: 'finance;geld' }, false],
    ['a reason that is not there', { reasons: 'finance;' }, false],
    ['an outcome', { outcome: 'contact-lost' }, true],
    ['closed without an outcome', { outcome: '' }, true],
    ['another outcome', { outcome: 'goed' }, false],
  ])('%s', (_, values, holds) => {
    expect(brokenBy(values)).toHaveLength(holds ? 0 : 1);
  });
});

describe('a rule about values together', () => {
  it.each<[string, Partial<ImportValues>, string[]]>([
    ['a talk alone', NO_ESCALATION, []],
    [
      'reasons without an escalation',
      { ...NO_ESCALATION, reasons: 'finance' },
      ['reasons needs escalated_on'],
    ],
    ['an escalation without reasons', { reasons: '' }, ['escalated_on needs reasons']],
    [
      'an end without an escalation',
      { ...NO_ESCALATION, closed_on: '2021-04-01' },
      ['closed_on needs escalated_on'],
    ],
    ['an outcome without an end', { closed_on: '' }, ['outcome needs closed_on']],
    ['escalated on the day it was opened', { escalated_on: '2021-03-10' }, []],
    [
      'escalated the day before',
      { escalated_on: '2021-03-09' },
      ['escalated_on is earlier than opened_on'],
    ],
    ['escalated in the month it was opened', { escalated_on: '2021-03' }, []],
    [
      'escalated the month before',
      { escalated_on: '2021-02' },
      ['escalated_on is earlier than opened_on'],
    ],
    ['opened in the month it was escalated', { opened_on: '2021-03' }, []],
    [
      'opened the month after',
      { opened_on: '2021-04' },
      ['escalated_on is earlier than opened_on'],
    ],
    ['closed on the day it was escalated', { closed_on: '2021-03-12' }, []],
    [
      'closed the day before',
      { closed_on: '2021-03-11' },
      ['closed_on is earlier than escalated_on'],
    ],
    ['closed in the month it was escalated', { closed_on: '2021-03' }, []],
    ['realised before it was opened', { contraception_realised_on: '2021-01' }, []],
    ['an escalation without a talk', { talk: 'no' }, []],
    ['only a realisation', { talk: 'no', ...NO_ESCALATION }, []],
    [
      'nothing at all',
      { talk: 'no', ...NO_ESCALATION, contraception_realised_on: '' },
      ['talk leaves nothing to count: no talk, no escalation and no realised contraception'],
    ],
  ])('%s', (_, values, broken) => {
    expect(brokenBy(values)).toEqual(broken);
  });

  it('says nothing of order when a date is wrong in itself', () => {
    expect(brokenBy({ opened_on: 'maart' })).toHaveLength(1);
  });
});

it.each([
  ['leiden', '2021-03-12', 'participating'],
  ['alphen-aan-den-rijn', '2020-09', 'participating'],
  ['alphen-aan-den-rijn', '2020-08-31', 'not-participating'],
  ['unknown', '2021-03-12', 'unknown'],
])('whether %s takes part on %s: %s', (municipality, on, participation) => {
  const dates = { opened_on: '2020-08', escalated_on: on, closed_on: '', outcome: '' };
  const row = read({ municipality, ...dates });
  expect(row.ok && row.past.escalation?.participation).toBe(participation);
});

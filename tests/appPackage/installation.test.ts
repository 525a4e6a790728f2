import { describe, expect, it } from 'vitest';
import { readInstallation } from '../../appPackage/installation.js';
import { ENVIRONMENT, PACKAGE_JSON } from './aPackage.js';

function problems(env: Record<string, string | undefined>): string[] {
  const read = readInstallation({ ...ENVIRONMENT, ...env }, PACKAGE_JSON);
  return read.ok ? [] : read.problems;
}

describe('what an installation must say', () => {
  it('is enough like this', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ TEAMS_APP_ID: ' ' })).toEqual([]);
  });

  it.each(Object.keys(ENVIRONMENT))('%s, or what to write there', (name) => {
    for (const absent of [undefined, '', '  ']) {
      expect(problems({ [name]: absent })).toEqual([
        expect.stringMatching(`^${name} is missing: write `),
      ]);
    }
  });

  it.each([
    ['MICROSOFT_APP_ID', 'nnz', 'is not valid: write the app id of the bot, a GUID such as '],
    ['TEAMS_APP_ID', 'nnz', 'is not valid: write a GUID such as '],
    ['DEVELOPER_NAME', 'x'.repeat(33), 'is too long: Teams shows 32 characters at most'],
    ['DEVELOPER_WEBSITE', 'www.example.nl', 'is not valid: write the page where people find help'],
    ['PRIVACY_URL', 'http://www.example.nl/p', 'is not valid: write the privacy statement'],
    ['TERMS_URL', 'javascript:alert(1)', 'is not valid: write the terms of use'],
  ])('%s cannot be %s', (name, value, message) => {
    expect(problems({ [name]: value })).toEqual([expect.stringContaining(`${name} ${message}`)]);
  });

  it('and all that is wrong is said at once', () => {
    const env = Object.fromEntries(Object.keys(ENVIRONMENT).map((name) => [name, '']));
    expect(problems(env)).toHaveLength(5);
  });
});

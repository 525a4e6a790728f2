import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../bot/config.js';

const APP = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';

const LOCAL = { ALLOW_ANONYMOUS: 'true' };
const SINGLE_TENANT = {
  MICROSOFT_APP_TYPE: 'SingleTenant',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TENANT_ID: TENANT,
  MICROSOFT_APP_PASSWORD: 'correct horse',
};
const MSI = {
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_ID: APP,
  MICROSOFT_APP_TENANT_ID: TENANT,
};

describe('the environment', () => {
  it('runs without credentials on loopback when that is asked for', () => {
    expect(readConfig(LOCAL)).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 3978,
        dataDir: '.data',
        regionsDir: resolve(import.meta.dirname, '../../data/regions'),
        logLevel: 'info',
        identity: { kind: 'anonymous' },
      },
    });
  });

  it('keeps an anonymous bot to one tenant when that is given', () => {
    expect(readConfig({ ...LOCAL, MICROSOFT_APP_TENANT_ID: 'playground' })).toMatchObject({
      config: { identity: { kind: 'anonymous', tenantId: 'playground' } },
    });
  });

  it('takes a single-tenant bot and listens on every address', () => {
    expect(readConfig(SINGLE_TENANT)).toMatchObject({
      config: {
        host: '0.0.0.0',
        identity: {
          kind: 'entra',
          appType: 'SingleTenant',
          appId: APP,
          tenantId: TENANT,
          password: 'correct horse',
        },
      },
    });
  });

  it('takes a managed identity', () => {
    const identity = { kind: 'entra', appType: 'UserAssignedMSI', appId: APP, tenantId: TENANT };
    expect(readConfig(MSI)).toMatchObject({ config: { identity } });
  });

  it('reads the other variables', () => {
    const env = {
      ...SINGLE_TENANT,
      PORT: '0',
      HOST: '10.0.0.4',
      PUBLIC_URL: 'https://bot.example.nl',
      DATA_DIR: '/srv/bot',
      REGIONS_DIR: '/srv/regions',
      LOG_LEVEL: 'warn',
    };
    expect(readConfig(env)).toMatchObject({
      config: {
        port: 0,
        host: '10.0.0.4',
        publicUrl: 'https://bot.example.nl',
        dataDir: '/srv/bot',
        regionsDir: '/srv/regions',
        logLevel: 'warn',
      },
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ ...LOCAL, PORT: '', MICROSOFT_APP_ID: '  ', DATABASE_URL: '' })).toEqual(
      readConfig(LOCAL),
    );
  });

  it('finds the shipped regions wherever it is started', () => {
    const read = readConfig(LOCAL);
    expect(read.ok && existsSync(join(read.config.regionsDir, '..', 'region.ts'))).toBe(true);
  });
});

describe('refused, with the variable and what to write instead', () => {
  it.each([
    ['no identity at all', {}, 'MICROSOFT_APP_ID is missing', 'ALLOW_ANONYMOUS=true'],
    [
      'anonymous switched off, no app id',
      { ALLOW_ANONYMOUS: 'false' },
      'MICROSOFT_APP_ID is missing',
      'write the app id',
    ],
    [
      'an unclear yes',
      { ...SINGLE_TENANT, ALLOW_ANONYMOUS: 'yes' },
      'ALLOW_ANONYMOUS',
      'write true or false',
    ],
    ['anonymous to the network', { ...LOCAL, HOST: '0.0.0.0' }, 'HOST', 'write 127.0.0.1'],
    ['anonymous by name', { ...LOCAL, HOST: '127.0.0.1.evil.nl' }, 'HOST', 'write 127.0.0.1'],
    ['both identities', { ...SINGLE_TENANT, ...LOCAL }, 'ALLOW_ANONYMOUS', 'leave one of the two'],
    [
      'no app type',
      { ...SINGLE_TENANT, MICROSOFT_APP_TYPE: undefined },
      'MICROSOFT_APP_TYPE is missing',
      'write SingleTenant or UserAssignedMSI',
    ],
    [
      'multi-tenant',
      { ...SINGLE_TENANT, MICROSOFT_APP_TYPE: 'MultiTenant' },
      'MICROSOFT_APP_TYPE is MultiTenant',
      'write SingleTenant or UserAssignedMSI',
    ],
    [
      'an unknown app type',
      { ...SINGLE_TENANT, MICROSOFT_APP_TYPE: 'singletenant' },
      'MICROSOFT_APP_TYPE is unknown',
      'write SingleTenant or UserAssignedMSI',
    ],
    [
      'an app id that is none',
      { ...SINGLE_TENANT, MICROSOFT_APP_ID: 'nnz-bot' },
      'MICROSOFT_APP_ID is not an id',
      'write a GUID',
    ],
    [
      'single-tenant without password',
      { ...SINGLE_TENANT, MICROSOFT_APP_PASSWORD: undefined },
      'MICROSOFT_APP_PASSWORD is missing',
      'write a client secret',
    ],
    [
      'single-tenant without tenant',
      { ...SINGLE_TENANT, MICROSOFT_APP_TENANT_ID: undefined },
      'MICROSOFT_APP_TENANT_ID is missing',
      'write the id of your Entra tenant',
    ],
    [
      'a tenant by name',
      { ...SINGLE_TENANT, MICROSOFT_APP_TENANT_ID: 'example.nl' },
      'MICROSOFT_APP_TENANT_ID is missing or not a GUID',
      'write the id of your Entra tenant',
    ],
    [
      'managed identity without tenant',
      { ...MSI, MICROSOFT_APP_TENANT_ID: undefined },
      'MICROSOFT_APP_TENANT_ID is missing',
      'write the id of your Entra tenant',
    ],
    [
      'managed identity with a password',
      { ...MSI, MICROSOFT_APP_PASSWORD: 'x' },
      'MICROSOFT_APP_PASSWORD has no use',
      'leave it out',
    ],
    ['a port in words', { ...LOCAL, PORT: 'http' }, 'PORT is not a port', 'such as 3978'],
    ['a port too high', { ...LOCAL, PORT: '65536' }, 'PORT is not a port', 'such as 3978'],
    ['a negative port', { ...LOCAL, PORT: '-1' }, 'PORT is not a port', 'such as 3978'],
    ['half an address', { ...LOCAL, PUBLIC_URL: 'bot' }, 'PUBLIC_URL', 'write https://'],
    ['another protocol', { ...LOCAL, PUBLIC_URL: 'ftp://bot.nl' }, 'PUBLIC_URL', 'write https://'],
    [
      'another database',
      { ...LOCAL, DATABASE_URL: 'mysql://bot:geheim@db/nnz' },
      'DATABASE_URL is not an address of PostgreSQL',
      'write postgres://',
    ],
    ['an unknown log level', { ...LOCAL, LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'write fatal'],
  ])('%s', (_title, env, problem, instead) => {
    const read = readConfig(env);
    const problems = read.ok ? [] : read.problems;
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems).toEqual([expect.stringContaining(instead)]);
  });

  it('says everything at once, and repeats no secret', () => {
    const read = readConfig({
      PORT: 'http',
      DATABASE_URL: 'bot:geheim@db/nnz',
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_PASSWORD: 'correct horse',
    });
    const problems = read.ok ? '' : read.problems.join('\n');
    expect(problems.split('\n')).toHaveLength(4);
    expect(problems).not.toMatch(/geheim|correct horse/);
  });
});

import { fileURLToPath } from 'node:url';
import { z } from 'zod/v4';

export type Entra = { kind: 'entra'; appId: string; tenantId: string } & (
  { appType: 'SingleTenant'; password: string } | { appType: 'UserAssignedMSI' }
);

/**
 * Who the bot is. Without a `tenantId` an anonymous bot takes people from any tenant: safe, because
 * it listens on loopback only, where nobody but this machine can speak to it.
 */
export type Identity = { kind: 'anonymous'; tenantId?: string } | Entra;

export interface Config {
  host: string;
  port: number;
  publicUrl?: string;
  dataDir: string;
  /** PostgreSQL in place of the store in `dataDir`. */
  databaseUrl?: string;
  regionsDir: string;
  logLevel: LogLevel;
  identity: Identity;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Beside this room, both in the sources and in `dist/`, where tsc copies the region files to. */
const SHIPPED_REGIONS = fileURLToPath(new URL('../data/regions', import.meta.url));

const NOT_A_PORT = 'is not a port: write a number from 0 to 65535, such as 3978';
const NOT_AN_ID = 'is not an id: write a GUID, such as 11111111-1111-4111-8111-111111111111';

const environment = z.object({
  PORT: z
    .string()
    .refine((port) => /^\d{1,5}$/.test(port) && Number(port) <= 65_535, NOT_A_PORT)
    .transform(Number)
    .default(3978),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'is not an address: write https://bot.example.nl' })
    .optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl().optional(),
  REGIONS_DIR: z.string().default(SHIPPED_REGIONS),
  MICROSOFT_APP_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], { error: whyNotThisType })
    .optional(),
  MICROSOFT_APP_ID: z.guid(NOT_AN_ID).optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  // The Agents Playground's tenant is not a GUID, so that its form is checked with the app id only.
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  ALLOW_ANONYMOUS: z.enum(['true', 'false'], 'is unclear: write true or false').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is unknown: write ${LOG_LEVELS.join(', ')}`).default('info'),
});

function databaseUrl(otherwise = '') {
  const example = 'postgres://role:password@host:5432/database';
  return z.url({
    protocol: /^postgres(?:ql)?$/,
    error: ({ input }) =>
      input === undefined
        ? `is missing: ${otherwise}, as ${example}`
        : `is not an address of PostgreSQL: write ${example}`,
  });
}

type Given = Partial<Record<string, string>>;

/** Reads everything the bot takes from its environment; an empty variable counts as absent. */
export function readConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; problems: string[] } {
  const given = withoutBlanks(env);
  const parsed = environment.safeParse(given);
  const identity = given.MICROSOFT_APP_ID
    ? readEntra(given, given.MICROSOFT_APP_ID)
    : readAnonymous(given);
  if (parsed.success && !Array.isArray(identity)) {
    return { ok: true, config: toConfig(parsed.data, identity) };
  }
  const malformed = parsed.error ? problemsOf(parsed.error) : [];
  return { ok: false, problems: [...malformed, ...(Array.isArray(identity) ? identity : [])] };
}

/** What commands beside the bot need: they store or read, and speak to nobody. */
export type StoreConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'regionsDir'>;

const storeEnvironment = environment.pick({
  DATA_DIR: true,
  DATABASE_URL: true,
  REGIONS_DIR: true,
});

export function readStoreConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: StoreConfig } | { ok: false; problems: string[] } {
  const parsed = storeEnvironment.safeParse(withoutBlanks(env));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  return { ok: true, config: toStoreConfig(parsed.data) };
}

const migrateEnvironment = z.object({
  MIGRATE_DATABASE_URL: databaseUrl('write it with the role that owns the tables'),
  DATABASE_URL: databaseUrl('write it with the role of the bot'),
});

/** What preparing a database needs: the addresses of its owner and of the bot. */
export function readMigrateConfig(
  env: Record<string, string | undefined>,
): { ok: true; config: { ownerUrl: string; botUrl: string } } | { ok: false; problems: string[] } {
  const parsed = migrateEnvironment.safeParse(withoutBlanks(env));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { MIGRATE_DATABASE_URL: ownerUrl, DATABASE_URL: botUrl } = parsed.data;
  return { ok: true, config: { ownerUrl, botUrl } };
}

function problemsOf({ issues }: z.ZodError): string[] {
  return issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

function toStoreConfig(env: z.infer<typeof storeEnvironment>): StoreConfig {
  return {
    dataDir: env.DATA_DIR,
    regionsDir: env.REGIONS_DIR,
    ...(env.DATABASE_URL !== undefined && { databaseUrl: env.DATABASE_URL }),
  };
}

function toConfig(env: z.infer<typeof environment>, identity: Identity): Config {
  return {
    host: env.HOST ?? (identity.kind === 'anonymous' ? '127.0.0.1' : '0.0.0.0'),
    port: env.PORT,
    ...(env.PUBLIC_URL !== undefined && { publicUrl: env.PUBLIC_URL }),
    ...toStoreConfig(env),
    logLevel: env.LOG_LEVEL,
    identity,
  };
}

function readAnonymous(given: Given): Identity | string[] {
  const problems = broken(ANONYMOUS_RULES, given);
  if (problems.length > 0) return problems;
  const tenantId = given.MICROSOFT_APP_TENANT_ID;
  return { kind: 'anonymous', ...(tenantId !== undefined && { tenantId }) };
}

function readEntra(given: Given, appId: string): Identity | string[] {
  const problems = broken(ENTRA_RULES, given);
  const { MICROSOFT_APP_TENANT_ID: tenantId, MICROSOFT_APP_PASSWORD: password } = given;
  if (problems.length > 0 || !tenantId) return problems;
  return password
    ? { kind: 'entra', appType: 'SingleTenant', appId, tenantId, password }
    : { kind: 'entra', appType: 'UserAssignedMSI', appId, tenantId };
}

interface Rule {
  holds: (given: Given) => boolean;
  problem: string;
}

const ANONYMOUS_RULES: Rule[] = [
  {
    // With an empty app id the SDK lets everybody in, so that this must be said aloud.
    holds: (given) => given.ALLOW_ANONYMOUS === 'true',
    problem:
      'MICROSOFT_APP_ID is missing: write the app id of the bot, or ALLOW_ANONYMOUS=true on your own machine',
  },
  {
    holds: (given) => given.ALLOW_ANONYMOUS !== 'true' || isLoopback(given.HOST ?? '127.0.0.1'),
    problem: 'HOST is not loopback, which ALLOW_ANONYMOUS needs: write 127.0.0.1 or leave it out',
  },
];

const ENTRA_RULES: Rule[] = [
  {
    holds: (given) => given.ALLOW_ANONYMOUS !== 'true',
    problem: 'ALLOW_ANONYMOUS cannot go with MICROSOFT_APP_ID: leave one of the two out',
  },
  {
    // The SDK would silently take an absent type for MultiTenant.
    holds: (given) => given.MICROSOFT_APP_TYPE !== undefined,
    problem: 'MICROSOFT_APP_TYPE is missing: write SingleTenant or UserAssignedMSI',
  },
  {
    holds: (given) => z.guid().safeParse(given.MICROSOFT_APP_TENANT_ID).success,
    problem: 'MICROSOFT_APP_TENANT_ID is missing or not a GUID: write the id of your Entra tenant',
  },
  {
    holds: (given) =>
      given.MICROSOFT_APP_TYPE !== 'SingleTenant' || given.MICROSOFT_APP_PASSWORD !== undefined,
    problem: 'MICROSOFT_APP_PASSWORD is missing: write a client secret of the app registration',
  },
  {
    holds: (given) =>
      given.MICROSOFT_APP_TYPE !== 'UserAssignedMSI' || given.MICROSOFT_APP_PASSWORD === undefined,
    problem: 'MICROSOFT_APP_PASSWORD has no use with UserAssignedMSI: leave it out',
  },
];

function broken(rules: Rule[], given: Given): string[] {
  return rules.filter((rule) => !rule.holds(given)).map((rule) => rule.problem);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function whyNotThisType(issue: { input?: unknown }): string {
  const instead = 'write SingleTenant or UserAssignedMSI';
  return issue.input === 'MultiTenant'
    ? `is MultiTenant, which Azure no longer creates and which trusts every tenant: ${instead}`
    : `is unknown, which the SDK would take for MultiTenant: ${instead}`;
}

function withoutBlanks(env: Record<string, string | undefined>): Given {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

import { z } from 'zod/v4';

/** What differs from one installation to another. */
export interface Installation {
  version: string;
  appId: string;
  botId: string;
  developer: string;
  website: string;
  privacyUrl: string;
  termsUrl: string;
}

const GUID = 'a GUID such as 7c1f2a90-4d3b-4e8a-9b56-0f2d8c7e1a34';
const HTTPS = (page: string) =>
  z.url({ protocol: /^https$/, error: (issue) => problem(issue.input, page) });

const environment = z.object({
  MICROSOFT_APP_ID: z.guid({
    error: ({ input }) => problem(input, `the app id of the bot, ${GUID}`),
  }),
  TEAMS_APP_ID: z.guid(`is not valid: write ${GUID}, or leave it out`).optional(),
  DEVELOPER_NAME: z
    .string({ error: ({ input }) => problem(input, 'the organisation that runs the bot') })
    .max(32, 'is too long: Teams shows 32 characters at most'),
  DEVELOPER_WEBSITE: HTTPS('the page where people find help, such as https://www.example.nl/nnz'),
  PRIVACY_URL: HTTPS('the privacy statement, such as https://www.example.nl/nnz/privacy'),
  TERMS_URL: HTTPS('the terms of use, such as https://www.example.nl/nnz/voorwaarden'),
});

const packageJson = z.object({ version: z.string() });

/** From the environment and the text of `package.json`; an empty variable counts as absent. */
export function readInstallation(
  env: Record<string, string | undefined>,
  packageText: string,
): { ok: true; installation: Installation } | { ok: false; problems: string[] } {
  const parsed = environment.safeParse(withoutBlanks(env));
  if (!parsed.success) {
    const { issues } = parsed.error;
    return { ok: false, problems: issues.map((one) => `${one.path.join('.')} ${one.message}`) };
  }
  const { data } = parsed;
  const installation = {
    version: packageJson.parse(JSON.parse(packageText)).version,
    appId: (data.TEAMS_APP_ID ?? data.MICROSOFT_APP_ID).toLowerCase(),
    botId: data.MICROSOFT_APP_ID.toLowerCase(),
    developer: data.DEVELOPER_NAME,
    website: data.DEVELOPER_WEBSITE,
    privacyUrl: data.PRIVACY_URL,
    termsUrl: data.TERMS_URL,
  };
  return { ok: true, installation };
}

function problem(given: unknown, wanted: string): string {
  return given === undefined ? `is missing: write ${wanted}` : `is not valid: write ${wanted}`;
}

function withoutBlanks(env: Record<string, string | undefined>): Record<string, string> {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

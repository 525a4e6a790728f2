import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { z } from 'zod/v4';
import type { Identity } from './config.js';
import { SendError } from './sendError.js';

/** By the names that the SDK asks for. */
interface Settings {
  MicrosoftAppType?: string;
  MicrosoftAppId?: string;
  MicrosoftAppTenantId?: string;
  MicrosoftAppPassword?: string;
}

/** Empty for an anonymous bot: without an app id the SDK checks no signature and fetches no token. */
export function toSettings(identity: Identity): Settings {
  if (identity.kind === 'anonymous') return {};
  return {
    MicrosoftAppType: identity.appType,
    MicrosoftAppId: identity.appId,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.appType === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
  };
}

/** What a token is for, and where it is fetched; the tenant is the bot's own. */
const SCOPE = 'https://api.botframework.com';
const LOGIN = 'https://login.microsoftonline.com/';

/**
 * The `Authorization` of a request to Teams; nothing for an anonymous bot. Throws SendError: without
 * a token nothing was sent, and the message can safely be tried again later.
 */
export function createSignature(
  identity: Identity,
  timeoutMs: number,
): () => Promise<string | undefined> {
  if (identity.kind === 'anonymous') return () => Promise.resolve(undefined);
  // They keep the token, and renew it before it ends.
  let credentials: Tokens | undefined;
  const bearer = async () => {
    credentials ??= await tokensOf(identity);
    return `Bearer ${await credentials.getToken()}`;
  };
  return () => inTime(bearer(), timeoutMs);
}

interface Tokens {
  getToken(): Promise<string>;
}

async function tokensOf(identity: Exclude<Identity, { kind: 'anonymous' }>): Promise<Tokens> {
  const { appId, tenantId } = identity;
  const factory = new ConfigurationServiceClientCredentialFactory(toSettings(identity));
  const credentials = await factory.createCredentials(appId, SCOPE, LOGIN + tenantId, true);
  if (!giveTokens(credentials)) throw new Error('the SDK made credentials that give no token');
  return credentials;
}

/** All of the SDK's do; their type promises only that they sign the requests of its own client. */
function giveTokens(credentials: object): credentials is Tokens {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}

async function inTime<T>(signed: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SendError('not-sent', 'no access token in time'));
    }, timeoutMs);
  });
  try {
    return await Promise.race([signed, late]);
  } catch (error) {
    if (error instanceof SendError) throw error;
    const known = z.object({ errorCode: z.string().regex(/^\w{1,60}$/) }).safeParse(error);
    throw new SendError('not-sent', `no access token ${known.data?.errorCode ?? ''}`.trimEnd());
  } finally {
    clearTimeout(timer);
  }
}

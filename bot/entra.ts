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

/** Of the SDK's credentials: they set one header, of whatever request they are given. */
interface Signer {
  signRequest(request: { headers: Headers }): Promise<unknown>;
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
  const factory = new ConfigurationServiceClientCredentialFactory(toSettings(identity));
  const { appId, tenantId } = identity;
  // They keep the token, and renew it before it ends.
  let credentials: Promise<Signer> | undefined;
  async function sign(): Promise<string | undefined> {
    credentials ??= factory.createCredentials(
      appId,
      SCOPE,
      `${LOGIN}${tenantId}`,
      true,
    ) as unknown as Promise<Signer>;
    const headers = new Headers();
    await (await credentials).signRequest({ headers });
    return headers.get('authorization') ?? undefined;
  }
  return () => inTime(sign(), timeoutMs);
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

import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ConfigurationServiceClientCredentialFactory,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import { z } from 'zod/v4';
import type { Identity } from './config.js';
import { toSettings } from './entra.js';

type Authentication = TeamsAdapter['botFrameworkAuthentication'];
export type Authenticated = Awaited<ReturnType<Authentication['authenticateRequest']>>;
type Client = Awaited<ReturnType<NonNullable<Authenticated['connectorFactory']>['create']>>;

/**
 * Receives activities. What the bot says goes through its own `Connector`; the SDK wants a client of
 * its own in every turn, which would repeat creates.
 */
const NO_CLIENT = {
  get conversations(): never {
    throw new Error('messages are sent by the messenger');
  },
} as unknown as Client;

/** `onTurnError` stays unset: a turn's error reaches the server, which answers without its text. */
export class Adapter extends TeamsAdapter {
  constructor(identity: Identity) {
    const settings = toSettings(identity);
    const { MicrosoftAppId = '', MicrosoftAppTenantId = '' } = settings;
    const credentials = new ConfigurationServiceClientCredentialFactory(settings);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- no factory in the SDK extends the class that it asks for
    super({ MicrosoftAppId, MicrosoftAppTenantId }, credentials);
    this.#makeTokenClientOnce();
  }

  /** Nothing when the signature is missing or wrong. Throws when Microsoft's keys are out of reach. */
  async authenticate(
    authorization: string,
    activity: Activity,
  ): Promise<Authenticated | undefined> {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      if (isKeysOutOfReach(error)) throw error;
      return undefined;
    }
  }

  /** Runs one turn. Throws what the turn throws; `process` would show that to the caller. */
  runTurn(
    from: Authenticated,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const connectorFactory = { create: () => Promise.resolve(NO_CLIENT) };
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the SDK asks for no more of it
    return this.processActivity({ ...from, connectorFactory }, activity, turn);
  }

  /** Nobody signs in, but the SDK wants one for every turn. */
  #makeTokenClientOnce(): void {
    const sdk = this.botFrameworkAuthentication;
    const make = sdk.createUserTokenClient.bind(sdk);
    let made: ReturnType<typeof make> | undefined;
    sdk.createUserTokenClient = (identity) => {
      made ??= make(identity).catch((error: unknown) => {
        made = undefined;
        throw error;
      });
      return made;
    };
  }
}

function isKeysOutOfReach(error: unknown): boolean {
  const outOfReach = z.union([
    z.object({ name: z.literal('FetchError') }),
    z.object({ statusCode: z.literal(500) }),
  ]);
  return outOfReach.safeParse(error).success;
}

/**
 * - `throttled`: Teams refused before doing anything; repeat later.
 * - `not-sent`: the request never left; safe to repeat.
 * - `ambiguous`: it may or may not have taken effect.
 * - `gone`: the conversation or the message no longer exists.
 * - `forbidden`: the bot may not speak there: removed, blocked, not in the roster.
 * - `rejected`: the same request will never succeed.
 */
export type SendFailure =
  'throttled' | 'not-sent' | 'ambiguous' | 'gone' | 'forbidden' | 'rejected';

/** Has no `cause`: the SDK's errors hold the whole request, card and token included. */
export class SendError extends Error {
  override readonly name = 'SendError';

  constructor(
    readonly kind: SendFailure,
    readonly reason: string,
    readonly retryAfterMs?: number,
  ) {
    super(`${kind}: ${reason}`);
  }
}

/** An action of Adaptive Cards, as the templates place it. */
export interface Button {
  type: 'Action.Execute';
  title: string;
  verb: string;
  /** Ids and a nonce, never content. */
  data: Record<string, unknown>;
  style: 'default' | 'positive' | 'destructive';
  /** `none` leaves out the inputs and their checks: back, cancel. */
  associatedInputs: 'auto' | 'none';
  /** The same button where Action.Execute is not supported. */
  fallback: Record<string, unknown>;
}

interface ButtonOptions {
  style?: Button['style'];
  inputs?: Button['associatedInputs'];
}

export function button(
  title: string,
  verb: string,
  data: Record<string, unknown>,
  { style = 'default', inputs = 'none' }: ButtonOptions = {},
): Button {
  const shown = { title, style, associatedInputs: inputs };
  const fallback = { type: 'Action.Submit', ...shown, data: { verb, ...data } };
  return { type: 'Action.Execute', ...shown, verb, data, fallback };
}

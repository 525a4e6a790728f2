/** A button as the templates place it. */
export interface Button {
  title: string;
  verb: string;
  /** Ids and a nonce, never content. */
  data: Record<string, unknown>;
  style: 'default' | 'positive' | 'destructive';
  /** `none` leaves out the inputs and their checks: back, cancel. */
  inputs: 'auto' | 'none';
  /** What the same button sends where Action.Execute is not supported. */
  submit: Record<string, unknown>;
}

interface ButtonOptions {
  style?: Button['style'];
  inputs?: Button['inputs'];
}

export function button(
  title: string,
  verb: string,
  data: Record<string, unknown>,
  { style = 'default', inputs = 'none' }: ButtonOptions = {},
): Button {
  return { title, verb, data, style, inputs, submit: { verb, ...data } };
}

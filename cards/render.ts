import { GlobalSettings, Template } from 'adaptivecards-templating';

/** An Adaptive Card as JSON, ready to send. */
export interface Card {
  type: 'AdaptiveCard';
  [property: string]: unknown;
}

// Without this the engine prints `${name}` to people when a view lacks a field.
GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
  throw new Error(`card view has no value for ${path}`);
};

/** A part of a card that a builder makes, such as one input; a template places it as it is. */
export type Element = Record<string, unknown>;

/**
 * Parses a template once and returns what fills it in. Throws when the view lacks a field: that is
 * a bug in the builder, not something a person should see.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties a template to its view
export function cardTemplate<View extends object>(payload: object): (view: View) => Card {
  const template = new Template(payload);
  return (view) => template.expand({ $root: view }) as Card;
}

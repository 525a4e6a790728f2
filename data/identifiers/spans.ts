/** A part of a text; the end is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Finds one kind of identifier in a text that `plainTextOf` has made plain. */
export type Finder = (text: string) => Span[];

/** A second look for what a pattern alone cannot tell: what was found, and where it begins. */
export type Confirms = (found: string, start: number, match: RegExpExecArray) => boolean;

/**
 * Where a pattern matches, or only its group `it`. The pattern has the flags `d` and `g`. A group in
 * a lookahead finds what overlaps as well. Every repetition in it has an upper bound, so that the
 * work grows with the length of the text and no faster.
 */
export function spansOf(text: string, pattern: RegExp, confirms: Confirms = () => true): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const place = match.indices?.groups?.it ?? match.indices?.[0];
    if (!place) throw new Error(`${pattern.source} has no flag d`);
    const [start, end] = place;
    return confirms(text.slice(start, end), start, match) ? [{ start, end }] : [];
  });
}

/** A text as the patterns read it, and where each of its characters stands in the original. */
export interface PlainText {
  text: string;
  /** Places in the original, by place in `text`; an end is exclusive. */
  starts: number[];
  ends: number[];
}

/**
 * Wide and foreign digits, long dashes and curly quotes become the plain ones; what cannot be seen
 * (soft hyphens, zero-width characters, combining marks) goes, so that it hides no number.
 */
export function plainTextOf(original: string): PlainText {
  const plain: PlainText = { text: '', starts: [], ends: [] };
  let end = 0;
  for (const character of original) {
    const start = end;
    end += character.length;
    const seen = plainCharacter(character);
    plain.text += seen;
    for (let unit = 0; unit < seen.length; unit += 1) {
      plain.starts.push(start);
      plain.ends.push(end);
    }
    // Marked along with what it follows, or taking that away would leave it behind.
    if (seen === '' && plain.ends.length > 0) plain.ends[plain.ends.length - 1] = end;
  }
  return plain;
}

const PLAIN = /^[\n\x20-\x7e]$/;

function plainCharacter(character: string): string {
  if (PLAIN.test(character)) return character;
  return character
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{M}]/gu, '')
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/[\u2018\u2019\u201b\u02bc\u00b4`]/g, "'")
    .replaceAll(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Every script has its ten digits in a row, so the value is the distance to the first of them. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

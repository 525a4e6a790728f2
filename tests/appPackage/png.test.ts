import { describe, expect, it } from 'vitest';
import { drawColourIcon, drawOutlineIcon } from '../../appPackage/drawIcons.js';
import { decodePng, encodePng } from '../../appPackage/png.js';

const TWO = { width: 2, height: 1, pixels: Uint8Array.from([255, 0, 0, 255, 0, 0, 255, 128]) };

describe('a picture', () => {
  it('is read back as it was written', () => {
    expect(decodePng(encodePng(TWO))).toEqual(TWO);
  });

  it.each([
    ['that is another file', (png: Buffer) => png.subarray(1), 'is not a PNG picture'],
    ['that is damaged', (png: Buffer) => png.fill(7, 45, 46), 'is a damaged PNG'],
    ['of another kind', (png: Buffer) => asGrey(png), 'is not a PNG with 8 bits RGBA'],
  ])('%s is refused', (_, change, message) => {
    expect(() => decodePng(change(encodePng(TWO)))).toThrow(message);
  });

  it('is drawn the same every time', () => {
    expect(drawColourIcon('#125b66').equals(drawColourIcon('#125B66'))).toBe(true);
    expect(drawOutlineIcon().equals(drawOutlineIcon())).toBe(true);
  });

  it('has smooth edges', () => {
    const { pixels } = decodePng(drawOutlineIcon());
    const alphas = new Set(pixels.filter((_, n) => n % 4 === 3));
    expect(alphas.size).toBeGreaterThan(4);
  });
});

/** Without a chunk that says what is in it. */
function asGrey(png: Buffer): Buffer {
  return Buffer.concat([png.subarray(0, 8), png.subarray(33)]);
}

import type { Colour } from '../shapes.js';
import type { Image } from '../png.js';
import { GUIDELINES, ICONS, PACKAGE, SCHEMA, type Rule } from './rule.js';

const COLOUR_SIZE = 192;
const SAFE_AREA = 120;
const OUTLINE_SIZE = 32;
/** White on the accent colour must be readable: the contrast that WCAG asks of small text. */
const CONTRAST = 4.5;

export const ICON_RULES: readonly Rule[] = [
  {
    rule: 'The colour icon is 192 by 192 pixels',
    source: `${GUIDELINES}#app-icons`,
    problems: ({ icons: { color } }) => sizeIsNot(COLOUR_SIZE, color),
  },
  {
    rule: 'The colour icon is a full square of one colour, without rounded corners',
    source: `${GUIDELINES}#app-icons`,
    problems: ({ icons: { color } }) => {
      const [corner, ...edge] = pixelsOf(color).filter(({ x, y }) => isOnEdge(color, x, y));
      const isOne = edge.every((pixel) => hex(pixel) === (corner && hex(corner)));
      return isOne && corner?.alpha === 255 ? [] : ['its edge has more than one colour'];
    },
  },
  {
    rule: 'The symbol of the colour icon stays within the 120 by 120 pixels that are never cut off',
    source: `${ICONS}#color-icon-specification`,
    problems: ({ icons: { color } }) => {
      const margin = (COLOUR_SIZE - SAFE_AREA) / 2;
      const isSafe = (at: number) => at >= margin && at < COLOUR_SIZE - margin;
      const [corner, ...others] = pixelsOf(color);
      const outside = others.filter(({ x, y }) => !isSafe(x) || !isSafe(y));
      const strays = outside.filter((pixel) => hex(pixel) !== (corner && hex(corner)));
      return strays.length === 0 ? [] : [`${strays.length} pixels lie outside`];
    },
  },
  {
    rule: 'The outline icon is 32 by 32 pixels',
    source: `${GUIDELINES}#app-icons`,
    problems: ({ icons: { outline } }) => sizeIsNot(OUTLINE_SIZE, outline),
  },
  {
    rule: 'The outline icon is white and transparent, and has no other colour',
    source: `${PACKAGE}#outline-icon`,
    problems: ({ icons: { outline } }) => {
      const pixels = pixelsOf(outline);
      const colours = pixels.filter(({ alpha, ...pixel }) => alpha > 0 && hex(pixel) !== '#ffffff');
      const isDrawn = pixels.some(({ alpha }) => alpha === 255);
      const isOpen = pixels.some(({ alpha }) => alpha === 0);
      return [
        ...(colours.length > 0 ? [`${colours.length} pixels have another colour`] : []),
        ...(isDrawn ? [] : ['nothing in it is white']),
        ...(isOpen ? [] : ['nothing in it is transparent']),
      ];
    },
  },
  {
    rule: 'The outline icon has no padding around its symbol',
    source: `${GUIDELINES}#app-icons`,
    problems: ({ icons: { outline } }) => {
      const drawn = pixelsOf(outline).filter(({ alpha }) => alpha > 127);
      const last = OUTLINE_SIZE - 1;
      const sides: [string, boolean][] = [
        ['left', drawn.some(({ x }) => x === 0)],
        ['right', drawn.some(({ x }) => x === last)],
        ['top', drawn.some(({ y }) => y === 0)],
        ['bottom', drawn.some(({ y }) => y === last)],
      ];
      return sides.filter(([, touches]) => !touches).map(([side]) => `it has room ${side}`);
    },
  },
  {
    rule: 'The accent colour is the background of the icon, and white is readable on it',
    source: SCHEMA,
    problems: ({ manifest: { accentColor }, icons: { color } }) => {
      const [corner] = pixelsOf(color);
      if (!corner) return ['the icon is empty'];
      const isSame = hex(corner) === accentColor.toLowerCase();
      const contrast = whiteOn([corner.red, corner.green, corner.blue]);
      return [
        ...(isSame ? [] : [`accentColor is ${accentColor}, the icon ${hex(corner)}`]),
        ...(contrast >= CONTRAST ? [] : [`the contrast with white is ${contrast.toFixed(1)}`]),
      ];
    },
  },
];

interface Pixel {
  x: number;
  y: number;
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

function pixelsOf({ width, height, pixels }: Image): Pixel[] {
  return Array.from({ length: width * height }, (_, n) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(n * 4, n * 4 + 4);
    return { x: n % width, y: Math.floor(n / width), red, green, blue, alpha };
  });
}

function sizeIsNot(size: number, { width, height }: Image): string[] {
  return width === size && height === size ? [] : [`it is ${width} by ${height}`];
}

function isOnEdge({ width, height }: Image, x: number, y: number): boolean {
  return x === 0 || y === 0 || x === width - 1 || y === height - 1;
}

function hex({ red, green, blue }: Pick<Pixel, 'red' | 'green' | 'blue'>): string {
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The contrast ratio of WCAG 2, between 1 and 21. */
function whiteOn(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const light = part / 255;
    return light <= 0.04045 ? light / 12.92 : ((light + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05);
}

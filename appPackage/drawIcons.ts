import { encodePng } from './png.js';
import { grown, paint, polygon, roundedBox, union, without } from './shapes.js';
import type { Box, Colour, Point, Shape } from './shapes.js';

const COLOUR_ICON_SIZE = 192;
const OUTLINE_ICON_SIZE = 32;

const WHITE: Colour = [255, 255, 255];
/** The same talk seen from the other side. */
const PALE: Colour = [158, 208, 211];

/** Two people talking: two balloons of one size, neither above the other in rank. */
export function drawColourIcon(accentColor: string): Buffer {
  const one = balloon({ left: 38, top: 42, right: 113, bottom: 98, radius: 20 }, [
    [41, 76],
    [41, 114],
    [60, 95],
  ]);
  const other = balloon({ left: 79, top: 75, right: 154, bottom: 131, radius: 20 }, [
    [151, 109],
    [151, 147],
    [132, 128],
  ]);
  const layers = [
    { shape: without(one, grown(other, 7)), colour: PALE },
    { shape: other, colour: WHITE },
  ];
  const background = colourOf(accentColor);
  return encodePng(paint({ size: COLOUR_ICON_SIZE, background, opacity: 255, layers }));
}

/** The same balloons as lines; white all over, so that only the opacity tells what is drawn. */
export function drawOutlineIcon(): Buffer {
  const one = lined({ left: 0, top: 0, right: 20, bottom: 17, radius: 5.5 }, [
    [0, 6],
    [0, 23],
    [9, 14],
  ]);
  const back = { left: 12, top: 9, right: 32, bottom: 26, radius: 5.5 };
  const other = lined(back, [
    [32, 15],
    [32, 32],
    [23, 23],
  ]);
  const shape = union(without(one, grown(roundedBox(back), 2)), other);
  const layers = [{ shape, colour: WHITE }];
  return encodePng(paint({ size: OUTLINE_ICON_SIZE, background: WHITE, opacity: 0, layers }));
}

function balloon(box: Box, tail: readonly Point[]): Shape {
  return union(roundedBox(box), grown(polygon(tail), 3));
}

/** The rim of a balloon, two pixels thick. */
function lined(box: Box, tail: readonly Point[]): Shape {
  const inside = union(grown(roundedBox(box), -2), grown(polygon(tail), -2));
  return without(union(roundedBox(box), polygon(tail)), inside);
}

/** From `#rrggbb`. */
function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

import type { Image } from './png.js';

/** How far a point lies outside, in pixels; negative inside. */
export type Shape = (x: number, y: number) => number;
export type Point = readonly [x: number, y: number];
export type Colour = readonly [red: number, green: number, blue: number];

export interface Layer {
  shape: Shape;
  colour: Colour;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  radius: number;
}

export function roundedBox({ left, top, right, bottom, radius }: Box): Shape {
  return (x, y) => {
    const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
    const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
}

/** With straight sides; `grown` rounds its corners. */
export function polygon(corners: readonly Point[]): Shape {
  const sides = corners.map((corner, n) => [corner, corners.at(n - 1) ?? corner] as const);
  return (x, y) => {
    const away = Math.min(...sides.map(([from, to]) => toSide(x, y, from, to)));
    const crossings = sides.filter(([from, to]) => crosses(x, y, from, to)).length;
    return crossings % 2 === 1 ? -away : away;
  };
}

function toSide(x: number, y: number, [x1, y1]: Point, [x2, y2]: Point): number {
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
  const part = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
}

/** Whether a ray from the point to the right meets the side. */
function crosses(x: number, y: number, [x1, y1]: Point, [x2, y2]: Point): boolean {
  return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}

export const union =
  (...shapes: Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

export const without =
  (shape: Shape, hole: Shape): Shape =>
  (x, y) =>
    Math.max(shape(x, y), -hole(x, y));

export const grown =
  (shape: Shape, pixels: number): Shape =>
  (x, y) =>
    shape(x, y) - pixels;

export interface Canvas {
  size: number;
  background: Colour;
  /** Between 0, transparent, and 255. */
  opacity: number;
  layers: readonly Layer[];
}

/** A square picture; a pixel on an edge is covered for the part that lies inside. */
export function paint({ size, background, opacity, layers }: Canvas): Image {
  const pixels = new Uint8Array(size * size * 4);
  for (let n = 0; n < size * size; n++) {
    const x = (n % size) + 0.5;
    const y = Math.floor(n / size) + 0.5;
    let colour = background;
    let alpha = opacity / 255;
    for (const layer of layers) {
      const cover = Math.min(Math.max(0.5 - layer.shape(x, y), 0), 1);
      colour = mixed(colour, layer.colour, cover);
      alpha += (1 - alpha) * cover;
    }
    pixels.set([...colour.map(Math.round), Math.round(alpha * 255)], n * 4);
  }
  return { width: size, height: size, pixels };
}

function mixed([r, g, b]: Colour, [red, green, blue]: Colour, part: number): Colour {
  return [r + (red - r) * part, g + (green - g) * part, b + (blue - b) * part];
}

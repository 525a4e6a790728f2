import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from 'node:zlib';

/** Four bytes a pixel, row by row: red, green, blue, and how opaque it is. */
export interface Image {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits a channel, red green blue alpha, not interlaced. */
const FORMAT = Buffer.from([8, 6, 0, 0, 0]);
const BYTES_A_PIXEL = 4;

/** The same picture gives the same bytes on every Node: its own zlib differs from version to version. */
export function encodePng({ width, height, pixels }: Image): Buffer {
  const stride = width * BYTES_A_PIXEL;
  const rows = Buffer.alloc((stride + 1) * height);
  // The byte before each row says that its pixels stand there as they are.
  for (let y = 0; y < height; y++) rows.set(row(pixels, y, stride), y * (stride + 1) + 1);
  const header = Buffer.concat([uint32(width), uint32(height), FORMAT]);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.from(zlibSync(rows, { level: 9 }))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Reads back what `encodePng` writes; any other kind of picture is refused with the reason. */
export function decodePng(png: Uint8Array): Image {
  const bytes = Buffer.from(png);
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('is not a PNG picture');
  const chunks = [...chunksIn(bytes)];
  const data = (type: string) => chunks.filter((one) => one.type === type).map((one) => one.data);
  const [header] = data('IHDR');
  if (!header?.subarray(8).equals(FORMAT)) throw new Error('is not a PNG with 8 bits RGBA');
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const pixels = pixelsIn(unzlibSync(Buffer.concat(data('IDAT'))), width, height);
  return { width, height, pixels };
}

function pixelsIn(rows: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * BYTES_A_PIXEL;
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const at = y * (stride + 1);
    if (rows[at] !== 0) throw new Error('is a PNG with filtered rows');
    pixels.set(rows.subarray(at + 1, at + 1 + stride), y * stride);
  }
  return pixels;
}

const row = (pixels: Uint8Array, y: number, stride: number) =>
  pixels.subarray(y * stride, (y + 1) * stride);

function* chunksIn(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    const typed = bytes.subarray(at + 4, end);
    if (crc32(typed) !== bytes.readUInt32BE(end)) throw new Error('is a damaged PNG');
    yield { type: typed.toString('latin1', 0, 4), data: typed.subarray(4) };
    at = end + 4;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

import { crc32 } from 'node:zlib';

/** A seal is the last member of a JSON object: the CRC-32 of all bytes before it. */
const SEAL = /^,"checksum":"([0-9a-f]{8})"\}\n?$/;
const SEAL_LENGTH = ',"checksum":"00000000"}'.length;
export const NEWLINE = 0x0a;

/** One object on one line. */
export function seal(value: object): Buffer {
  const open = Buffer.from(JSON.stringify(value).slice(0, -1));
  return Buffer.concat([open, closing(crc32(open))]);
}

/** Seals pieces that together are a JSON object without its last brace. */
export function* sealPieces(pieces: Iterable<string>): Iterable<Uint8Array> {
  let checksum = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    checksum = crc32(bytes, checksum);
    yield bytes;
  }
  yield closing(checksum);
}

/** Throws with the reason when the bytes are not what was sealed. */
export function unseal(bytes: Buffer): unknown {
  return JSON.parse(`${unsealed(bytes).toString()}}`);
}

/** The bytes before the seal; throws as above. */
export function unsealed(bytes: Buffer): Buffer {
  const length = bytes.at(-1) === NEWLINE ? bytes.length - 1 : bytes.length;
  const open = bytes.subarray(0, Math.max(0, length - SEAL_LENGTH));
  const found = SEAL.exec(bytes.subarray(open.length).toString('latin1'))?.[1];
  if (found === undefined) throw new Error('it does not end with a checksum');
  if (found !== checksumOf(open)) throw new Error('its checksum does not match its content');
  return open;
}

function closing(checksum: number): Buffer {
  return Buffer.from(`,"checksum":"${hex(checksum)}"}\n`);
}

/** CRC-32 in eight hexadecimal digits. */
export function checksumOf(data: Buffer | string): string {
  return hex(crc32(data));
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}

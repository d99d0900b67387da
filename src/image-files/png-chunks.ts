import { crc32 } from 'node:zlib';

/** Where a PNG file's first chunk begins, behind the signature. */
const FIRST_CHUNK = 8;

/** Bytes of a chunk around its data: length, type, CRC. */
const FRAME = 12;

/** One chunk of a PNG file. */
interface PngChunk {
  /** Four letters, such as `IHDR`. */
  readonly type: string;
  readonly data: Buffer;
  /** Offset of the first byte behind the chunk. */
  readonly end: number;
}

/** A PNG file's chunks in their order; stops where one does not lie inside the file. Checks no CRC. */
export function* pngChunks(file: Buffer): Generator<PngChunk> {
  let at = FIRST_CHUNK;
  while (at + FRAME <= file.length) {
    const end = at + FRAME + file.readUInt32BE(at);
    if (end > file.length) return;
    const type = file.toString('latin1', at + 4, at + 8);
    yield { type, data: file.subarray(at + 8, end - 4), end };
    at = end;
  }
}

/** A chunk as it stands in a file: length, type, data, and the CRC of the latter two. */
export function encodeChunk(type: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(data.length + FRAME);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  data.copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

import type { Transform } from 'node:stream';
import { constants, createDeflate, createZstdCompress } from 'node:zlib';
import type { WebSocket } from 'ws';

/** Writes payloads to a socket in the form its client asked for. */
export interface Frames {
  write(payload: object): void;
  end(): void;
}

/** A compressing stream that can be made to give out all it holds. */
interface Compressor extends Transform {
  flush(kind: number, done: () => void): void;
  close(): void;
}

/** By the value of `compress` (Discord's docs, "Transport Compression"). */
const STREAMS: ReadonlyMap<string | null, { make: () => Compressor; flush: number }> = new Map([
  ['zlib-stream', { make: () => createDeflate(), flush: constants.Z_SYNC_FLUSH }],
  ['zstd-stream', { make: () => createZstdCompress(), flush: constants.ZSTD_e_flush }],
]);

/** Plain text frames, or one compressed stream over all payloads, flushed at each of them. */
export function createFrames(socket: WebSocket, compress: string | null): Frames {
  const kind = STREAMS.get(compress);
  if (kind === undefined) {
    return { write: (payload) => socket.send(JSON.stringify(payload)), end: () => {} };
  }
  const stream = kind.make();
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return {
    write(payload) {
      stream.write(JSON.stringify(payload));
      stream.flush(kind.flush, () => {
        const frame = Buffer.concat(chunks);
        chunks = [];
        if (frame.length > 0 && socket.readyState === socket.OPEN) socket.send(frame);
      });
    },
    end: () => stream.close(),
  };
}

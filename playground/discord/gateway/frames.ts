import { constants, createDeflate } from 'node:zlib';
import type { WebSocket } from 'ws';

/** Writes payloads to a socket in the form its client asked for. */
export interface Frames {
  write(payload: object): void;
  end(): void;
}

/**
 * Plain text frames, or with `compress=zlib-stream` one deflate stream over all of them, flushed at each
 * payload (Discord's docs, "Transport Compression").
 */
export function createFrames(socket: WebSocket, compress: string | null): Frames {
  if (compress !== 'zlib-stream') {
    return { write: (payload) => socket.send(JSON.stringify(payload)), end: () => {} };
  }
  const deflate = createDeflate();
  let chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return {
    write(payload) {
      deflate.write(JSON.stringify(payload));
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        const frame = Buffer.concat(chunks);
        chunks = [];
        if (frame.length > 0 && socket.readyState === socket.OPEN) socket.send(frame);
      });
    },
    end: () => deflate.close(),
  };
}

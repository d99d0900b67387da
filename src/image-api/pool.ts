import { Pool } from 'undici';

/** Largest answer in bytes: the largest picture of the API document in base64, with room to spare. */
export const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

/** Opens the connections that one service address needs; the key goes nowhere else. */
export function openPool(url: URL, connections: number, timeoutMs: number): Pool {
  return new Pool(url.origin, {
    connections,
    // A connection that lies idle may be closed by the peer just as the next request is written, which
    // would look like a lost paid request. So each one gets its own connection.
    pipelining: 0,
    allowH2: false,
    connect: { timeout: 10_000 },
    headersTimeout: timeoutMs,
    bodyTimeout: Math.min(30_000, timeoutMs),
    maxResponseSize: MAX_ANSWER_BYTES,
  });
}

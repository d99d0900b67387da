import type { Readable } from 'node:stream';
import { type Dispatcher, errors, type Pool } from 'undici';
import { type Failure, ImageApiError } from './errors.ts';
import { MAX_ANSWER_BYTES } from './pool.ts';

/** What came back for one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Dispatcher.ResponseData['headers'];
  /** The body's bytes, or why it could not be had. */
  readonly body: Buffer | ImageApiError;
}

/** Failures to connect that may be gone in a moment. A wrong certificate is not among them. */
const PASSING = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

const UNREADABLE = /^(HPE_|HTTPParserError|UND_ERR_(HEADERS_OVERFLOW|RES_EXCEEDED_MAX_SIZE))/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Before the first byte was sent nothing can have been charged. */
function unsentFailure(code: string): Failure {
  const retry = PASSING.has(code) ? ({ afterMs: 500, atMost: 2 } as const) : 'no';
  return { kind: 'unreachable', retry, charged: 'no', detail: code };
}

/** After it the service may have painted and charged, whatever became of the connection. */
function sentFailure(code: string): Failure {
  if (TIMEOUTS.has(code)) return { kind: 'timeout', retry: 'no', charged: 'maybe' };
  const kind = UNREADABLE.test(code) ? 'bad-answer' : 'connection-lost';
  return { kind, retry: 'no', charged: 'maybe', detail: code };
}

/** A parser's error holds the bytes that it stumbled over, which may hold the key: they are dropped. */
function cleanCause(error: unknown): unknown {
  return error instanceof errors.HTTPParserError ? new Error(error.message) : error;
}

/** A reason not to read the body at all. */
function refusal(head: Dispatcher.ResponseData): string | undefined {
  if (head.statusCode >= 300 && head.statusCode < 400) return 'the answer is a redirect';
  const encoding = head.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return 'the answer is compressed although that was declined';
  const declared = Number(head.headers['content-length'] ?? 0);
  return declared > MAX_ANSWER_BYTES ? 'the answer declares more than 16 MiB' : undefined;
}

async function readBody(head: Dispatcher.ResponseData): Promise<Buffer | ImageApiError> {
  const { statusCode: status } = head;
  const detail = refusal(head);
  if (detail !== undefined) {
    head.body.on('error', () => {}).destroy();
    return new ImageApiError({ kind: 'bad-answer', retry: 'no', charged: 'maybe', status, detail });
  }
  try {
    return Buffer.from(await head.body.arrayBuffer());
  } catch (error) {
    return new ImageApiError({ ...sentFailure(codeOf(error)), status }, cleanCause(error));
  }
}

/**
 * The same promise, rejected when the signal aborts: undici lets a request that is still in line wait on
 * regardless. The listener goes with the answer, which it would otherwise keep as long as the signal.
 */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/**
 * Sends one POST and reads the answer. Redirects are not followed.
 * @throws ImageApiError when no status came; it knows whether anything had been sent by then.
 */
export async function post(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  json: string,
  signal: AbortSignal,
): Promise<Answer> {
  const bytes = Buffer.from(json);
  let sent = false;
  // Pulled only when a connection stands and the request is about to be written to it.
  async function* body() {
    sent = true;
    yield bytes;
  }
  try {
    signal.throwIfAborted();
    const response = pool.request({
      method: 'POST',
      path,
      headers: { ...headers, 'content-length': String(bytes.length) },
      // undici takes any async iterable; its types know only streams.
      body: body() as unknown as Readable,
      signal,
    });
    const head = await unlessAborted(response, signal);
    return { status: head.statusCode, headers: head.headers, body: await readBody(head) };
  } catch (error) {
    const failure = sent ? sentFailure(codeOf(error)) : unsentFailure(codeOf(error));
    throw new ImageApiError(failure, cleanCause(error));
  }
}

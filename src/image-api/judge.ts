import { createHash } from 'node:crypto';
import { ENGINE_HEADER, MAX_SEED, SAMPLE_ENGINE } from './contract.ts';
import { decodeImage, type Envelope, readEnvelope } from './envelope.ts';
import { type Failure, ImageApiError } from './errors.ts';
import { cleanMessage, topicOf } from './message.ts';
import { readPicture } from './picture.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Answer } from './transport.ts';

/** A picture that came. */
export interface Picture {
  readonly bytes: Buffer;
  /** By the file's own bytes, not by what the service calls it. */
  readonly format: 'png' | 'jpeg' | 'webp';
  /** Pixels, as the file states them; a service may differ from what it was asked for. */
  readonly width: number;
  readonly height: number;
  /** The seed that makes this picture again. */
  readonly seed: number;
  /** Whether the built-in sample engine painted it, which is an algorithm and no model. */
  readonly sampleEngine: boolean;
  /** What the file was before it was made smaller; absent for a file as it came. */
  readonly convertedFrom?: 'png' | 'jpeg' | 'webp';
}

/** A failure that the service does not charge and that a repetition would not change. */
const final = (kind: Failure['kind']): Failure => ({ kind, retry: 'no', charged: 'no' });

/** What the status alone settles, whatever the body holds. */
function byStatus({ status, headers }: Answer, wallClock: number): Failure | undefined {
  if (status >= 300 && status < 400) {
    return { ...final('redirected'), detail: 'the address of the service must not redirect' };
  }
  if (status === 429) {
    const afterMs = retryAfterMs(headers['retry-after'], wallClock);
    return { kind: 'rate-limited', retry: { afterMs, atMost: 2 }, charged: 'no' };
  }
  if (status === 401) return final('unauthorised');
  if (status === 402) return final('out-of-credits');
  return undefined;
}

/** A failure in the service's own envelope: never charged (API document). */
function byMessage({ status, headers }: Answer, message: string, wallClock: number): Failure {
  const topic = topicOf(message);
  const afterMs = retryAfterMs(headers['retry-after'], wallClock);
  if (status === 503 && (topic === undefined || topic === 'busy' || topic === 'rate-limited')) {
    return { kind: 'busy', retry: { afterMs, atMost: 1 }, charged: 'no' };
  }
  if (topic === 'busy' || topic === 'rate-limited') {
    return { kind: topic, retry: { afterMs, atMost: 2 }, charged: 'no' };
  }
  if (topic !== undefined) return final(topic);
  if (status === 403) return final('unauthorised');
  return final(status >= 500 ? 'service-failed' : 'rejected');
}

/** An answer without the envelope. Below 500 the request was turned away, above it nobody knows. */
function byGateway({ status, body }: Answer): ImageApiError {
  if (status === 403) return new ImageApiError({ ...final('unauthorised'), status });
  if (status >= 400 && status < 500 && status !== 408) {
    return new ImageApiError({ ...final('gateway-error'), status });
  }
  if (status >= 400) {
    return new ImageApiError({ kind: 'gateway-error', retry: 'no', charged: 'maybe', status });
  }
  if (body instanceof ImageApiError) return body;
  return new ImageApiError({ kind: 'bad-answer', retry: 'no', charged: 'maybe', status });
}

function toPicture(answer: Answer, body: Buffer, envelope: Envelope, sentSeed: number): Picture {
  const { status } = answer;
  const { data, image } = envelope;
  if (data?.finish_reason?.toUpperCase() === 'CONTENT_FILTERED') {
    // Code 0 means a success, which is charged, but the blurred picture may count as a failure.
    throw new ImageApiError({ kind: 'moderated', retry: 'no', charged: 'maybe', status });
  }
  const bytes = decodeImage(image);
  const file = bytes === undefined ? undefined : readPicture(bytes);
  if (!file?.ok) {
    const answerHash = createHash('sha256').update(body).digest('hex');
    const detail = file?.fault ?? 'not-base64';
    const failure: Failure = { kind: 'unusable-picture', retry: 'no', charged: 'yes', status };
    throw new ImageApiError({ ...failure, detail, answerHash });
  }
  const { format, width, height } = file;
  const seed = data?.seed ?? 0;
  return {
    bytes: file.bytes,
    format,
    width,
    height,
    seed: seed > 0 && seed <= MAX_SEED ? seed : sentSeed,
    sampleEngine: answer.headers[ENGINE_HEADER] === SAMPLE_ENGINE,
  };
}

/**
 * Turns an answer into a picture: only `code` 0 with a whole picture is one, whatever the status says.
 * @throws ImageApiError for everything else
 */
export function judge(answer: Answer, sentSeed: number, key: string, wallClock: number): Picture {
  const { status, body } = answer;
  const envelope = body instanceof ImageApiError ? undefined : readEnvelope(body);
  if (envelope?.code === 0 && Buffer.isBuffer(body)) {
    return toPicture(answer, body, envelope, sentSeed);
  }
  const message = envelope?.message ?? '';
  const settled = byStatus(answer, wallClock);
  const failure = settled ?? (envelope && byMessage(answer, message, wallClock));
  if (failure === undefined) throw byGateway(answer);
  const serviceMessage = cleanMessage(message, key);
  throw new ImageApiError({ ...failure, status, ...(serviceMessage ? { serviceMessage } : {}) });
}

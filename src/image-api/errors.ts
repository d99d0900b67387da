/** What went wrong with one picture, as a closed set. */
export type ImageApiErrorKind =
  /** Nothing was sent: no address, refused, no connection in time, no valid certificate. */
  | 'unreachable'
  /** HTTP 429, or a failure whose message speaks of too many requests. */
  | 'rate-limited'
  /** HTTP 503 with a failure envelope, or a failure whose message says that the service is busy. */
  | 'busy'
  /** The service does not take the key. */
  | 'unauthorised'
  /** The operator's account with the service is empty. */
  | 'out-of-credits'
  /** The prompt or the picture was stopped by the service's content filter. */
  | 'moderated'
  /** The service did not like the request. */
  | 'rejected'
  /** The service says that it failed, for a reason of its own. */
  | 'service-failed'
  /** The time for the whole picture ran out. */
  | 'timeout'
  /** The connection broke after the request was sent. */
  | 'connection-lost'
  /** An error status without the service's envelope: something in front of it answered. */
  | 'gateway-error'
  /** An answer that cannot be read: too large, compressed, not JSON, not the envelope. */
  | 'bad-answer'
  /** The service reports success, but what it sent is no whole picture. */
  | 'unusable-picture'
  /** The address answers with a redirect: a configuration error. */
  | 'redirected'
  /** The caller's signal. */
  | 'cancelled';

/** Whether the service may have taken credits for the attempt. */
export type Charged = 'no' | 'maybe' | 'yes';

/** Whether the same request may be sent again without a person's word, how late and how often. */
export type Retry = 'no' | { readonly afterMs: number; readonly atMost: 1 | 2 };

/** The facts of a failed attempt. */
export interface Failure {
  readonly kind: ImageApiErrorKind;
  readonly retry: Retry;
  readonly charged: Charged;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The service's own reason: untrusted text, cleaned, at most 300 characters, without the key. */
  readonly serviceMessage?: string;
  /** One of our own sentences for the operator; never text from outside. */
  readonly detail?: string;
  /** SHA-256 of the answer's body in hex, where the service was paid for something unusable. */
  readonly answerHash?: string;
}

/**
 * A picture that did not come. `charged` speaks of the service's credits for the last attempt; every
 * attempt before it was a failure that the service does not charge.
 */
export class ImageApiError extends Error {
  override readonly name = 'ImageApiError';
  readonly kind: ImageApiErrorKind;
  readonly retry: Retry;
  readonly charged: Charged;
  readonly status: number | undefined;
  readonly serviceMessage: string | undefined;
  readonly answerHash: string | undefined;

  constructor(failure: Failure, cause?: unknown) {
    const status = failure.status === undefined ? '' : ` (HTTP ${failure.status})`;
    const detail = failure.detail === undefined ? '' : `: ${failure.detail}`;
    super(`Stable Image Core: ${failure.kind}${status}${detail}`, cause ? { cause } : undefined);
    this.kind = failure.kind;
    this.retry = failure.retry;
    this.charged = failure.charged;
    this.status = failure.status;
    this.serviceMessage = failure.serviceMessage;
    this.answerHash = failure.answerHash;
  }
}

import { randomUUID } from 'node:crypto';
import { ImageApiError, type ImageApiErrorKind } from './errors.ts';
import { judge } from './judge.ts';
import { openPool } from './pool.ts';
import { type Credentials, endpoint, headersFor } from './request.ts';
import { type Answer, post } from './transport.ts';

/** What a comparison of two free requests says about a key. */
export type KeyVerdict =
  /** The service refused a made-up key and looked at our request. */
  | 'accepted'
  /** The service refused our key in so many words, or by status. */
  | 'refused'
  /** The service treats both keys alike, or answers nothing that speaks of keys. */
  | 'cannot-tell'
  /** No answer came. */
  | 'unreachable';

/** What is checked, and for how long. */
export interface KeyCheckOptions extends Credentials {
  /** Base address of the service. */
  readonly url: URL | string;
  /** Milliseconds for the whole check. */
  readonly timeoutMs: number;
}

/** How the client would read an answer to the empty request. */
function kindOf(answer: Answer, key: string): ImageApiErrorKind | undefined {
  try {
    judge(answer, 1, key, 0);
    return undefined;
  } catch (error) {
    if (error instanceof ImageApiError) return error.kind;
    throw error;
  }
}

/**
 * Guesses whether the service takes a key, without paying: an empty request fails whatever the key,
 * and a failed result is not charged (API document). It is sent with the key and with a made-up one;
 * a service that looks at the key first answers the two differently. A heuristic: `accepted` and
 * `refused` are as sure as the service's answers are honest.
 */
export async function checkKey(options: KeyCheckOptions): Promise<KeyVerdict> {
  const url = endpoint(options.url);
  const pool = openPool(url, 2, options.timeoutMs);
  const signal = AbortSignal.timeout(options.timeoutMs);
  const ask = async (key: string) =>
    kindOf(await post(pool, url.pathname, headersFor({ ...options, key }), '{}', signal), key);
  try {
    const [ours, wrong] = await Promise.all([ask(options.key), ask(randomUUID())]);
    if (ours === 'unauthorised') return 'refused';
    const ourBodyWasRead = ours === 'rejected' || ours === 'out-of-credits';
    return ourBodyWasRead && wrong === 'unauthorised' ? 'accepted' : 'cannot-tell';
  } catch (error) {
    if (error instanceof ImageApiError) return 'unreachable';
    throw error;
  } finally {
    await pool.destroy();
  }
}

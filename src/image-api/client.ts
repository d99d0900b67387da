import { type Clock, systemClock } from './clock.ts';
import { generateRequestSchema } from './contract.ts';
import { ImageApiError } from './errors.ts';
import { judge, type Picture } from './judge.ts';
import { openPool } from './pool.ts';
import { type Credentials, endpoint, headersFor, type Order, toRequest } from './request.ts';
import { withRetries } from './retry.ts';
import { post } from './transport.ts';

export type { Picture } from './judge.ts';
export type { Order } from './request.ts';

/** A client of Stable Image Core. */
export interface ImageApi {
  /**
   * Makes one picture. Repeats by itself only what the service cannot have charged, and ends by the
   * configured time, waits included.
   * @throws ImageApiError for every order that ends without a picture
   */
  draw(order: Order, signal: AbortSignal): Promise<Picture>;
  /** Ends every connection, also one that is still being made; takes no new orders. */
  close(): Promise<void>;
}

/** How a client is set up. */
export interface ImageApiOptions extends Credentials {
  /** Base address of the service; `/api/generate/core` is appended. */
  readonly url: URL | string;
  /** Most requests at the same time; further ones wait inside their own time. */
  readonly connections: number;
  /** Milliseconds for one order, waits and repetitions included. */
  readonly timeoutMs: number;
  /** Uniform in [0, 1), for the spread of waits. */
  readonly random: () => number;
  readonly clock?: Clock;
}

/** Creates a client of the service at `url`; nothing is sent before the first order. */
export function createImageApi(options: ImageApiOptions): ImageApi {
  const { key, timeoutMs, random, clock = systemClock } = options;
  const url = endpoint(options.url);
  const pool = openPool(url, options.connections, timeoutMs);
  const headers = headersFor(options);

  async function draw(order: Order, signal: AbortSignal): Promise<Picture> {
    const body = generateRequestSchema.safeParse(toRequest(order));
    if (!body.success) {
      throw new ImageApiError({ kind: 'rejected', retry: 'no', charged: 'no' }, body.error);
    }
    const json = JSON.stringify(body.data);
    return withRetries({ timeoutMs, random, clock, signal }, async (either) => {
      const answer = await post(pool, url.pathname, headers, json, either);
      return judge(answer, order.seed, key, Date.now());
    });
  }

  return { draw, close: () => pool.destroy() };
}

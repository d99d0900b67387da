import { onTestFinished } from 'vitest';
import { createImageApi, type ImageApi, type ImageApiOptions } from '../../src/image-api/client.ts';
import { ImageApiError } from '../../src/image-api/errors.ts';
import type { Order } from '../../src/image-api/request.ts';

export const KEY = 'sk-very-secret-0123456789';

export const lighthouse: Order = {
  prompt: 'A lighthouse on a cliff',
  aspectRatio: '1:1',
  seed: 42,
};

/** A client that is closed with the test. Waits between attempts are noted and skipped. */
export function startClient(url: string, options: Partial<ImageApiOptions> = {}) {
  const pauses: number[] = [];
  const api: ImageApi = createImageApi({
    url,
    key: KEY,
    authHeader: 'Authorization',
    authScheme: 'raw',
    connections: 4,
    timeoutMs: 20_000,
    random: () => 0,
    clock: {
      now: () => performance.now(),
      pause: (ms) => {
        pauses.push(ms);
        return Promise.resolve();
      },
    },
    ...options,
  });
  onTestFinished(() => api.close());
  return { api, pauses };
}

/** The error of an order that must fail. */
export async function failureOf(picture: Promise<unknown>): Promise<ImageApiError> {
  const outcome = await picture.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof ImageApiError) return outcome;
  throw new Error('the order did not fail as expected', { cause: outcome });
}

/** Sends the standard order with a signal that never fires. */
export function draw(api: ImageApi, order: Order = lighthouse) {
  return api.draw(order, new AbortController().signal);
}

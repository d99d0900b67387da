import { SERVICE_CREDITS_PER_SUCCESS } from './image-api/contract.ts';
import type { Order, Picture } from './image-api/client.ts';
import { ImageApiError } from './image-api/errors.ts';
import { fitted } from './image-files/fit.ts';
import type { PaintFailure } from './outcome.ts';
import { type Party, QueueClosedError } from './queue/fair-queue.ts';
import { type PictureRequest, seedsFor } from './request.ts';
import type { Studio } from './studio.ts';

/** Whose pictures are made, and where they go. */
interface Customer extends Party {
  readonly interactionId: string;
  /** Bytes that a file may have there. */
  readonly fileLimit: number;
}

/** What became of the pictures that were asked for. */
export interface Painted {
  readonly pictures: readonly Picture[];
  readonly missing: readonly PaintFailure[];
}

/**
 * Makes every picture of a request, each with one paid call of its own when its turn comes. Its file
 * tells how it was made, as far as that fits, and is a WebP where only that does. Never throws: a picture that could not be made is a
 * reason in the result.
 */
export async function paintAll(
  request: PictureRequest,
  party: Customer,
  workEnds: AbortSignal,
  studio: Studio,
): Promise<Painted> {
  const signal = AbortSignal.any([studio.cut, workEnds]);
  const results = await Promise.all(
    seedsFor(request, studio.random).map((seed) => {
      const { prompt, negativePrompt, stylePreset, aspectRatio } = request;
      const order: Order = {
        prompt,
        aspectRatio,
        seed,
        ...(negativePrompt !== undefined && { negativePrompt }),
        ...(stylePreset !== undefined && { stylePreset }),
      };
      return paintOne(order, party, signal, studio);
    }),
  );
  return {
    pictures: results.filter((result) => 'bytes' in result),
    missing: results.filter((result) => 'reason' in result),
  };
}

async function paintOne(
  order: Order,
  party: Customer,
  signal: AbortSignal,
  studio: Studio,
): Promise<Picture | PaintFailure> {
  try {
    const picture = await studio.queue.run(
      party,
      () => studio.imageApi.draw(order, signal),
      signal,
    );
    studio.tally.imageApiCall('picture');
    return await fitted(picture, order, { ...studio, limit: party.fileLimit, signal });
  } catch (error) {
    return failureOf(error, party.interactionId, studio);
  }
}

function failureOf(error: unknown, interaction: string, studio: Studio): PaintFailure {
  if (error instanceof QueueClosedError) return { reason: 'restarting' };
  if (error instanceof ImageApiError) {
    studio.tally.imageApiCall(error.kind);
    if (error.charged !== 'no') studio.tally.maybeCharged(SERVICE_CREDITS_PER_SUCCESS);
    studio.log.warn(
      { err: error, interaction, providerCharged: error.charged },
      'no picture from the service',
    );
    if (error.kind !== 'cancelled') {
      const { kind: reason, serviceMessage } = error;
      return reason === 'rejected' && serviceMessage ? { reason, serviceMessage } : { reason };
    }
  }
  if (studio.cut.aborted) return { reason: 'restarting' };
  if (error instanceof ImageApiError || isAbort(error)) return { reason: 'out-of-time' };
  studio.log.error({ err: error, interaction }, 'painting broke down');
  return { reason: 'unexpected' };
}

const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'AbortError' || error.name === 'TimeoutError');

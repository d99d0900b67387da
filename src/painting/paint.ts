import { excluded } from './exclude.ts';
import type { Order, Picture } from '../image-api/client.ts';
import { SERVICE_CREDITS_PER_SUCCESS } from '../image-api/contract.ts';
import { ImageApiError } from '../image-api/errors.ts';
import { fitted } from '../image-files/fit.ts';
import type { Missing, PaintFailure } from '../outcome.ts';
import type { Painting, Stop } from './progress.ts';
import { type Party, QueueClosedError, type Seats } from '../queue/fair-queue.ts';
import { type PictureRequest, seedsFor } from '../request.ts';
import type { Studio } from '../studio.ts';

/** Whose pictures are made, and where they go. */
interface Customer extends Party {
  readonly interactionId: string;
  /** Bytes that a file may have there. */
  readonly fileLimit: number;
  /** What the server lets no picture show, besides what the member excludes. */
  readonly enforced?: string | undefined;
}

/**
 * Makes every picture of a request, each with one paid call of its own when its turn comes. Its file
 * tells how it was made, as far as that fits, and is a WebP where only that fits. Never throws: a picture
 * that could not be made, or whose file is too large even so, is a reason in what is missing. `ends` says
 * when nobody could be shown any more.
 */
export function startPainting(
  request: PictureRequest,
  customer: Customer,
  seats: Seats,
  ends: AbortSignal,
  studio: Studio,
): Painting {
  const { clock, queue, random } = studio;
  const stopping = new AbortController();
  const signal = AbortSignal.any([studio.cut, ends, stopping.signal]);
  const pictures: Picture[] = [];
  const missing: Missing[] = [];
  let stopped: Stop | undefined;
  let begunAt: number | undefined;
  let next = Promise.withResolvers<void>();

  function move() {
    const before = next;
    next = Promise.withResolvers();
    before.resolve();
  }

  async function paintOne(order: Order): Promise<void> {
    const piece = () => {
      begunAt ??= clock.now();
      return studio.imageApi.draw(sentFor(order, customer.enforced), signal);
    };
    try {
      const picture = await seats.run(piece, signal);
      studio.tally.imageApiCall('picture');
      const { fileLimit: limit } = customer;
      const file = await fitted(picture, order, { ...studio, limit, signal });
      if (file.bytes.length <= limit) pictures.push(file);
      else missing.push({ reason: 'upload-too-large' });
    } catch (error) {
      const failure = failureOf(error, customer.interactionId, studio);
      missing.push((signal.aborted && stopped) || failure);
    }
    move();
  }

  for (const seed of seedsFor(request, random)) void paintOne(orderFor(request, seed));

  return {
    look: () => ({
      request,
      pictures: [...pictures],
      missing: [...missing],
      standing: seats.standing(),
      begunAt,
      isOver: pictures.length + missing.length === request.count,
    }),
    changed: () =>
      seats.standing().waiting > 0 ? Promise.race([next.promise, queue.moved()]) : next.promise,
    stop(why) {
      stopped ??= why;
      stopping.abort();
    },
  };
}

function orderFor(request: PictureRequest, seed: number): Order {
  const { prompt, negativePrompt, stylePreset, aspectRatio } = request;
  return {
    prompt,
    aspectRatio,
    seed,
    ...(negativePrompt !== undefined && { negativePrompt }),
    ...(stylePreset !== undefined && { stylePreset }),
  };
}

/** An order as the service receives it. What a server enforces is no part of the member's own request. */
function sentFor(order: Order, enforced: string | undefined): Order {
  const negativePrompt = excluded(order.negativePrompt, enforced);
  return { ...order, ...(negativePrompt !== undefined && { negativePrompt }) };
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

import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ENGINE_HEADER,
  type GenerateRequest,
  hasRatio,
  SERVICE_CREDITS_PER_SUCCESS,
} from '../src/image-api/contract.ts';
import type { CreditLedger } from './credits.ts';
import type { Engine, PaintOrder } from './engine/engine.ts';
import type { Fail } from './envelope.ts';
import type { Line, LineRefusal, Place } from './line.ts';
import { validate } from './validate.ts';

/** Random seeds stay below 2^31, so that they fit where seeds are signed. */
const MAX_RANDOM_SEED = 2_147_483_647;

/** Seconds after which a refused caller may ask again. */
const RETRY_AFTER_SECONDS = 5;

const REFUSALS: Record<LineRefusal, { status: number; message: string }> = {
  full: { status: 503, message: 'The server is busy, try again later.' },
  'key-full': { status: 429, message: 'Too many requests are waiting for this key.' },
};

/** What answering takes. */
export interface GenerateParts {
  readonly engine: Engine;
  readonly credits: CreditLedger;
  readonly line: Line;
  readonly fail: Fail;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Refuse an `aspect_ratio` that contradicts width and height, instead of letting those two win. */
  readonly strict: boolean;
}

function paintOrder(request: GenerateRequest, random: () => number): PaintOrder {
  const { prompt, width, height, negative_prompt: negative = '', style_preset: style } = request;
  return {
    prompt,
    width,
    height,
    seed: request.seed || 1 + Math.floor(random() * MAX_RANDOM_SEED),
    ...(negative.trim() === '' ? {} : { negativePrompt: negative }),
    ...(style === undefined ? {} : { stylePreset: style }),
  };
}

const toBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

function contradictionIn(request: GenerateRequest): string | undefined {
  const { aspect_ratio: ratio, width, height } = request;
  if (ratio === undefined || hasRatio({ width, height }, ratio)) return undefined;
  return `aspect_ratio ${ratio} contradicts width ${width} and height ${height}.`;
}

/** Aborts when the caller is gone before the whole answer was handed to the network. */
function hangUpSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new Error('the caller hung up'));
  });
  return controller.signal;
}

/**
 * Creates the answer to a request whose key is known. Credits are set aside first, spent when the whole
 * picture was handed to the network, and given back in every other case.
 */
export function createGenerate(parts: GenerateParts) {
  const { engine, credits, line, fail, random, strict } = parts;

  async function paint(
    order: PaintOrder,
    place: Place,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const signal = hangUpSignal(reply);
    try {
      await place.turn(signal);
      const bytes = await engine.paint(order, signal);
      return {
        code: 0,
        message: 'success',
        data: { image: toBase64(bytes), seed: order.seed },
      } as const;
    } catch (error) {
      if (!signal.aborted) request.log.error({ err: error }, 'the engine failed');
      return undefined;
    } finally {
      place.leave();
    }
  }

  return async (key: string, request: FastifyRequest, reply: FastifyReply) => {
    const checked = validate(request.body);
    if (!checked.ok) return fail(reply, 400, checked.message);
    const contradiction = contradictionIn(checked.request);
    if (contradiction !== undefined && strict) return fail(reply, 400, contradiction);
    if (contradiction !== undefined) request.log.warn(`${contradiction} Width and height win.`);

    const reservation = credits.reserve(key, SERVICE_CREDITS_PER_SUCCESS);
    if (reservation === undefined) return fail(reply, 402, 'This key has not enough credits left.');
    reply.raw.once('finish', () => {
      // Node 22 tells of a finish for an answer that a hang-up cut short, too.
      if (!request.raw.socket.destroyed) reservation.spend();
    });
    reply.raw.once('close', () => reservation.release());
    const place = line.enter(key);
    if (typeof place === 'string') {
      reservation.release();
      const { status, message } = REFUSALS[place];
      return fail(reply.header('retry-after', RETRY_AFTER_SECONDS), status, message);
    }
    const answer = await paint(paintOrder(checked.request, random), place, request, reply);
    if (answer !== undefined) return reply.header(ENGINE_HEADER, engine.name).send(answer);
    reservation.release();
    return fail(reply, 500, 'The picture could not be made.');
  };
}

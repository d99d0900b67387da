import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createServer, type ServerOptions } from '../../server/app.ts';
import type { Engine, PaintOrder } from '../../server/engine/engine.ts';
import { tinyPng } from './image-files.ts';

/** An engine that paints one grey, chosen by the seed, and keeps what it was asked for. */
export function greyEngine(): Engine & { orders: PaintOrder[] } {
  const orders: PaintOrder[] = [];
  return {
    name: 'grey',
    orders,
    paint(order, signal) {
      orders.push(order);
      signal.throwIfAborted();
      return Promise.resolve(tinyPng(order.width, order.height, order.seed % 256));
    },
  };
}

/** An engine whose pictures wait for the test: each order stays open until it is released. */
export function heldEngine() {
  const open: { order: PaintOrder; signal: AbortSignal; release: (error?: Error) => void }[] = [];
  const waiting = new Set<() => void>();
  const engine: Engine = {
    name: 'held',
    paint: (order, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        const release = (error?: Error) =>
          error ? reject(error) : resolve(tinyPng(order.width, order.height));
        open.push({ order, signal, release });
        for (const check of waiting) check();
      }),
  };
  /** Resolves when that many orders have been given to the engine since the start. */
  const painting = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const check = () => {
        if (open.length < count) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  return { engine, open, painting };
}

export const example = { prompt: 'A lighthouse on a cliff', height: 1024, width: 1024 };

/** A server on a free loopback port, closed with the test. */
export async function startServer(options: Partial<ServerOptions> = {}) {
  const app: FastifyInstance = createServer({
    engine: greyEngine(),
    keys: [{ key: 'k', credits: Infinity }],
    random: () => 0.5,
    ...options,
  });
  onTestFinished(() => app.close());
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const post = async (body: unknown, init: RequestInit = {}) => {
    const response = await fetch(`${url}/api/generate/core`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'k' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    });
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as Record<string, unknown> };
  };
  return { app, url, post };
}

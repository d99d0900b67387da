import { parentPort } from 'node:worker_threads';
import type { PaintOrder } from './engine.ts';
import { paintOrder } from './picture-file.ts';

// A throw ends this thread on purpose: the pool rejects the one order and starts a fresh thread.
parentPort?.on('message', (order: PaintOrder) => {
  const file = paintOrder(order);
  parentPort?.postMessage(file, [file.buffer]);
});

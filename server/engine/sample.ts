import { availableParallelism } from 'node:os';
import { SAMPLE_ENGINE } from '../../src/image-api/contract.ts';
import type { Engine, PaintOrder } from './engine.ts';
import { createPool } from './pool.ts';

/**
 * The built-in engine: an algorithm that paints the scene a prompt's words name. It is no model and
 * needs no network. `workers` is how many pictures are painted at once, by default two or the
 * machine's cores if fewer; each takes up to 150 MB while it paints.
 */
export function createSampleEngine(
  options: { workers?: number } = {},
): Engine & { close(): Promise<void> } {
  const { workers = Math.min(2, availableParallelism()) } = options;
  const pool = createPool<PaintOrder, Uint8Array>(new URL('./worker.ts', import.meta.url), workers);
  return {
    name: SAMPLE_ENGINE,
    paint: (order, signal) => pool.run(order, signal),
    close: () => pool.close(),
  };
}

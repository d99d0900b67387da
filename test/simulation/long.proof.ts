import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Unless HISTORIES says otherwise. */
const SEEDS = Number(process.env['HISTORIES'] ?? 20_000);

/** What a worker says when it has played its share. */
const shareSchema = z.object({ failures: z.array(z.string()), runs: z.int(), steps: z.int() });

type Share = z.infer<typeof shareSchema>;

/** Plays every `of`-th seed, beginning with `first`, in a thread of its own. */
function play(first: number, of: number): Promise<Share> {
  const { promise, resolve, reject } = Promise.withResolvers<Share>();
  const worker = new Worker(new URL('long-worker.ts', import.meta.url), {
    workerData: { first, of, seeds: SEEDS },
  });
  worker.once('message', (message) => resolve(shareSchema.parse(message)));
  worker.once('error', reject);
  return promise;
}

describe(`${SEEDS} histories`, () => {
  it('charge what was delivered, and leave nothing open', async () => {
    const began = performance.now();
    const threads = availableParallelism();
    const shares = await Promise.all(
      Array.from({ length: threads }, (_, index) => play(index + 1, threads)),
    );
    const seconds = (performance.now() - began) / 1000;
    const runs = shares.reduce((sum, share) => sum + share.runs, 0);
    const steps = shares.reduce((sum, share) => sum + share.steps, 0);
    const failures = shares.flatMap((share) => share.failures);
    console.log(
      `${SEEDS} histories, ${runs} runs of the bot, ${steps} steps: ${failures.length} failures; ` +
        `${seconds.toFixed(0)} s, ${(SEEDS / seconds).toFixed(0)} histories/s on ${threads} threads`,
    );
    expect(failures).toEqual([]);
  });
});

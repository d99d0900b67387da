import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { playHistory } from './history.ts';
import { describeFailure } from './report.ts';

const { first, of, seeds } = z
  .object({ first: z.int(), of: z.int(), seeds: z.int() })
  .parse(workerData);

const failures: string[] = [];
let runs = 0;
let steps = 0;
for (let seed = first; seed <= seeds; seed += of) {
  const history = await playHistory(seed);
  if (history.problem !== undefined) failures.push(describeFailure(history));
  runs += history.runs;
  steps += history.trace.length;
}
parentPort?.postMessage({ failures, runs, steps }, []);

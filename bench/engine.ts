import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { createSampleEngine } from '../server/engine/sample.ts';
import { stylePresets } from '../src/image-api/contract.ts';

const SIZES = [1024, 1536] as const;

/** Prints, for each style, how long the sample engine takes and how long the main thread stalls. */
export async function benchEngine(): Promise<void> {
  const engine = createSampleEngine({ workers: 1 });
  const signal = new AbortController().signal;
  const base = { prompt: 'A lighthouse on a cliff', seed: 7 };
  await engine.paint({ ...base, width: 320, height: 320 }, signal);
  const rows: Record<string, string | number>[] = [];
  for (const stylePreset of stylePresets) {
    const row: Record<string, string | number> = { style: stylePreset };
    for (const side of SIZES) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const start = performance.now();
      const file = await engine.paint({ ...base, stylePreset, width: side, height: side }, signal);
      row[`${side} ms`] = Math.round(performance.now() - start);
      delay.disable();
      row[`${side} lag ms`] = Math.round(delay.max / 1e5) / 10;
      row[`${side} kB`] = Math.round(file.length / 1024);
    }
    rows.push(row);
  }
  await engine.close();
  console.table(rows);
}

if (import.meta.main) await benchEngine();

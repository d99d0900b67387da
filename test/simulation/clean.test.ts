import { pino } from 'pino';
import { expect, it } from 'vitest';
import { SOUND } from './bugs.ts';
import { playHistory } from './history.ts';

const log = pino({ level: process.env['LOG'] ?? 'silent' });
it('keeps every credit right', async () => {
  const from = Number(process.env['FROM'] ?? 1);
  const n = Number(process.env['N'] ?? 100);
  let bad = 0;
  const kinds: Record<string, string[]> = {};
  let steps = 0;
  let runs = 0;
  const t = performance.now();
  for (let seed = from; seed < from + n; seed += 1) {
    const h = await playHistory(seed, SOUND, log);
    steps += h.trace.length;
    runs += h.runs;
    if (h.problem) {
      bad += 1;
      const rule = h.problem.slice(0, 2);
      const list = (kinds[rule] ??= []);
      list.push(`${seed} ${h.problem}`);
      if (n === 1) console.log(h.trace.join('\n'));
    }
  }
  for (const [k, l] of Object.entries(kinds))
    console.log(k, l.length, l.slice(0, Number(process.env['SHOW'] ?? 6)));
  console.log({ bad, n, steps, runs, perSecond: (n * 1000) / (performance.now() - t) });
  expect(1).toBe(1);
}, 600000);

import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort, readFigures, watchFigures } from '../../playground/figures.ts';

const METRICS = `# HELP easel_jobs_total Jobs that ended.
# TYPE easel_jobs_total counter
easel_jobs_total{result="delivered"} 2
easel_jobs_total{result="refused"} 1
easel_credits_captured_total 12
process_cpu_seconds_total 0.5
discord_connected 1
`;

const valueOf = (figures: ReturnType<typeof readFigures> | null, label: string) =>
  figures?.items.find((item) => item.label === label)?.value;

describe('the bot’s figures', () => {
  it('add up the series of a name, and leave out what nobody asked for', () => {
    const figures = readFigures(METRICS);
    expect(valueOf(figures, 'Jobs that ended')).toBe(3);
    expect(valueOf(figures, 'Credits charged for pictures')).toBe(12);
    expect(valueOf(figures, 'Jobs waiting for a place')).toBe(0);
    expect(JSON.stringify(figures)).not.toContain('0.5');
  });

  it('come from its /metrics, and are none while it is down', async () => {
    const port = await freePort();
    const changes: (number | undefined)[] = [];
    const { promise: gone, resolve: isGone } = Promise.withResolvers<void>();
    const server = createServer((_request, response) => response.end(METRICS));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const watch = watchFigures(port, () => {
      changes.push(valueOf(watch.current(), 'Jobs that ended'));
      if (changes.length === 1) server.close().closeAllConnections();
      else isGone();
    });
    onTestFinished(() => watch.stop());
    await gone;
    expect(changes).toEqual([3, undefined]);
  });
});

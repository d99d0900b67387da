import { expect, test } from 'vitest';
import { createMetrics } from '../../src/operations/metrics.ts';

const lines = async (metrics: ReturnType<typeof createMetrics>) =>
  (await metrics.text()).body.split('\n');

test('what happens is counted', async () => {
  const metrics = createMetrics();
  metrics.jobFinished('delivered', 12);
  metrics.jobFinished('delivered', 400);
  metrics.jobFinished('cancelled', 0.5);
  metrics.imageApiCall('ok');
  metrics.imageApiCall('timeout');
  metrics.maybeCharged(6);
  metrics.creditsCaptured(6);
  metrics.creditsCaptured(18);

  expect(await lines(metrics)).toEqual(
    expect.arrayContaining([
      'easel_jobs_total{result="delivered"} 2',
      'easel_jobs_total{result="cancelled"} 1',
      'easel_job_seconds_bucket{le="1"} 1',
      'easel_job_seconds_bucket{le="20"} 2',
      'easel_job_seconds_bucket{le="300"} 2',
      'easel_job_seconds_bucket{le="900"} 3',
      'easel_image_api_requests_total{outcome="ok"} 1',
      'easel_image_api_requests_total{outcome="timeout"} 1',
      'easel_maybe_charged_total 6',
      'easel_credits_captured_total 24',
    ]),
  );
});

test('a reading is taken when it is asked for, and left out while it is not known', async () => {
  const metrics = createMetrics();
  const now: { depth: number; latency: number | undefined } = { depth: 3, latency: undefined };
  metrics.queueDepth(() => now.depth);
  metrics.holdsOpen(() => 2);
  metrics.creditsHeld(() => 18);
  metrics.discordConnected(() => 1);
  metrics.discordLatency(() => now.latency);

  const before = await lines(metrics);
  expect(before).toEqual(
    expect.arrayContaining([
      'easel_queue_depth 3',
      'easel_holds_open 2',
      'easel_credits_held 18',
      'discord_connected 1',
    ]),
  );
  expect(before.filter((line) => line.startsWith('discord_latency_seconds'))).toEqual([]);

  now.depth = 0;
  now.latency = 0.25;
  expect(await lines(metrics)).toEqual(
    expect.arrayContaining(['easel_queue_depth 0', 'discord_latency_seconds 0.25']),
  );

  now.latency = undefined;
  expect(await lines(metrics)).not.toContain('discord_latency_seconds 0.25');
});

test('two sets of figures do not mix, and the event loop is watched', async () => {
  const first = createMetrics();
  const second = createMetrics();
  first.creditsCaptured(6);
  const { body, contentType } = await second.text();
  expect(body).toContain('easel_credits_captured_total 0');
  expect(body).toContain('nodejs_eventloop_lag_seconds');
  expect(contentType).toContain('text/plain');
});

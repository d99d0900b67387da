import { networkInterfaces } from 'node:os';
import { request } from 'undici';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type HealthChecks, startHealth } from '../../src/operations/health.ts';
import { createMetrics } from '../../src/operations/metrics.ts';

type Log = (...parts: unknown[]) => void;

async function start(changes: Partial<HealthChecks> = {}) {
  const logger = { info: vi.fn<Log>(), warn: vi.fn<Log>() };
  const checks: HealthChecks = {
    gatewayReady: () => true,
    storeWritable: () => Promise.resolve(),
    ...changes,
  };
  const health = await startHealth({ port: 0, checks, metrics: createMetrics(), logger });
  onTestFinished(() => health.close());
  const get = async (path: string) => {
    const { statusCode, body, headers } = await request(health.url + path);
    return { status: statusCode, type: headers['content-type'], text: await body.text() };
  };
  return { ...health, logger, checks, get };
}

test('it listens on 127.0.0.1 and on no other address', async () => {
  const url = new URL((await start()).url);
  expect(url.hostname).toBe('127.0.0.1');
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const others = own.filter(({ family, internal }) => family === 'IPv4' && !internal);
  // All of 127.0.0.0/8 is this machine on Linux alone.
  const more = process.platform === 'linux' ? ['127.0.0.2'] : [];
  for (const address of [...others.map((other) => other.address), ...more]) {
    await expect(request(`http://${address}:${url.port}/livez`)).rejects.toThrow('ECONNREFUSED');
  }
});

test('live is whoever answers, ready or not', async () => {
  const { get } = await start({ gatewayReady: () => false });
  expect(await get('/livez')).toMatchObject({ status: 200, text: '{"live":true}' });
});

test('ready is a ready gateway and a store that takes writes', async () => {
  const { get } = await start();
  expect(await get('/readyz')).toMatchObject({
    status: 200,
    text: '{"ready":true,"notReady":[]}',
  });
});

test.for([
  ['gateway', { gatewayReady: () => false }],
  ['store', { storeWritable: () => Promise.reject(new Error('disk full')) }],
] as const)('without the %s it is not ready, and says so', async ([name, changes]) => {
  const { get } = await start(changes);
  const { status, text } = await get('/readyz');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toEqual({ ready: false, notReady: [name] });
});

test('a store that never answers is not waited for without end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const asked = Promise.withResolvers<void>();
  const { get } = await start({
    storeWritable: () => {
      asked.resolve();
      return new Promise(() => {});
    },
  });
  const answer = get('/readyz');
  await asked.promise;
  // The limit is set right after the store was asked, in the same turn of the loop.
  await vi.advanceTimersByTimeAsync(2000);
  expect((await answer).status).toBe(503);
});

test('a change of readiness is logged once, with the reason', async () => {
  let ready = true;
  const error = new Error('disk full');
  const { get, logger } = await start({
    storeWritable: () => (ready ? Promise.resolve() : Promise.reject(error)),
  });
  await get('/readyz');
  ready = false;
  await get('/readyz');
  await get('/readyz');
  ready = true;
  await get('/readyz');
  expect(logger.info.mock.calls.map(([fields]) => fields)).toEqual([
    { ready: true, notReady: [] },
    { ready: false, notReady: ['store'] },
    { ready: true, notReady: [] },
  ]);
  expect(logger.warn.mock.calls).toEqual([[{ err: error }, expect.any(String)]]);
});

test('the figures are served in the text format of Prometheus', async () => {
  const { get } = await start();
  const { status, type, text } = await get('/metrics');
  expect(status).toBe(200);
  expect(type).toContain('text/plain; version=0.0.4');
  expect(text).toContain('easel_credits_captured_total 0');
});

test('once closed it answers no more', async () => {
  const { get, close } = await start();
  await close();
  await expect(get('/livez')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

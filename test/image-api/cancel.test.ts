import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/image-api/clock.ts';
import { draw, failureOf, lighthouse, startClient } from '../support/image-client.ts';
import { tinyPng } from '../support/image-files.ts';
import { sendFailure, sendPicture, startImageService } from '../support/image-service.ts';

async function service(handler: Parameters<typeof startImageService>[0]) {
  const started = await startImageService(handler);
  onTestFinished(() => started.close());
  return started;
}

describe('cancelling', () => {
  it('before anything was sent costs nothing', async () => {
    const { url, requests } = await service((_, response) => sendPicture(response, tinyPng()));
    const error = await failureOf(startClient(url).api.draw(lighthouse, AbortSignal.abort()));
    expect(error).toMatchObject({ kind: 'cancelled', charged: 'no', retry: 'no' });
    expect(requests).toHaveLength(0);
  });

  it('while waiting for a free connection costs nothing, and the request is never sent', async () => {
    const started = await service((_, response, count) => {
      if (count > 1) sendPicture(response, tinyPng());
    });
    const { api } = startClient(started.url, { connections: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const busy = failureOf(api.draw(lighthouse, first.signal));
    await started.received(1);
    const waiting = failureOf(api.draw(lighthouse, second.signal));
    second.abort();
    expect(await waiting).toMatchObject({ kind: 'cancelled', charged: 'no' });
    first.abort();
    expect(await busy).toMatchObject({ kind: 'cancelled', charged: 'maybe' });
    await draw(api, { ...lighthouse, seed: 3 });
    expect(started.requests.map(({ body }) => JSON.parse(body).seed)).toEqual([42, 3]);
  });

  it('between two attempts costs nothing and sends nothing more', async () => {
    const { url, requests } = await service((_, response) => sendFailure(response, 429, 'slow'));
    const caller = new AbortController();
    const clock = {
      ...systemClock,
      pause: (ms: number, signal: AbortSignal) => {
        const pause = systemClock.pause(ms, signal);
        caller.abort();
        return pause;
      },
    };
    const error = await failureOf(startClient(url, { clock }).api.draw(lighthouse, caller.signal));
    expect(error).toMatchObject({ kind: 'cancelled', charged: 'no', retry: 'no' });
    expect(requests).toHaveLength(1);
  });
});

describe('the time for the whole order', () => {
  it('running out in the line for a connection costs nothing', async () => {
    const started = await service(() => {});
    // The time is over for both at one moment: the second must not find the first one's connection free.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { api } = startClient(started.url, { connections: 1, timeoutMs: 3_000 });
    const both = Promise.all([failureOf(draw(api)), failureOf(draw(api))]);
    await started.received(1);
    vi.advanceTimersByTime(3_000);
    const [first, second] = await both;
    expect(first).toMatchObject({ kind: 'timeout', charged: 'maybe' });
    expect(second).toMatchObject({ kind: 'timeout', charged: 'no' });
    expect(started.requests).toHaveLength(1);
  });

  it('is not spent on a wait that cannot fit', async () => {
    const { url, requests } = await service((_, response) => sendFailure(response, 429, 'slow'));
    const { api, pauses } = startClient(url, { timeoutMs: 9_000 });
    const error = await failureOf(draw(api));
    expect(error).toMatchObject({
      kind: 'rate-limited',
      charged: 'no',
      retry: { afterMs: 10_000 },
    });
    expect(requests).toHaveLength(1);
    expect(pauses).toEqual([]);
  });
});

it('never has more requests in flight than it may, and uses all it may', async () => {
  const held: (() => void)[] = [];
  let most = 0;
  const started = await service((_, response) => {
    held.push(() => sendPicture(response, tinyPng(64, 64)));
    most = Math.max(most, held.length);
  });
  const { api } = startClient(started.url, { connections: 3 });
  const pictures = Promise.all(Array.from({ length: 9 }, () => draw(api)));
  for (const count of [3, 6, 9]) {
    await started.received(count);
    for (const release of held.splice(0)) release();
  }
  await pictures;
  expect(most).toBe(3);
});

import { describe, expect, it } from 'vitest';
import { aspectRatios } from '../../src/image-api/contract.ts';
import { checkKey } from '../../src/image-api/key-check.ts';
import { defaultSize } from '../../src/image-api/sizes.ts';
import { draw, failureOf, lighthouse, startClient } from '../support/image-client.ts';
import { heldEngine, startServer } from '../support/image-server.ts';

describe("the bot's client at the self-hosted server", () => {
  it.each(aspectRatios)(
    'gets a picture of the ratio %s in the size it asked for',
    async (ratio) => {
      const { url } = await startServer({ strict: true });
      const { api } = startClient(url, { key: 'k' });
      expect(await draw(api, { ...lighthouse, aspectRatio: ratio })).toMatchObject({
        ...defaultSize(ratio),
        format: 'png',
        seed: 42,
        sampleEngine: false,
      });
    },
  );

  it('understands every refusal', async () => {
    const { engine, open, painting } = heldEngine();
    const limits = { concurrency: 1, waiting: 0, perKey: 1 };
    const keys = [
      { key: 'k', credits: 12 },
      { key: 'empty', credits: 5 },
      { key: 'other', credits: 6 },
    ];
    const { url } = await startServer({ engine, keys, limits });
    const at = (key: string) => startClient(url, { key }).api;
    expect(await failureOf(draw(at('wrong')))).toMatchObject({ kind: 'unauthorised', status: 401 });
    expect(await failureOf(draw(at('empty')))).toMatchObject({
      kind: 'out-of-credits',
      status: 402,
    });
    const busy = draw(at('k'));
    await painting(1);
    expect(await failureOf(draw(at('other')))).toMatchObject({ kind: 'busy', status: 503 });
    open[0]?.release(new Error('broken'));
    const failed = failureOf(busy);
    expect(await failed).toMatchObject({ kind: 'service-failed', status: 500, charged: 'no' });
  });

  it('stops the engine when an order is cancelled', async () => {
    const { engine, open, painting } = heldEngine();
    const { url } = await startServer({ engine });
    const caller = new AbortController();
    const order = failureOf(startClient(url, { key: 'k' }).api.draw(lighthouse, caller.signal));
    await painting(1);
    const stopped = new Promise((resolve) => open[0]?.signal.addEventListener('abort', resolve));
    caller.abort();
    expect(await order).toMatchObject({ kind: 'cancelled', charged: 'maybe' });
    await stopped;
  });

  it.each([
    ['k', 'accepted'],
    ['wrong', 'refused'],
  ])('tells by a free request that the key %j is %s', async (key, verdict) => {
    const { url } = await startServer({ keys: [{ key: 'k', credits: 0 }] });
    const credentials = { key, authHeader: 'Authorization', authScheme: 'raw' } as const;
    expect(await checkKey({ url, ...credentials, timeoutMs: 5000 })).toBe(verdict);
  });
});

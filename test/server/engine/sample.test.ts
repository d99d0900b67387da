import { afterAll, describe, expect, it } from 'vitest';
import { SAMPLE_ENGINE } from '../../../src/image-api/contract.ts';
import { paintOrder } from '../../../server/engine/picture-file.ts';
import { createSampleEngine } from '../../../server/engine/sample.ts';
import { decodePng, pixelHash } from './decode.ts';

const engine = createSampleEngine({ workers: 1 });
const order = { prompt: 'A lighthouse on a cliff', width: 320, height: 320, seed: 2 };
const never = new AbortController().signal;

afterAll(() => engine.close());

describe('createSampleEngine', () => {
  it('names itself', () => {
    expect(engine.name).toBe(SAMPLE_ENGINE);
  });

  it('paints in a thread what the painter paints', async () => {
    const file = await engine.paint(order, never);
    expect(decodePng(file).width).toBe(320);
    expect(pixelHash(file)).toBe(pixelHash(paintOrder(order)));
  });

  it('goes on after an aborted order', async () => {
    const stop = new AbortController();
    const aborted = engine.paint({ ...order, width: 1536, height: 1536 }, stop.signal);
    const next = engine.paint(order, never);
    stop.abort(new Error('no longer wanted'));
    await expect(aborted).rejects.toThrow('no longer wanted');
    expect(decodePng(await next).width).toBe(320);
  });

  it('rejects only the order that breaks a thread', async () => {
    const broken = engine.paint({ ...order, prompt: null as unknown as string }, never);
    const next = engine.paint(order, never);
    await expect(broken).rejects.toThrow('The thread broke down.');
    expect(decodePng(await next).width).toBe(320);
  });
});

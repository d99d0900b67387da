import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createCreditLedger } from '../../server/credits.ts';
import type { Engine } from '../../server/engine/engine.ts';
import { pngChunk } from '../support/image-files.ts';
import { example, greyEngine, heldEngine, startServer } from '../support/image-server.ts';

const keys = (credits: number) => [{ key: 'k', credits }];

describe('credits', () => {
  it('pay for six each and then no more', async () => {
    const engine = greyEngine();
    const { post } = await startServer({ engine, keys: keys(17) });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await post(example)).status);
    expect(statuses).toEqual([200, 200, 402, 402]);
    expect(engine.orders).toHaveLength(2);
    expect((await post(example)).body).toEqual({
      code: -1,
      message: 'This key has not enough credits left.',
      data: null,
    });
  });

  it('are not taken for a failure of any kind', async () => {
    const { engine, open, painting } = heldEngine();
    const { post } = await startServer({ engine, keys: keys(6) });
    expect((await post({ ...example, width: 1 })).status).toBe(400);
    const failed = post(example);
    await painting(1);
    open[0]?.release(new Error('no picture'));
    expect((await failed).status).toBe(500);
    const painted = post(example);
    await painting(2);
    open[1]?.release();
    expect((await painted).status).toBe(200);
    expect((await post(example)).status).toBe(402);
  });

  it('cannot be spent twice by requests at the same time', async () => {
    const { engine, open, painting } = heldEngine();
    const { post } = await startServer({ engine, keys: keys(12) });
    const answers = Array.from({ length: 5 }, () => post(example));
    await painting(2);
    for (const { release } of open) release();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 402, 402, 402]);
  });

  it('are one purse per key', async () => {
    const purses = [...keys(6), { key: 'other', credits: 6 }];
    const { post } = await startServer({ keys: purses });
    const headers = { 'content-type': 'application/json', authorization: 'other' };
    expect((await post(example)).status).toBe(200);
    expect((await post(example, { headers })).status).toBe(200);
    expect((await post(example)).status).toBe(402);
  });

  it('come back when the caller hangs up, and the engine stops', async () => {
    const { engine, open, painting } = heldEngine();
    const { post, url } = await startServer({ engine, keys: keys(6) });
    const headers = { 'content-type': 'application/json', authorization: 'k' };
    const caller = request(`${url}/api/generate/core`, { method: 'POST', headers });
    caller.on('error', () => {}).end(JSON.stringify(example));
    await painting(1);
    const signal = open[0]?.signal;
    caller.destroy();
    if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
    const second = post(example);
    await painting(2);
    open[1]?.release();
    expect((await second).status).toBe(200);
  });

  it('come back when the caller hangs up in the middle of the answer', async () => {
    const big = pngChunk('IDAT', Buffer.alloc(12 * 1024 * 1024));
    const engine: Engine = { name: 'big', paint: () => Promise.resolve(big) };
    const { app, post, url } = await startServer({ engine, keys: keys(6) });
    const gone = new Promise<void>((resolve) => {
      app.server.once('connection', (socket) => socket.once('close', () => setImmediate(resolve)));
    });
    const headers = { 'content-type': 'application/json', authorization: 'k' };
    const caller = request(`${url}/api/generate/core`, { method: 'POST', headers });
    caller.on('error', () => {}).end(JSON.stringify(example));
    const [response] = (await once(caller, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    caller.destroy();
    await gone;
    expect((await post(example)).status).toBe(200);
    expect((await post(example)).status).toBe(402);
  });
});

describe('a reservation', () => {
  it('is ended once, by whichever comes first', () => {
    const ledger = createCreditLedger(keys(6));
    const first = ledger.reserve('k', 6);
    expect(ledger.reserve('k', 6)).toBeUndefined();
    first?.release();
    first?.release();
    first?.spend();
    const second = ledger.reserve('k', 6);
    expect(second).toBeDefined();
    second?.spend();
    second?.release();
    expect(ledger.reserve('k', 6)).toBeUndefined();
    expect(ledger.reserve('unknown', 6)).toBeUndefined();
  });
});

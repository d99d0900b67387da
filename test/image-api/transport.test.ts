import { getEventListeners } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { openPool } from '../../src/image-api/pool.ts';
import { post } from '../../src/image-api/transport.ts';
import { sendJson, startImageService } from '../support/image-service.ts';

it('leaves nothing on the signal that would keep the answer after it was read', async () => {
  const service = await startImageService((_, response) => sendJson(response, 200, { code: 0 }));
  const pool = openPool(new URL(service.url), 1, 10_000);
  onTestFinished(async () => {
    await pool.close();
    await service.close();
  });
  const { signal } = new AbortController();
  const answer = await post(pool, '/api/generate/core', {}, '{}', signal);
  expect(answer.status).toBe(200);
  await expect.poll(() => getEventListeners(signal, 'abort')).toEqual([]);
});

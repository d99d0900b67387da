import { once } from 'node:events';
import process from 'node:process';
import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createPool, type Pool, PoolError } from '../../../server/engine/pool.ts';

const script = new URL('./pool-worker.ts', import.meta.url);
const never = new AbortController().signal;
const open: Pool<string, string>[] = [];
const poolOf = (size: number): Pool<string, string> => {
  const pool = createPool<string, string>(script, size);
  open.push(pool);
  return pool;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

describe('createPool', () => {
  it('does more jobs than it has threads', async () => {
    const pool = poolOf(2);
    const jobs = ['a', 'b', 'c', 'd', 'e'];
    expect(await Promise.all(jobs.map((job) => pool.run(job, never)))).toEqual(
      jobs.map((job) => `done ${job}`),
    );
  });

  it('frees the slot of an aborted job and rejects with the reason', async () => {
    const pool = poolOf(1);
    const stop = new AbortController();
    const reason = new Error('changed my mind');
    const hanging = pool.run('hang', stop.signal);
    const next = pool.run('a', never);
    stop.abort(reason);
    await expect(hanging).rejects.toBe(reason);
    expect(await next).toBe('done a');
  });

  it('drops an aborted job that still waits, and none other', async () => {
    const pool = poolOf(1);
    const stop = new AbortController();
    const block = new AbortController();
    const hanging = pool.run('hang', block.signal);
    const waiting = pool.run('hang', stop.signal);
    const last = pool.run('b', never);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    block.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    expect(await last).toBe('done b');
  });

  it('ends the thread of an aborted job', async () => {
    const opened = once(process, 'worker') as Promise<[Worker]>;
    const stop = new AbortController();
    const hanging = poolOf(1).run('hang', stop.signal);
    const [thread] = await opened;
    const ended = once(thread, 'exit');
    stop.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    expect(await ended).toHaveLength(1);
  });

  it('refuses a job whose signal is aborted already', async () => {
    await expect(poolOf(1).run('a', AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it.each(['throw', 'exit'])(
    'rejects only the job on which a thread breaks down (%s)',
    async (job) => {
      const pool = poolOf(1);
      const broken = pool.run(job, never);
      const next = pool.run('a', never);
      await expect(broken).rejects.toBeInstanceOf(PoolError);
      expect(await next).toBe('done a');
      expect(await pool.run('b', never)).toBe('done b');
    },
  );

  it('keeps the cause of a breakdown', async () => {
    await expect(poolOf(1).run('throw', never)).rejects.toMatchObject({
      cause: { message: 'broken brush' },
    });
  });

  it('rejects running and waiting jobs when closed, and later ones', async () => {
    const pool = poolOf(1);
    const jobs = Promise.allSettled([pool.run('hang', never), pool.run('a', never)]);
    await pool.close();
    expect((await jobs).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run('b', never)).rejects.toBeInstanceOf(PoolError);
  });
});

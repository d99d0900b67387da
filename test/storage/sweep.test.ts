import { describe, expect, it } from 'vitest';
import { type Chore, keepSwept } from '../../src/storage/sweep.ts';
import type { Wait } from '../../src/wait.ts';
import { listeningLog } from '../support/edge-log.ts';
import { temporaryStore } from '../support/edge-store.ts';

/** Hours that pass when they are told to. */
function hours() {
  const waiting: { ms: number; resolve: () => void }[] = [];
  const wait: Wait = (ms, signal) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    waiting.push({ ms, resolve });
    signal?.addEventListener('abort', () => resolve());
    return promise;
  };
  return { wait, waiting };
}

const noted = (name: string, runs: string[], work = async () => {}): Chore => ({
  name,
  async run() {
    runs.push(name);
    await work();
  },
});

const fail = () => Promise.reject(new Error('not today'));

describe('the upkeep', () => {
  it('does every chore at the start and again after an hour, whatever fails', async () => {
    const { wait, waiting } = hours();
    const { log, lines } = listeningLog();
    const runs: string[] = [];
    const chores = [noted('a', runs, fail), noted('b', runs)];
    const stop = keepSwept(await temporaryStore(), log, chores, wait);
    await expect.poll(() => waiting).toHaveLength(1);
    expect(runs).toEqual(['a', 'b']);
    expect(waiting[0]?.ms).toBe(3_600_000);
    expect(lines).toEqual([expect.stringMatching(/"chore":"a","msg":"upkeep failed"/)]);

    waiting[0]?.resolve();
    await expect.poll(() => waiting).toHaveLength(2);
    expect(runs).toEqual(['a', 'b', 'a', 'b']);
    await stop();
  });

  it('ends when what runs has ended, and begins nothing more', async () => {
    const { wait, waiting } = hours();
    const { log } = listeningLog();
    const runs: string[] = [];
    const { promise: running, resolve: begun } = Promise.withResolvers<void>();
    const { promise, resolve: finish } = Promise.withResolvers<void>();
    const slow = noted('slow', runs, () => {
      begun();
      return promise.then(() => void runs.push('slow is done'));
    });
    const stop = keepSwept(await temporaryStore(), log, [slow, noted('next', runs)], wait);
    await running;
    const stopped = stop().then(() => runs.push('stopped'));
    finish();
    await stopped;
    expect(runs).toEqual(['slow', 'slow is done', 'stopped']);
    expect(waiting).toEqual([]);
  });
});

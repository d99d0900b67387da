import { EventEmitter } from 'node:events';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createShutdown } from '../../src/operations/shutdown.ts';

type Log = (...parts: unknown[]) => void;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

function start() {
  const logger = { info: vi.fn<Log>(), error: vi.fn<Log>() };
  const exit = vi.fn<(code: number) => void>();
  const shutdown = createShutdown({ logger, deadlineMs: 8000, graceMs: 1000, exit });
  const source = new EventEmitter();
  shutdown.listen(source);
  const done: string[] = [];
  const step = (name: string) =>
    shutdown.onStop(name, async () => {
      await Promise.resolve();
      done.push(name);
    });
  return { logger, exit, shutdown, source, done, step };
}

const never = () => new Promise<void>(() => {});

test('steps run backwards, one after the other, and the program ends with 0', async () => {
  const { shutdown, source, done, step, exit } = start();
  step('store');
  step('queue');
  step('gateway');
  source.emit('SIGTERM');
  await shutdown.stop('asked again');
  expect(done).toEqual(['gateway', 'queue', 'store']);
  expect(exit.mock.calls).toEqual([[0]]);
  expect(vi.getTimerCount()).toBe(0);
});

test('SIGINT stops as well', async () => {
  const { shutdown, source, done, step } = start();
  step('store');
  source.emit('SIGINT');
  await shutdown.stop('asked again');
  expect(done).toEqual(['store']);
});

test('a step waits for the one before it', async () => {
  const { shutdown, done, step, exit } = start();
  const gateway = Promise.withResolvers<void>();
  step('store');
  shutdown.onStop('gateway', () => gateway.promise);
  const stopped = shutdown.stop('test');
  await vi.advanceTimersByTimeAsync(7000);
  expect(done).toEqual([]);
  gateway.resolve();
  await stopped;
  expect(done).toEqual(['store']);
  expect(exit.mock.calls).toEqual([[0]]);
});

test('a step that fails is logged, the next one runs, and the program ends with 1', async () => {
  const { shutdown, done, step, exit, logger } = start();
  const error = new Error('no');
  step('store');
  shutdown.onStop('queue', () => Promise.reject(error));
  shutdown.onStop('gateway', () => {
    throw error;
  });
  await shutdown.stop('test');
  expect(done).toEqual(['store']);
  expect(logger.error.mock.calls.map(([fields]) => fields)).toEqual([
    { err: error, step: 'gateway' },
    { err: error, step: 'queue' },
  ]);
  expect(exit.mock.calls).toEqual([[1]]);
});

test('work cut at the deadline leaves time for the steps after it, and 0', async () => {
  const { shutdown, done, step, exit } = start();
  step('store');
  shutdown.onStop('queue', (deadline) => {
    const cut = Promise.withResolvers<void>();
    deadline.addEventListener('abort', () => cut.resolve());
    return cut.promise;
  });
  const stopped = shutdown.stop('test');
  await vi.advanceTimersByTimeAsync(7999);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await stopped;
  expect(done).toEqual(['store']);
  expect(exit.mock.calls).toEqual([[0]]);
});

test('a step that never ends is left behind after the grace, by name, with 1', async () => {
  const { shutdown, exit, logger } = start();
  shutdown.onStop('store', never);
  void shutdown.stop('test');
  await vi.advanceTimersByTimeAsync(8999);
  expect(exit).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(exit.mock.calls).toEqual([[1]]);
  expect(logger.error).toHaveBeenCalledWith({ step: 'store' }, expect.any(String));
});

test.for([
  ['SIGTERM', 'SIGTERM'],
  ['SIGINT', 'SIGTERM'],
])('%s and then %s ends at once', ([first = '', second = '']) => {
  const { shutdown, source, exit } = start();
  shutdown.onStop('queue', never);
  source.emit(first);
  expect(exit).not.toHaveBeenCalled();
  source.emit(second);
  expect(exit.mock.calls).toEqual([[1]]);
});

test('the program ends once, whatever comes later', async () => {
  const { shutdown, source, exit } = start();
  const queue = Promise.withResolvers<void>();
  shutdown.onStop('queue', () => queue.promise);
  source.emit('SIGTERM');
  source.emit('SIGTERM');
  queue.resolve();
  await shutdown.stop('test');
  expect(exit.mock.calls).toEqual([[1]]);
});

test('a part that starts while stopping is stopped too', async () => {
  const { shutdown, done, step } = start();
  shutdown.onStop('login', () => step('gateway'));
  await shutdown.stop('test');
  expect(done).toEqual(['gateway']);
});

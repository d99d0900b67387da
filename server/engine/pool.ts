import { Worker } from 'node:worker_threads';

/** Threads that each do one job at a time, jobs in the order they came. */
export interface Pool<Job, Result> {
  /**
   * Rejects with the signal's reason when aborted, with a `PoolError` when the thread broke down or
   * the pool was closed. Either way the slot is free again.
   */
  run(job: Job, signal: AbortSignal): Promise<Result>;
  /** Ends every thread; waiting and running jobs are rejected. */
  close(): Promise<void>;
}

/** A job that was not finished, for a reason other than its own signal. */
export class PoolError extends Error {
  override readonly name = 'PoolError';
}

interface Ticket<Job, Result> {
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly promise: Promise<Result>;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** `script` is run in each thread: it gets one message a job and answers with one message. */
export function createPool<Job, Result>(script: URL, size: number): Pool<Job, Result> {
  const waiting: Ticket<Job, Result>[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Ticket<Job, Result>>();
  let closed = false;

  const next = (): void => {
    if (closed || running.size >= size) return;
    const ticket = waiting.shift();
    if (!ticket) return;
    start(idle.pop() ?? open(), ticket);
    next();
  };

  const start = (worker: Worker, ticket: Ticket<Job, Result>): void => {
    running.set(worker, ticket);
    worker.ref();
    worker.postMessage(ticket.job, []);
  };

  /** Takes a thread's job away from it; undefined if it has none. */
  const take = (worker: Worker): Ticket<Job, Result> | undefined => {
    const ticket = running.get(worker);
    running.delete(worker);
    return ticket;
  };

  const open = (): Worker => {
    const worker = new Worker(script);
    worker.on('message', (result: Result) => {
      const ticket = take(worker);
      if (!ticket) return;
      worker.unref();
      idle.push(worker);
      ticket.resolve(result);
      next();
    });
    worker.on('error', (cause) => {
      take(worker)?.reject(new PoolError('The thread broke down.', { cause }));
    });
    worker.on('exit', () => {
      take(worker)?.reject(new PoolError('The thread ended before its job.'));
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
      next();
    });
    return worker;
  };

  const cancel = (ticket: Ticket<Job, Result>): void => {
    const place = waiting.indexOf(ticket);
    if (place >= 0) waiting.splice(place, 1);
    for (const [worker, held] of running) {
      if (held !== ticket) continue;
      take(worker);
      void worker.terminate();
    }
    ticket.reject(ticket.signal.reason);
    next();
  };

  return {
    async run(job, signal) {
      signal.throwIfAborted();
      if (closed) throw new PoolError('The pool is closed.');
      const ticket = { job, signal, ...Promise.withResolvers<Result>() };
      const onAbort = (): void => cancel(ticket);
      signal.addEventListener('abort', onAbort, { once: true });
      waiting.push(ticket);
      next();
      try {
        return await ticket.promise;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
    async close() {
      closed = true;
      const workers = [...idle.splice(0), ...running.keys()];
      const unfinished = [...waiting.splice(0), ...running.values()];
      running.clear();
      for (const ticket of unfinished) ticket.reject(new PoolError('The pool is closed.'));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

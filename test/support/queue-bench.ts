import { setImmediate as turn } from 'node:timers/promises';
import { createFairQueue, type FairQueue, type QueueOptions } from '../../src/queue/fair-queue.ts';

/** Never aborted. */
export const never = new AbortController().signal;

/** A queue with room for everybody, and a clock that the test turns. */
export function queueOf(concurrency: number, options: Partial<QueueOptions> = {}) {
  const clock = { now: 0 };
  const room = { perMember: 1_000, perServer: 1_000, total: 1_000 };
  const queue = createFairQueue({ concurrency, ...room, now: () => clock.now, ...options });
  return { queue, clock };
}

/** Work that says when it starts and ends when told. */
export function bench(queue: FairQueue) {
  const order: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();

  function seats(guildId: string, userId: string, count: number) {
    const admission = queue.admit({ guildId, userId }, count);
    if (admission.kind !== 'admitted') throw new Error(admission.kind);
    const run = (name: string, signal = never) => {
      const gate = Promise.withResolvers<void>();
      gates.set(name, gate);
      const work = () => {
        order.push(name);
        return gate.promise;
      };
      return admission.seats.run(work, signal);
    };
    return { ...admission.seats, run };
  }

  const enter = async (name: string, guildId: string, userId: string, signal = never) =>
    seats(guildId, userId, 1).run(name, signal);
  const end = async (name: string) => {
    gates.get(name)?.resolve();
    await turn();
  };
  /** Ends whatever runs, one after the other, until nothing is left. */
  const drain = async () => {
    for (let done = 0; done < gates.size; done += 1) {
      await turn();
      const name = order[done];
      if (name === undefined) break;
      gates.get(name)?.resolve();
    }
  };
  return { order, seats, enter, end, drain };
}

/** Loaded into the bot's process before its own code: puts its clock and its event loop into a test's hands. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CLOCK_AHEAD, type HostOrder } from './bot-host.ts';

const RealDate = Date;
let aheadMs = Number(process.env[CLOCK_AHEAD] ?? 0);

const now = (): number => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, made) as Date,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const block = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

process.on('message', (order: HostOrder) => {
  if ('tellsMemory' in order) {
    for (let round = 0; round < 3; round += 1) collect();
    process.send?.(process.memoryUsage());
    return;
  }
  if ('clockAheadMs' in order) aheadMs = order.clockAheadMs;
  process.send?.('followed', undefined, undefined, () => {
    if ('blockMs' in order) block(order.blockMs);
  });
});
process.channel?.unref();

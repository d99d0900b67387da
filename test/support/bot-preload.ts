/** Loaded into the bot's process before its own code: puts its clock and its event loop into a test's hands. */
import { CLOCK_AHEAD, type HostOrder } from './bot-host.ts';

const RealDate = Date;
let aheadMs = Number(process.env[CLOCK_AHEAD] ?? 0);

const now = (): number => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, made) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, made) as Date,
  get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
});

const block = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

process.on('message', (order: HostOrder) => {
  if ('clockAheadMs' in order) aheadMs = order.clockAheadMs;
  process.send?.('followed', undefined, undefined, () => {
    if ('blockMs' in order) block(order.blockMs);
  });
});
process.channel?.unref();

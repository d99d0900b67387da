import type { Picture } from '../../src/image-api/client.ts';
import type { Missing } from '../../src/outcome.ts';
import type { Painting, Progress, Stop } from '../../src/painting/progress.ts';
import { pictureRequest } from './edge-pictures.ts';

const IDLE = { running: 0, waiting: 0, ahead: 0 };

/** How far one is who waits behind so many pictures, for so many milliseconds as far as that is known. */
export const waitingFor = (ahead: number, startsIn?: number) => ({
  running: 0,
  waiting: 1,
  ahead,
  ...(startsIn !== undefined && { startsIn, each: 4_000 }),
});

/** A painting that is over: these are its pictures. */
export const finishedPainting = (
  pictures: readonly Picture[],
  missing: readonly Missing[] = [],
): Painting => ({
  look: () => ({
    request: pictureRequest({ count: pictures.length + missing.length }),
    pictures,
    missing,
    standing: IDLE,
    begunAt: undefined,
    isOver: true,
  }),
  changed: () => new Promise(() => {}),
  stop() {},
});

/** A painting of so many pictures that goes on when the test says so, and what it was stopped with. */
export function ownPainting(count: number) {
  const stops: Stop[] = [];
  let next = Promise.withResolvers<void>();
  let now: Progress = {
    request: pictureRequest({ count }),
    pictures: [],
    missing: [],
    standing: { running: count, waiting: 0, ahead: 0 },
    begunAt: undefined,
    isOver: false,
  };
  const become = (change: Partial<Progress>) => {
    now = { ...now, ...change };
    const before = next;
    next = Promise.withResolvers();
    before.resolve();
  };
  const ended = (change: Partial<Progress>) => {
    const { pictures, missing } = { ...now, ...change };
    const running = count - pictures.length - missing.length;
    become({ ...change, standing: { ...IDLE, running }, isOver: running === 0 });
  };
  const painting: Painting = {
    look: () => now,
    changed: () => next.promise,
    stop(why) {
      stops.push(why);
      // Nothing ends on the spot: what was asked of the service has to be called off there.
      setImmediate(() => {
        const left = count - now.pictures.length - now.missing.length;
        ended({ missing: [...now.missing, ...Array.from({ length: left }, () => why)] });
      });
    },
  };
  return {
    painting,
    stops,
    become,
    finish: (...pictures: Picture[]) => ended({ pictures: [...now.pictures, ...pictures] }),
    fail: (...missing: Missing[]) => ended({ missing: [...now.missing, ...missing] }),
  };
}

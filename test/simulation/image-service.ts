import type { ImageApi, Picture } from '../../src/image-api/client.ts';
import { type Failure, ImageApiError } from '../../src/image-api/errors.ts';
import type { Dice } from './dice.ts';
import type { Run } from './run.ts';

/** How the image service behaves. */
export interface ServiceFaults {
  /** How many orders fail, between 0 and 1. */
  readonly fails: number;
  /** Bytes of a picture. */
  readonly bytes: Buffer;
  /** Pictures take minutes. */
  readonly isSlow: boolean;
}

/** The bytes of every picture; nobody looks into them. Of large ones two fit into an upload. */
export const PICTURE_BYTES = {
  small: Buffer.alloc(64),
  large: Buffer.alloc(9 * 1024 * 1024),
} as const;

/** Ends of an order without a picture; what was sent and not answered may have been charged. */
const FAILURES: readonly [Failure, ...Failure[]] = [
  { kind: 'timeout', retry: 'no', charged: 'maybe' },
  { kind: 'connection-lost', retry: 'no', charged: 'maybe' },
  { kind: 'unusable-picture', retry: 'no', charged: 'yes' },
  { kind: 'moderated', retry: 'no', charged: 'no' },
  { kind: 'rejected', retry: 'no', charged: 'no', serviceMessage: 'no such style' },
  { kind: 'busy', retry: 'no', charged: 'no' },
  { kind: 'unreachable', retry: 'no', charged: 'no' },
];

const CANCELLED: Failure = { kind: 'cancelled', retry: 'no', charged: 'maybe' };

/** The image service as one run sees it: pictures take from half a second to five minutes; of a slow
 * one up to a quarter of an hour. */
export function createSimulatedService(
  run: Run,
  dice: Dice,
  faults: () => ServiceFaults,
): ImageApi {
  function takes(isSlow: boolean): number {
    if (isSlow) return dice.between(120_000, 900_000);
    return dice.chance(0.05) ? dice.between(20_000, 300_000) : dice.between(500, 12_000);
  }

  return {
    draw({ seed }, signal) {
      const { fails, bytes, isSlow } = faults();
      const failure = dice.chance(fails) ? dice.pick(FAILURES) : undefined;
      const picture: Picture = {
        bytes,
        format: 'png',
        width: 1024,
        height: 1024,
        seed,
        sampleEngine: false,
      };
      return run.send({
        what: `draw (${failure?.kind ?? 'picture'})`,
        ms: takes(isSlow),
        fate: 'answered',
        effect() {
          if (failure !== undefined) throw new ImageApiError(failure);
          return picture;
        },
        lost: () => new ImageApiError(CANCELLED),
        signal,
      });
    },
    close: () => Promise.resolve(),
  };
}

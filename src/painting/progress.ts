import type { Picture } from '../image-api/client.ts';
import type { Missing } from '../outcome.ts';
import type { Standing } from '../queue/fair-queue.ts';
import type { PictureRequest } from '../request.ts';

/** How far the pictures of one request are. */
export interface Progress {
  readonly request: PictureRequest;
  /** In the order in which they were finished. */
  readonly pictures: readonly Picture[];
  readonly missing: readonly Missing[];
  readonly standing: Standing;
  /** When the first one was begun, in milliseconds since 1970; undefined while all wait. */
  readonly begunAt: number | undefined;
  /** Nothing will change any more. */
  readonly isOver: boolean;
}

/** Pictures of one request that are being made. */
export interface Painting {
  look(): Progress;
  /** Resolves at the next change: of the pictures, or of their place in the line. */
  changed(): Promise<void>;
  /** Ends what waits and what runs; what is finished stays. Nothing happens once it is over. */
  stop(why: Stop): void;
}

/** Why pictures are not made to the end. */
export type Stop =
  /** Somebody pressed Cancel. */
  | { readonly reason: 'called-off'; readonly by: string }
  /** Nobody could be shown them: `out-of-time`, or Discord took no more. */
  | { readonly reason: 'out-of-time' | 'upload-refused' };

/** Waits until nothing of a painting will change any more. */
export async function overOf(painting: Painting): Promise<void> {
  while (!painting.look().isOver) await painting.changed();
}

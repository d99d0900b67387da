/**
 * Makes a WebP of a picture file's pixels, at a quality from 0 to 100; undefined where that cannot be
 * done. Rejects with the signal's reason once it is aborted, and never otherwise.
 */
export type Shrink = (
  file: Buffer,
  quality: number,
  signal: AbortSignal,
) => Promise<Buffer | undefined>;

/** Above the best nothing is seen to be gained; below the least the loss is seen at a glance. */
const QUALITY = { best: 92, least: 76 } as const;

/** Qualities that are this far apart look the same. */
const CLOSE = 4;

/**
 * The WebP of the best quality that `room` (bytes) has space for, or of the least quality where none
 * fits; undefined where none can be made. Nearly every picture fits at the best quality, and one that
 * does not at the least never will, so these two come first. Between them the distance is halved until
 * nobody sees it: four attempts at most, of up to seconds each, and two where nothing helps.
 */
export async function bestWebp(
  file: Buffer,
  room: number,
  shrink: Shrink,
  signal: AbortSignal,
): Promise<Buffer | undefined> {
  const best = await shrink(file, QUALITY.best, signal);
  if (best === undefined || best.length <= room) return best;
  let kept = await shrink(file, QUALITY.least, signal);
  if (kept === undefined || kept.length > room) return kept;
  let low: number = QUALITY.least;
  let high: number = QUALITY.best;
  while (high - low > CLOSE) {
    const middle = Math.floor((low + high) / 2);
    const made = await shrink(file, middle, signal);
    if (made !== undefined && made.length <= room) [kept, low] = [made, middle];
    else high = middle;
  }
  return kept;
}

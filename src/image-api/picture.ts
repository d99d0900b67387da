import { checkJpeg, isJpeg } from './jpeg.ts';
import { checkPng, isPng } from './png.ts';
import { checkWebp, isWebp } from './webp.ts';

/**
 * Largest side that is taken, in pixels. The API document asks for at most 1536; a service that
 * enlarges its pictures still fits, a file that declares a billion pixels does not.
 */
const MAX_SIDE = 4096;

/** Why bytes are no usable picture. */
export type PictureFault = 'unknown-format' | 'truncated' | 'corrupt' | 'empty' | 'too-large';

/** What a walk over a file found; `end` is where the picture's own bytes stop. */
export type FileCheck =
  | { readonly ok: true; readonly width: number; readonly height: number; readonly end: number }
  | { readonly ok: false; readonly fault: PictureFault };

/** A whole picture file without anything behind its end. */
export interface PictureFile {
  readonly ok: true;
  readonly bytes: Buffer;
  readonly format: 'png' | 'jpeg' | 'webp';
  readonly width: number;
  readonly height: number;
}

function checkFile(bytes: Buffer): { format: PictureFile['format']; check: FileCheck } | undefined {
  if (isPng(bytes)) return { format: 'png', check: checkPng(bytes) };
  if (isJpeg(bytes)) return { format: 'jpeg', check: checkJpeg(bytes) };
  if (isWebp(bytes)) return { format: 'webp', check: checkWebp(bytes) };
  return undefined;
}

/**
 * Reads a picture's format and size from its bytes, whatever the sender calls them, and refuses files
 * that are cut, damaged or larger than 4096 pixels a side. Pixels are never decoded; never throws.
 */
export function readPicture(
  bytes: Buffer,
): PictureFile | { readonly ok: false; readonly fault: PictureFault } {
  const found = checkFile(bytes);
  if (found === undefined) return { ok: false, fault: 'unknown-format' };
  const { format, check } = found;
  if (!check.ok) return check;
  const { width, height, end } = check;
  if (width === 0 || height === 0) return { ok: false, fault: 'empty' };
  if (width > MAX_SIDE || height > MAX_SIDE) return { ok: false, fault: 'too-large' };
  return { ok: true, bytes: bytes.subarray(0, end), format, width, height };
}

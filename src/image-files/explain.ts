import { userComment } from './exif.ts';
import { type Making, parametersText } from './parameters.ts';
import { addTexts, type PngText } from './png-text.ts';
import { addChunks, growth, type WebpChunk } from './webp-chunks.ts';
import { sourcePacket, XMP_KEYWORD } from './xmp.ts';

/** How much a file may tell: everything, that a machine made it, or nothing. */
export const METADATA_LEVELS = ['full', 'source', 'none'] as const;

/** One of the three. */
export type MetadataLevel = (typeof METADATA_LEVELS)[number];

/** As much as `level` allows without what was asked for. */
export const withoutPrompt = (level: MetadataLevel): MetadataLevel =>
  level === 'full' ? 'source' : level;

/** A picture's file with its format and how it was made. */
interface Made extends Making {
  readonly bytes: Buffer;
  readonly format: string;
}

/**
 * A picture's bytes with how it was made written into them, in as many words as `level` allows and
 * `limit` (bytes) has room for; at worst as they came. Only PNG files are written to, pixels are not
 * encoded again, and a signed file stays untouched.
 */
export function explained(made: Made, level: MetadataLevel, limit: number): Buffer {
  const { bytes, format } = made;
  if (format !== 'png') return bytes;
  return asFits(level, limit, (each) => addTexts(bytes, textsOf(made, each))) ?? bytes;
}

/** The same for a lossy WebP that the bot made itself, by the file's own means. */
export function explainedWebp(
  webp: Buffer,
  making: Making,
  level: MetadataLevel,
  limit: number,
): Buffer {
  return asFits(level, limit, (each) => addChunks(webp, chunksOf(making, each))) ?? webp;
}

/** The most bytes that a WebP grows by when it tells as much as `level` allows. */
export const webpGrowth = (making: Making, level: MetadataLevel): number =>
  growth(chunksOf(making, level));

/** The file that tells the most within a limit, or undefined where not even a silent one fits. */
function asFits(
  level: MetadataLevel,
  limit: number,
  tell: (level: MetadataLevel) => Buffer,
): Buffer | undefined {
  for (const each of METADATA_LEVELS.slice(METADATA_LEVELS.indexOf(level))) {
    const file = tell(each);
    if (file.length <= limit) return file;
  }
  return undefined;
}

function textsOf(making: Making, level: MetadataLevel): PngText[] {
  if (level === 'none') return [];
  const source = { keyword: XMP_KEYWORD, text: sourcePacket(making.sampleEngine) };
  if (level === 'source') return [source];
  return [source, { keyword: 'parameters', text: parametersText(making) }];
}

function chunksOf(making: Making, level: MetadataLevel): WebpChunk[] {
  if (level === 'none') return [];
  const source = { tag: 'XMP ', data: Buffer.from(sourcePacket(making.sampleEngine)) };
  if (level === 'source') return [source];
  return [{ tag: 'EXIF', data: userComment(parametersText(making)) }, source];
}

import { type Making, parametersText } from './parameters.ts';
import { addTexts, type PngText } from './png-text.ts';
import { sourcePacket, XMP_KEYWORD } from './xmp.ts';

/** How much a file may tell: everything, that a machine made it, or nothing. */
export const METADATA_LEVELS = ['full', 'source', 'none'] as const;

/** One of the three. */
export type MetadataLevel = (typeof METADATA_LEVELS)[number];

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
  for (const each of METADATA_LEVELS.slice(METADATA_LEVELS.indexOf(level))) {
    const file = addTexts(bytes, textsOf(made, each));
    if (file.length <= limit) return file;
  }
  return bytes;
}

function textsOf(making: Making, level: MetadataLevel): PngText[] {
  if (level === 'none') return [];
  const source = { keyword: XMP_KEYWORD, text: sourcePacket(making.sampleEngine) };
  if (level === 'source') return [source];
  return [source, { keyword: 'parameters', text: parametersText(making) }];
}

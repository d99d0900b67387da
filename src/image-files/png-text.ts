import { encodeChunk, pngChunks } from './png-chunks.ts';

/** A text of a PNG file under a keyword, such as `parameters`. */
export interface PngText {
  /** 1 to 79 letters of Latin-1. */
  readonly keyword: string;
  readonly text: string;
}

const TEXT_CHUNKS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);

/** The chunk of a C2PA manifest, whose signature covers the whole file. */
const C2PA_CHUNK = 'caBX';

const NUL = String.fromCharCode(0);

/** What a tEXt chunk may hold: Latin-1 without controls, and line feeds (PNG specification, 11.3.3.2). */
const PLAIN = /^[\n\x20-\x7e\xa0-\xff]*$/;

/**
 * Adds texts behind a PNG file's header; every chunk that was there stays as it is, in its place.
 * What the file says of itself already is not said again: its maker knows more. A file that is signed
 * (C2PA), or that does not begin with a header, comes back as it came.
 */
export function addTexts(png: Buffer, texts: readonly PngText[]): Buffer {
  const [header] = pngChunks(png);
  if (header?.type !== 'IHDR') return png;
  const taken = new Set<string>();
  for (const { type, data } of pngChunks(png)) {
    if (type === C2PA_CHUNK) return png;
    if (TEXT_CHUNKS.has(type)) taken.add(keywordOf(data));
  }
  const added = texts.filter(({ keyword }) => !taken.has(keyword)).map(encodeText);
  if (added.length === 0) return png;
  return Buffer.concat([png.subarray(0, header.end), ...added, png.subarray(header.end)]);
}

function keywordOf(data: Buffer): string {
  const end = data.indexOf(0);
  return data.toString('latin1', 0, end === -1 ? data.length : end);
}

/** As tEXt where Latin-1 is enough, since more programs read it, and otherwise as iTXt in UTF-8. */
function encodeText({ keyword, text }: PngText): Buffer {
  const allowed = cleanText(text);
  if (PLAIN.test(allowed)) {
    return encodeChunk('tEXt', Buffer.from(`${keyword}${NUL}${allowed}`, 'latin1'));
  }
  // Behind the keyword: not compressed, method 0, no language, no translated keyword.
  return encodeChunk('iTXt', Buffer.from(`${keyword}${NUL.repeat(5)}${allowed}`, 'utf8'));
}

/** Without NUL, which no text chunk may hold, and with line feeds alone as line ends. */
const cleanText = (text: string): string => text.replaceAll(NUL, '').replace(/\r\n?/g, '\n');

import { crc32, inflateSync } from 'node:zlib';
import { PNG_SIGNATURE } from './image-files.ts';

/** A chunk as a strict reader sees it. */
interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  /** The whole chunk, with its length and CRC. */
  readonly whole: Buffer;
}

/** A PNG file as a strict reader sees it. */
export interface ReadPng {
  readonly chunks: readonly Chunk[];
  /** Keyword, chunk type and text of every text chunk, in their order. */
  readonly texts: readonly (readonly [keyword: string, type: string, text: string])[];
}

function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(`The PNG file is wrong: ${what}.`);
}

/**
 * Reads a PNG file as strictly as the PNG specification allows: every CRC, the order of the chunks,
 * nothing behind the end, and in texts only what may be in them.
 */
export function readPng(file: Buffer): ReadPng {
  insist(file.subarray(0, 8).equals(PNG_SIGNATURE), 'the signature');
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    insist(end <= file.length, 'a chunk is cut');
    const whole = file.subarray(at, end);
    insist(crc32(whole.subarray(4, -4)) === whole.readUInt32BE(whole.length - 4), 'a CRC');
    const type = whole.toString('latin1', 4, 8);
    insist(/^[A-Za-z]{2}[A-Z][A-Za-z]$/.test(type), 'a chunk type');
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    at = end;
  }
  const order = chunks.map(({ type }) => (type === 'IDAT' ? 'd' : 'x')).join('');
  insist(chunks[0]?.type === 'IHDR' && chunks.at(-1)?.type === 'IEND', 'the ends');
  insist(/^x+d+x+$/.test(order), 'pixels in one run');
  return { chunks, texts: chunks.flatMap((chunk) => textOf(chunk)) };
}

function textOf({ type, data }: Chunk): ReadPng['texts'] {
  if (!['tEXt', 'zTXt', 'iTXt'].includes(type)) return [];
  const keywordEnd = data.indexOf(0);
  const keyword = data.toString('latin1', 0, keywordEnd);
  insist(/^(?! )[\x20-\x7e\xa1-\xff]{1,79}(?<! )$/.test(keyword), 'a keyword');
  const rest = data.subarray(keywordEnd + 1);
  if (type === 'zTXt') return [[keyword, type, inflateSync(rest.subarray(1)).toString('latin1')]];
  if (type === 'tEXt') {
    const text = rest.toString('latin1');
    insist(/^[\n\x20-\x7e\xa0-\xff]*$/.test(text), 'a character in tEXt');
    return [[keyword, type, text]];
  }
  insist(rest[0] === 0 && rest[1] === 0, 'compression');
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = rest.indexOf(0, languageEnd + 1);
  insist(languageEnd === 2 && translatedEnd === 3, 'a language');
  const bytes = rest.subarray(translatedEnd + 1);
  insist(!bytes.includes(0) && !bytes.includes(0x0d), 'a character in iTXt');
  // A byte order mark is a character here, and is kept.
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return [[keyword, type, utf8.decode(bytes)]];
}

/** The one text of a file under a keyword; undefined where there is none. */
export function textUnder(file: Buffer, keyword: string): string | undefined {
  const found = readPng(file).texts.filter(([name]) => name === keyword);
  insist(found.length <= 1, `${found.length} texts are named ${keyword}`);
  return found[0]?.[2];
}

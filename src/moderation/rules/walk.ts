import type { Reading } from './readings.ts';
import { GAP, spell, type Spelling } from './spelling.ts';
import { BREAK, type Trie } from './trie.ts';
import { createWays } from './ways.ts';

/** What is known of a way through a text, as bits; higher ones are a worse way. */
const SPLIT = 1;
const LONG = 2;
const WIDE = 4;
const DOUBLED = 8;
const MASKED = 16;
const MASKED_TWICE = 32;
const PENDING = 64;
const PENDING_WIDE = 128;
const STRETCHED = 256;
const DISGUISED = 512;
const BROKEN = 1_024;
const LOOSE = 2_048;

const WORD = SPLIT | LONG | WIDE;

const NONE: readonly Reading[] = [];
const NOTHING = spell('');
const DEAF = (): boolean => true;

/** A sequence that was found in a text. */
export interface Find {
  /** The first character of it and the one behind it. */
  readonly start: number;
  readonly end: number;
  /** Its letters are others than they look, or are not all that is there. */
  readonly isDisguised: boolean;
  /** Parts of it belong to other words, or it is only read so. */
  readonly isLoose: boolean;
  /** One letter stands there twice that should stand there once. */
  readonly isDoubled: boolean;
  /** There is something between its letters that should not be there. */
  readonly isBroken: boolean;
}

/** Sequences to look for, and where. */
interface Terrain {
  readonly trie: Trie;
  /** For each node the number of what ends there; below 0 where nothing does. */
  readonly ends: Int32Array;
  /** Sequences begin anywhere, not only where words do. */
  readonly isFloating: boolean;
}

/**
 * Looks for every sequence in a text at once, with all that the text may be read as.
 * @param found is told the number of what was found; answers whether it needs to hear no more of it.
 */
export type Walk = (spelling: Spelling, found: (end: number, find: Find) => boolean) => void;

/** What a word that is over says of the whole: spelled out it is disguised, in pieces it is loose. */
function closed(flags: number): number {
  if ((flags & SPLIT) === 0) return flags & ~WORD;
  const isLoose = (flags & LONG) !== 0 && (flags & WIDE) !== 0;
  return (flags & ~WORD) | (isLoose ? LOOSE : DISGUISED);
}

const findOf = (start: number, end: number, flags: number): Find => ({
  start,
  end,
  isDisguised: (flags & (DISGUISED | STRETCHED)) !== 0,
  isLoose: (flags & LOOSE) !== 0,
  isDoubled: (flags & DOUBLED) !== 0 && (flags & STRETCHED) === 0,
  isBroken: (flags & BROKEN) !== 0,
});

/**
 * Makes sequences ready to be looked for. How many ways through a text are followed at once has a bound,
 * so that the work grows as the text does, whatever the text and the sequences are.
 */
export function createWalk({ trie, ends, isFloating }: Terrain): Walk {
  const ways = createWays(trie.size);
  const settled = new Set<number>();
  let text: Spelling = NOTHING;
  let tell: Parameters<Walk>[1] = DEAF;

  function push(node: number, start: number, flags: number, at: number): void {
    const isPlain = (flags & ~LONG) === 0;
    if (!ways.push(node, start, flags, at, isPlain)) return;
    const end = ends[node] ?? -1;
    if (end < 0 || settled.has(end)) return;
    if (tell(end, findOf(start, at, closed(flags)))) settled.add(end);
  }

  function takeAs(read: Reading, node: number, start: number, flags: number, at: number): void {
    const target = trie.next(node, read.letter);
    if (target < 0) return;
    if (read.isMask && (node === 0 || (flags & MASKED_TWICE) !== 0)) return;
    const mask = (flags & MASKED) === 0 ? MASKED : MASKED_TWICE;
    const more = (read.isMask ? mask : 0) | (read.isWeak ? LOOSE : 0);
    push(target, start, flags | DISGUISED | more, at + read.length);
  }

  function take(node: number, start: number, flags: number, at: number): void {
    const letter = text.letters[at] ?? 0;
    const target = letter === 0 ? -1 : trie.next(node, letter);
    if (target >= 0) push(target, start, flags, at + 1);
    for (const read of text.readings[at] ?? NONE) takeAs(read, node, start, flags, at);
  }

  function isReadAs(letter: number, at: number): boolean {
    if (text.letters[at] === letter) return true;
    for (const read of text.readings[at] ?? NONE) {
      if (read.letter === letter && read.length === 1 && !read.isMask) return true;
    }
    return false;
  }

  /** The same letter once more: a word that is drawn out. */
  function stretch(node: number, start: number, flags: number, at: number): void {
    if (!isReadAs(trie.letterOf(node), at)) return;
    const { letters } = text;
    const isThird = at > 1 && letters[at - 1] === letters[at] && letters[at - 2] === letters[at];
    const isStretched = isThird || (flags & DOUBLED) !== 0;
    push(node, start, flags | DOUBLED | (isStretched ? STRETCHED : 0), at + 1);
  }

  function go(node: number, start: number, before: number, at: number): void {
    const pending = (before & PENDING_WIDE) !== 0 ? GAP.wide : (before & PENDING) / PENDING;
    const gap = Math.max(text.gaps[at] ?? 0, pending);
    const flags = before & ~(PENDING | PENDING_WIDE);
    const behindBreak = trie.next(node, BREAK);
    if (behindBreak >= 0) {
      take(behindBreak, start, closed(flags) | (gap === GAP.none ? DISGUISED : 0), at);
    }
    const split = gap === GAP.none ? 0 : SPLIT | BROKEN | (gap === GAP.wide ? WIDE : 0);
    take(node, start, flags | (split === 0 ? LONG : split), at);
    stretch(node, start, flags | split, at);
    if (text.letters[at] !== 0) return;
    const isWide = gap === GAP.wide || text.signGaps[at] === GAP.wide;
    ways.push(node, start, flags | (isWide ? PENDING_WIDE : PENDING), at + 1, false);
  }

  return (spelling, found) => {
    text = spelling;
    tell = found;
    settled.clear();
    ways.begin();
    const { length, begins } = spelling;
    for (let at = 0; at < length; at += 1) {
      if (isFloating || begins[at] === true) take(0, at, 0, at);
      const { count, nodes, starts, flags } = ways.at(at);
      for (let way = 0; way < count; way += 1) {
        go(nodes[way] ?? 0, starts[way] ?? 0, flags[way] ?? 0, at);
      }
    }
    text = NOTHING;
  };
}

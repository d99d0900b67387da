import { GAP } from './draft.ts';
import { bitOf } from './mask.ts';
import type { Reading } from './readings.ts';
import { type Spelling, spell } from './spelling.ts';
import { BREAK, letterOf, maskOf, next, type Trie } from './trie.ts';
import { beginWays, countWays, createWays, firstWay, pushWay, type Ways } from './ways.ts';

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

const A_BREAK = bitOf(BREAK);
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

/** A text that is being walked through. */
interface Walker extends Terrain {
  readonly ways: Ways;
  /** What nothing more needs to be heard of. */
  readonly settled: Set<number>;
  text: Spelling;
  tell: Parameters<Walk>[1];
}

function push(walker: Walker, node: number, start: number, flags: number, at: number): void {
  if (!pushWay(walker.ways, node, start, flags, at, (flags & ~LONG) === 0)) return;
  const end = walker.ends[node] ?? -1;
  if (end < 0 || walker.settled.has(end)) return;
  if (walker.tell(end, findOf(start, at, closed(flags)))) walker.settled.add(end);
}

function takeAs(
  walker: Walker,
  { letter, length, isMask, isWeak }: Reading,
  node: number,
  start: number,
  flags: number,
  at: number,
): void {
  const target = next(walker.trie, node, letter);
  if (target < 0) return;
  if (isMask && (node === 0 || (flags & MASKED_TWICE) !== 0)) return;
  const mask = (flags & MASKED) === 0 ? MASKED : MASKED_TWICE;
  const more = (isMask ? mask : 0) | (isWeak ? LOOSE : 0);
  push(walker, target, start, flags | DISGUISED | more, at + length);
}

function take(walker: Walker, node: number, start: number, flags: number, at: number): void {
  const letter = walker.text.letters[at] ?? 0;
  const target = letter === 0 ? -1 : next(walker.trie, node, letter);
  if (target >= 0) push(walker, target, start, flags, at + 1);
  for (const read of walker.text.readings[at] ?? NONE) {
    takeAs(walker, read, node, start, flags, at);
  }
}

function isReadAs({ letters, readings }: Spelling, letter: number, at: number): boolean {
  if (letters[at] === letter) return true;
  for (const read of readings[at] ?? NONE) {
    if (read.letter === letter && read.length === 1 && !read.isMask) return true;
  }
  return false;
}

/** The same letter once more: a word that is drawn out. */
function stretch(walker: Walker, node: number, start: number, flags: number, at: number): void {
  const { letters, masks } = walker.text;
  const letter = letterOf(walker.trie, node);
  if (((masks[at] ?? 0) & bitOf(letter)) === 0 || !isReadAs(walker.text, letter, at)) return;
  const isThird = at > 1 && letters[at - 1] === letters[at] && letters[at - 2] === letters[at];
  const isStretched = isThird || (flags & DOUBLED) !== 0;
  push(walker, node, start, flags | DOUBLED | (isStretched ? STRETCHED : 0), at + 1);
}

function go(walker: Walker, node: number, start: number, before: number, at: number): void {
  const { text, trie } = walker;
  const pending = (before & PENDING_WIDE) !== 0 ? GAP.wide : (before & PENDING) / PENDING;
  const gap = Math.max(text.gaps[at] ?? 0, pending);
  const flags = before & ~(PENDING | PENDING_WIDE);
  const on = maskOf(trie, node);
  const behindBreak = (on & A_BREAK) === 0 ? -1 : next(trie, node, BREAK);
  if (behindBreak >= 0) {
    take(walker, behindBreak, start, closed(flags) | (gap === GAP.none ? DISGUISED : 0), at);
  }
  const split = gap === GAP.none ? 0 : SPLIT | BROKEN | (gap === GAP.wide ? WIDE : 0);
  if ((on & (text.masks[at] ?? 0)) !== 0) {
    take(walker, node, start, flags | (split === 0 ? LONG : split), at);
  }
  stretch(walker, node, start, flags | split, at);
  if (text.letters[at] !== 0) return;
  const isWide = gap === GAP.wide || text.signGaps[at] === GAP.wide;
  const waits = isWide ? PENDING_WIDE : PENDING;
  pushWay(walker.ways, node, start, flags | waits, at + 1, false);
}

function walkThrough(walker: Walker): void {
  const { ways, text, isFloating } = walker;
  const { nodes, starts, flags } = ways;
  for (let at = 0; at < text.length; at += 1) {
    if (isFloating || text.begins[at] === true) take(walker, 0, at, 0, at);
    const first = firstWay(at);
    const end = first + countWays(ways, at);
    for (let way = first; way < end; way += 1) {
      go(walker, nodes[way] ?? 0, starts[way] ?? 0, flags[way] ?? 0, at);
    }
  }
}

/**
 * Makes sequences ready to be looked for. How many ways through a text are followed at once has a bound,
 * so that the work grows as the text does, whatever the text and the sequences are.
 */
export function createWalk(terrain: Terrain): Walk {
  const walker: Walker = {
    ...terrain,
    ways: createWays(terrain.trie.size),
    settled: new Set(),
    text: NOTHING,
    tell: DEAF,
  };
  return (text, tell) => {
    Object.assign(walker, { text, tell });
    walker.settled.clear();
    beginWays(walker.ways);
    walkThrough(walker);
    Object.assign(walker, { text: NOTHING, tell: DEAF });
  };
}

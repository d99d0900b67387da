import { bitOf } from './mask.ts';

/** Stands between two words of a phrase. */
export const BREAK = 0x20;

const EMPTY = -1;

/** What is known of a node stands together: what leads to it, what leads on, and its first child. */
const PARTS = 4;
const INTO = 0;
const MASK = 1;
const FIRST = 2;
const TARGET = 3;

/**
 * Sequences of characters, and what each leads to. Children beyond a node's first stand in one hash
 * table: looking up costs the same however many sequences there are, and a node takes a few bytes,
 * because a server may have a million of them.
 */
export interface Trie {
  /** How many nodes it has; node 0 is the root. */
  size: number;
  known: Int32Array;
  /** The hash table, by its slots; as many as `capacity`, a power of two. */
  capacity: number;
  entries: number;
  nodes: Int32Array;
  letters: Int32Array;
  targets: Int32Array;
}

/** A trie without sequences. */
export function createTrie(): Trie {
  const known = new Int32Array(PARTS * 64);
  known.set([0, 0, EMPTY, EMPTY]);
  return { size: 1, known, entries: 0, ...tableOf(64) };
}

const tableOf = (capacity: number) => ({
  capacity,
  nodes: new Int32Array(capacity).fill(EMPTY),
  letters: new Int32Array(capacity),
  targets: new Int32Array(capacity),
});

/** Adds a sequence; answers the node that it leads to. */
export function addTo(trie: Trie, letters: readonly number[]): number {
  let node = 0;
  for (const letter of letters) {
    const target = next(trie, node, letter);
    node = target < 0 ? addChild(trie, node, letter) : target;
  }
  return node;
}

/** The node behind a character; below 0 where there is none. */
export function next(trie: Trie, node: number, letter: number): number {
  const at = node * PARTS;
  if (trie.known[at + FIRST] === letter) return trie.known[at + TARGET] ?? EMPTY;
  if (((trie.known[at + MASK] ?? 0) & bitOf(letter)) === 0) return EMPTY;
  const slot = slotOf(trie, node, letter);
  return trie.nodes[slot] === EMPTY ? EMPTY : (trie.targets[slot] ?? EMPTY);
}

/** The characters that lead on from a node, as a mask: none but those with a bit in it do. */
export const maskOf = (trie: Trie, node: number): number => trie.known[node * PARTS + MASK] ?? 0;

/** The character that leads to a node; 0 for the root. */
export const letterOf = (trie: Trie, node: number): number => trie.known[node * PARTS + INTO] ?? 0;

const hash = (node: number, letter: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 0;

function slotOf({ capacity, nodes, letters }: Trie, node: number, letter: number): number {
  let slot = (hash(node, letter) >>> 7) & (capacity - 1);
  while (nodes[slot] !== EMPTY && (nodes[slot] !== node || letters[slot] !== letter)) {
    slot = (slot + 1) & (capacity - 1);
  }
  return slot;
}

function put(trie: Trie, node: number, letter: number, target: number): void {
  const slot = slotOf(trie, node, letter);
  trie.nodes[slot] = node;
  trie.letters[slot] = letter;
  trie.targets[slot] = target;
}

function grow(trie: Trie): void {
  const { nodes, letters, targets } = trie;
  Object.assign(trie, tableOf(trie.capacity * 2));
  for (const [slot, node] of nodes.entries()) {
    if (node !== EMPTY) put(trie, node, letters[slot] ?? 0, targets[slot] ?? 0);
  }
}

function addNode(trie: Trie, letter: number): number {
  const at = trie.size * PARTS;
  if (at === trie.known.length) {
    const { known } = trie;
    trie.known = new Int32Array(at * 2);
    trie.known.set(known);
  }
  trie.known.set([letter, 0, EMPTY, EMPTY], at);
  trie.size += 1;
  return trie.size - 1;
}

function addChild(trie: Trie, node: number, letter: number): number {
  const target = addNode(trie, letter);
  const { known } = trie;
  const at = node * PARTS;
  known[at + MASK] = (known[at + MASK] ?? 0) | bitOf(letter);
  if (known[at + FIRST] === EMPTY) {
    known[at + FIRST] = letter;
    known[at + TARGET] = target;
    return target;
  }
  trie.entries += 1;
  if (trie.entries * 2 > trie.capacity) grow(trie);
  put(trie, node, letter, target);
  return target;
}

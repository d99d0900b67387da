/** Stands between two words of a phrase. */
export const BREAK = 0x20;

/** Sequences of characters, and what each leads to. */
export interface Trie {
  /** How many nodes it has; node 0 is the root. */
  readonly size: number;
  /** The node behind a character; -1 where there is none. */
  next(node: number, letter: number): number;
  /** The character that leads to a node; 0 for the root. */
  letterOf(node: number): number;
}

/** Sequences of characters that more can be added to. */
export interface GrowingTrie extends Trie {
  /** Adds a sequence; answers the node that it leads to. */
  add(letters: readonly number[]): number;
}

const EMPTY = -1;

const hash = (node: number, letter: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) >>> 0;

/**
 * A trie in one hash table: looking up costs the same however many sequences there are, and a node
 * takes a few bytes, because a server may have a million of them. Most nodes have one child, which is
 * known without the table.
 */
export function createTrie(): GrowingTrie {
  let capacity = 64;
  let nodes = new Int32Array(capacity).fill(EMPTY);
  let letters = new Int32Array(capacity);
  let targets = new Int32Array(capacity);
  const into: number[] = [0];
  const firstLetters: number[] = [EMPTY];
  const firstTargets: number[] = [EMPTY];
  const hasMore: boolean[] = [false];
  let entries = 0;

  const slotOf = (node: number, letter: number): number => {
    let slot = (hash(node, letter) >>> 7) & (capacity - 1);
    while (nodes[slot] !== EMPTY && (nodes[slot] !== node || letters[slot] !== letter)) {
      slot = (slot + 1) & (capacity - 1);
    }
    return slot;
  };

  function put(node: number, letter: number, target: number): void {
    const slot = slotOf(node, letter);
    nodes[slot] = node;
    letters[slot] = letter;
    targets[slot] = target;
  }

  function grow(): void {
    const old = { nodes, letters, targets };
    capacity *= 2;
    nodes = new Int32Array(capacity).fill(EMPTY);
    letters = new Int32Array(capacity);
    targets = new Int32Array(capacity);
    for (const [slot, node] of old.nodes.entries()) {
      if (node !== EMPTY) put(node, old.letters[slot] ?? 0, old.targets[slot] ?? 0);
    }
  }

  function next(node: number, letter: number): number {
    if (firstLetters[node] === letter) return firstTargets[node] ?? EMPTY;
    if (hasMore[node] !== true) return EMPTY;
    const slot = slotOf(node, letter);
    return nodes[slot] === EMPTY ? EMPTY : (targets[slot] ?? EMPTY);
  }

  function addChild(node: number, letter: number): number {
    const target = into.length;
    into.push(letter);
    firstLetters.push(EMPTY);
    firstTargets.push(EMPTY);
    hasMore.push(false);
    if (firstLetters[node] === EMPTY) {
      firstLetters[node] = letter;
      firstTargets[node] = target;
      return target;
    }
    hasMore[node] = true;
    entries += 1;
    if (entries * 2 > capacity) grow();
    put(node, letter, target);
    return target;
  }

  return {
    get size() {
      return into.length;
    },
    next,
    letterOf: (node) => into[node] ?? 0,

    add(sequence) {
      let node = 0;
      for (const letter of sequence) {
        const target = next(node, letter);
        node = target < 0 ? addChild(node, letter) : target;
      }
      return node;
    },
  };
}

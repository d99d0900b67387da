/** Something that happens at a moment of simulated time. */
interface Entry {
  readonly at: number;
  /** Entries of the same moment happen in the order in which they were added. */
  readonly serial: number;
  readonly act: () => void;
}

/** Simulated time: what is to happen, in its order. */
export interface Agenda {
  /** Milliseconds since 1970, by Discord's clock. */
  readonly now: number;
  /** Has something happen in so many milliseconds. */
  add(inMs: number, act: () => void): void;
  /** Moves time to what is next and lets it happen; false when nothing is left. */
  step(): boolean;
}

const earlier = (a: Entry, b: Entry): boolean =>
  a.at < b.at || (a.at === b.at && a.serial < b.serial);

/** An agenda that starts at a moment; its entries lie in a binary heap. */
export function createAgenda(start: number): Agenda {
  const heap: Entry[] = [];
  let now = start;
  let serial = 0;

  function swapIfEarlier(lower: number, upper: number): boolean {
    const [a, b] = [heap[lower], heap[upper]];
    if (a === undefined || b === undefined || !earlier(a, b)) return false;
    heap[lower] = b;
    heap[upper] = a;
    return true;
  }

  function rise(from: number): void {
    let index = from;
    while (index > 0 && swapIfEarlier(index, (index - 1) >> 1)) index = (index - 1) >> 1;
  }

  function sink(): void {
    let index = 0;
    for (;;) {
      const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
      if (left === undefined) return;
      const child = right !== undefined && earlier(right, left) ? 2 * index + 2 : 2 * index + 1;
      if (!swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  return {
    get now() {
      return now;
    },

    add(inMs, act) {
      serial += 1;
      heap.push({ at: now + Math.max(0, inMs), serial, act });
      rise(heap.length - 1);
    },

    step() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return false;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      now = first.at;
      first.act();
      return true;
    },
  };
}

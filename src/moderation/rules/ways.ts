/** Ways are known up to so many characters ahead. */
const AHEAD = 8;

/**
 * How many ways of each kind are followed at once. Plain ones are that many only where rules repeat
 * themselves a hundred letters long; others get little room while there are many all the time, which no
 * writing but nonsense has.
 */
const MOST = { plain: 40, others: 24, many: 8, few: 3 };

const ROOM = MOST.plain + MOST.others;

/** The ways through a trie that have come to one character of a text. */
interface Place {
  at: number;
  count: number;
  others: number;
  /** For others. */
  room: number;
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  readonly flags: Int32Array;
}

/** The ways through a trie that are being followed. */
export interface Ways {
  /** Forgets every way. */
  begin(): void;
  /** The ways that have come to a character. */
  at(place: number): Place;
  /**
   * Follows a way on to a character. Of two ways to the same node the one with lower flags is kept.
   * Answers whether it is this one.
   */
  push(node: number, start: number, flags: number, at: number, isPlain: boolean): boolean;
}

/** Room for ways through a trie of so many nodes; it is used for one text after another. */
export function createWays(nodes: number): Ways {
  const seenAt = new Int32Array(nodes).fill(-1);
  const slots = new Int32Array(nodes);
  const places = Array.from(
    { length: AHEAD },
    (): Place => ({
      at: -1,
      count: 0,
      others: 0,
      room: MOST.others,
      nodes: new Int32Array(ROOM),
      starts: new Int32Array(ROOM),
      flags: new Int32Array(ROOM),
    }),
  );
  /** Makes the same place of another text another one. */
  let base = 0;
  let furthest = 0;

  function placeAt(at: number): Place {
    const place = places[at % AHEAD] as Place;
    if (place.at !== at) {
      place.at = at;
      place.count = 0;
      place.others = 0;
      const before = places[(at + AHEAD - 1) % AHEAD];
      place.room = (before?.others ?? 0) > MOST.many ? MOST.few : MOST.others;
    }
    return place;
  }

  return {
    begin() {
      base += furthest + AHEAD;
      furthest = 0;
      if (base > 0x3fff_ffff) {
        seenAt.fill(-1);
        base = 0;
      }
      for (const place of places) place.at = -1;
    },

    at: placeAt,

    push(node, start, flags, at, isPlain) {
      const place = placeAt(at);
      if (at > furthest) furthest = at;
      const slot = slots[node] ?? 0;
      if (seenAt[node] === base + at && place.nodes[slot] === node) {
        if ((place.flags[slot] ?? 0) <= flags) return false;
        place.starts[slot] = start;
        place.flags[slot] = flags;
        return true;
      }
      if (isPlain ? place.count - place.others >= MOST.plain : place.others >= place.room) {
        return false;
      }
      if (!isPlain) place.others += 1;
      seenAt[node] = base + at;
      slots[node] = place.count;
      place.nodes[place.count] = node;
      place.starts[place.count] = start;
      place.flags[place.count] = flags;
      place.count += 1;
      return true;
    },
  };
}

/** Ways are known up to so many characters ahead; a power of two. */
const AHEAD = 8;

/** Characters of the longest rule. */
const LONGEST = 100;

/**
 * How many ways of each kind are followed at once. Plain ones are many only where rules repeat
 * themselves, and get less room once that goes on for longer than a rule is. Others are many where a
 * word is written in signs; they get less room, and little while there are many, once a text has tried
 * more of them than the longest one does that is no nonsense.
 */
const MOST = {
  plain: LONGEST,
  lasting: 8,
  others: 48,
  tried: 4_000,
  fewer: 24,
  many: 8,
  few: 1,
};

const ROOM = MOST.plain + MOST.others;

/** The ways through a trie that are being followed; those that came to one character stand together. */
export interface Ways {
  /** Of each way: the node it has come to, the character it began at, and what is known of it. */
  readonly nodes: Int32Array;
  readonly starts: Int32Array;
  readonly flags: Int32Array;
  /** Of each place: its character, its ways, those that are not plain, the room for these. */
  readonly characters: Int32Array;
  readonly counts: Int32Array;
  readonly others: Int32Array;
  readonly rooms: Int32Array;
  /** For how many characters there have been many plain ways. */
  readonly crowds: Int32Array;
  /** Of each node: the last character that a way came to it at, and which way. */
  readonly seen: Int32Array;
  /** How many ways that are not plain were tried so far. */
  tried: number;
  /** Makes the same character of another text another one. */
  base: number;
  furthest: number;
}

/** Room for ways through a trie of so many nodes; it is used for one text after another. */
export const createWays = (size: number): Ways => ({
  nodes: new Int32Array(AHEAD * ROOM),
  starts: new Int32Array(AHEAD * ROOM),
  flags: new Int32Array(AHEAD * ROOM),
  characters: new Int32Array(AHEAD),
  counts: new Int32Array(AHEAD),
  others: new Int32Array(AHEAD),
  rooms: new Int32Array(AHEAD),
  crowds: new Int32Array(AHEAD),
  seen: new Int32Array(size * 2).fill(-1),
  tried: 0,
  base: 0,
  furthest: 0,
});

/** Forgets every way. */
export function beginWays(ways: Ways): void {
  ways.base += ways.furthest + AHEAD;
  ways.furthest = 0;
  ways.tried = 0;
  if (ways.base > 0x3fff_ffff) {
    ways.seen.fill(-1);
    ways.base = 0;
  }
  ways.characters.fill(-1);
  ways.crowds.fill(0);
}

/** Where the ways begin that have come to a character. */
export const firstWay = (at: number): number => (at & (AHEAD - 1)) * ROOM;

/** How many ways have come to a character. */
export const countWays = (ways: Ways, at: number): number => ways.counts[placeOf(ways, at)] ?? 0;

function placeOf(ways: Ways, at: number): number {
  const place = at & (AHEAD - 1);
  if (ways.characters[place] !== at) {
    ways.characters[place] = at;
    ways.counts[place] = 0;
    ways.others[place] = 0;
    const before = (at + AHEAD - 1) & (AHEAD - 1);
    const others = ways.others[before] ?? 0;
    const isCrowded = (ways.counts[before] ?? 0) - others >= MOST.lasting;
    ways.rooms[place] = roomFor(ways, others);
    ways.crowds[place] = isCrowded ? (ways.crowds[before] ?? 0) + 1 : 0;
  }
  return place;
}

function roomFor({ tried }: Ways, before: number): number {
  if (tried <= MOST.tried) return MOST.others;
  return before > MOST.many ? MOST.few : MOST.fewer;
}

const plainRoom = ({ crowds }: Ways, place: number): number =>
  (crowds[place] ?? 0) > LONGEST ? MOST.lasting : MOST.plain;

/**
 * Follows a way on to a character. Of two ways to the same node the one with lower flags is kept.
 * Answers whether it is this one.
 */
export function pushWay(
  ways: Ways,
  node: number,
  start: number,
  flags: number,
  at: number,
  isPlain: boolean,
): boolean {
  const { seen } = ways;
  if (!isPlain) ways.tried += 1;
  if (seen[node * 2] === ways.base + at) {
    const known = seen[node * 2 + 1] ?? 0;
    if ((ways.flags[known] ?? 0) <= flags) return false;
    ways.starts[known] = start;
    ways.flags[known] = flags;
    return true;
  }
  const place = placeOf(ways, at);
  const count = ways.counts[place] ?? 0;
  const others = ways.others[place] ?? 0;
  const room = isPlain ? plainRoom(ways, place) : (ways.rooms[place] ?? 0);
  if ((isPlain ? count - others : others) >= room) return false;
  if (!isPlain) ways.others[place] = others + 1;
  if (at > ways.furthest) ways.furthest = at;
  const way = place * ROOM + count;
  ways.counts[place] = count + 1;
  ways.nodes[way] = node;
  ways.starts[way] = start;
  ways.flags[way] = flags;
  seen[node * 2] = ways.base + at;
  seen[node * 2 + 1] = way;
  return true;
}

/** Who waits: turns go round the servers, and within a server round its members. */
export interface Party {
  readonly guildId: string;
  readonly userId: string;
}

type Member<E> = E[];
type Guild<E> = Map<string, Member<E>>;
type Guilds<E> = Map<string, Guild<E>>;

/** Those who wait, in the order of their turns. */
export interface Line<E> {
  enter(party: Party, entry: E): void;
  /** Lets somebody go who is still waiting; nothing happens otherwise. */
  leave(party: Party, entry: E): void;
  /** Takes out whose turn it is. */
  next(): E | undefined;
  /** Everybody in the order in which they would be taken if nobody came or went. */
  order(): readonly E[];
  clear(): void;
  readonly length: number;
}

/** Whoever has waited longest for a turn stands first; after a turn they go to the end. */
function take<E>(guilds: Guilds<E>): E | undefined {
  for (const [guildId, guild] of guilds) {
    for (const [userId, member] of guild) {
      const entry = member.shift();
      guild.delete(userId);
      guilds.delete(guildId);
      if (member.length > 0) guild.set(userId, member);
      if (guild.size > 0) guilds.set(guildId, guild);
      return entry;
    }
  }
  return undefined;
}

const copyOf = <E>(guilds: Guilds<E>): Guilds<E> =>
  new Map(
    [...guilds].map(([guildId, guild]) => [
      guildId,
      new Map([...guild].map(([userId, member]) => [userId, [...member]])),
    ]),
  );

/** An empty line. */
export function createLine<E>(): Line<E> {
  const guilds: Guilds<E> = new Map();
  let length = 0;
  /** Everybody's order, as long as nothing changed. */
  let known: readonly E[] | undefined;

  return {
    get length() {
      return length;
    },

    enter({ guildId, userId }, entry) {
      const guild = guilds.get(guildId) ?? new Map<string, Member<E>>();
      const member = guild.get(userId) ?? [];
      member.push(entry);
      guild.set(userId, member);
      guilds.set(guildId, guild);
      length += 1;
      known = undefined;
    },

    leave({ guildId, userId }, entry) {
      const guild = guilds.get(guildId);
      const member = guild?.get(userId);
      const index = member?.indexOf(entry) ?? -1;
      if (guild === undefined || member === undefined || index < 0) return;
      member.splice(index, 1);
      if (member.length === 0) guild.delete(userId);
      if (guild.size === 0) guilds.delete(guildId);
      length -= 1;
      known = undefined;
    },

    next() {
      const entry = take(guilds);
      if (entry !== undefined) length -= 1;
      known = undefined;
      return entry;
    },

    order() {
      if (known !== undefined) return known;
      const copy = copyOf(guilds);
      const taken = Array.from({ length }, () => take(copy));
      known = taken.filter((entry) => entry !== undefined);
      return known;
    },

    clear() {
      guilds.clear();
      length = 0;
      known = undefined;
    },
  };
}

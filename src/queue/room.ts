import type { Party } from './line.ts';

/** How many pieces of work may wait or run at once. */
export interface RoomLimits {
  readonly perMember: number;
  readonly perServer: number;
  readonly total: number;
}

/** Whose limit is reached. */
export type FullOf = 'member' | 'server' | 'bot';

/** Counts what waits and runs, for each server and each member in it. */
export interface Room {
  /**
   * Counts more in, or says which limit is in the way and what it is. A member's own limit may be
   * lower than everybody's.
   */
  take(
    party: Party,
    count: number,
    perMember?: number,
  ): { readonly of: FullOf; readonly limit: number } | undefined;
  give(party: Party): void;
}

/** An empty room. */
export function createRoom({ perMember, perServer, total }: RoomLimits): Room {
  const counts = new Map<string, number>();
  const add = (key: string, change: number) => {
    const count = (counts.get(key) ?? 0) + change;
    if (count > 0) counts.set(key, count);
    else counts.delete(key);
  };
  const keysOf = ({ guildId, userId }: Party, own = perMember) =>
    [
      { key: `${guildId}:${userId}`, of: 'member', limit: Math.min(own, perMember) },
      { key: guildId, of: 'server', limit: perServer },
      { key: '', of: 'bot', limit: total },
    ] as const;

  return {
    take(party, count, own) {
      const keys = keysOf(party, own);
      const full = keys.find(({ key, limit }) => (counts.get(key) ?? 0) + count > limit);
      if (full !== undefined) return { of: full.of, limit: full.limit };
      for (const { key } of keys) add(key, count);
      return undefined;
    },
    give(party) {
      for (const { key } of keysOf(party)) add(key, -1);
    },
  };
}

import { snowflakeTime } from '../snowflake.ts';

/** So many refusals within the window make a member wait. */
const ENOUGH = 5;

/**
 * Typing another prompt takes ten to twenty seconds: whoever is refused five times in this is trying
 * their way around a rule, and whoever only mistakes one is not. In milliseconds.
 */
const WINDOW_MS = 120_000;

/** How long they wait from the last refusal on. */
const WAIT_MS = 60_000;

/** Members who are kept in mind, of all servers together; those of the oldest refusals are let go. */
const MEMBERS = 10_000;

/** The newest refusals of a member that lie within one window, the oldest first. */
export type Refusals = readonly number[];

/** The same with one more. It may be older than others: interactions overtake one another. */
export function withRefusal(before: Refusals, at: number): Refusals {
  const all = [...before, at].toSorted((one, other) => one - other);
  const newest = all.at(-1) ?? at;
  return all.filter((time) => newest - time < WINDOW_MS).slice(-ENOUGH);
}

/** Until when whoever was refused so waits, in milliseconds since 1970; undefined: they need not. */
export function waitEnd(refusals: Refusals, at: number): number | undefined {
  const newest = refusals.at(-1);
  if (newest === undefined || refusals.length < ENOUGH) return undefined;
  return at < newest + WAIT_MS ? newest + WAIT_MS : undefined;
}

/**
 * Members whose requests were refused for what they say, again and again, in each server. They wait for
 * a minute after five refusals within two minutes; whoever goes on then waits after every further one,
 * until there were fewer. The time is that of an interaction, which is Discord's clock. It is kept in
 * memory alone: a restart forgets it, and lets nobody do more than be refused five times again.
 */
export interface RefusedOften {
  /** Counts that an interaction was refused for what it asks. */
  count(guildId: string, userId: string, interactionId: string): void;
  /** Until when a member waits, in milliseconds since 1970; undefined where they need not. */
  until(guildId: string, userId: string, interactionId: string): number | undefined;
}

const keyOf = (guildId: string, userId: string): string => `${guildId}:${userId}`;

/** Nobody was refused yet. */
export function createRefusedOften(): RefusedOften {
  const members = new Map<string, Refusals>();

  return {
    count(guildId, userId, interactionId) {
      const key = keyOf(guildId, userId);
      const at = snowflakeTime(interactionId);
      const refusals = withRefusal(members.get(key) ?? [], at);
      members.delete(key);
      members.set(key, refusals);
      for (const [other, theirs] of members) {
        const isOver = at - (theirs.at(-1) ?? at) >= WINDOW_MS;
        if (!isOver && members.size <= MEMBERS) break;
        members.delete(other);
      }
    },

    until: (guildId, userId, interactionId) =>
      waitEnd(members.get(keyOf(guildId, userId)) ?? [], snowflakeTime(interactionId)),
  };
}

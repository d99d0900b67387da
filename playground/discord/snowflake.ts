/** First millisecond of Discord's snowflakes (Discord's docs: 2015-01-01T00:00:00Z). */
export const EPOCH_MS = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;
const SEQUENCE_MASK = (1n << SEQUENCE_BITS) - 1n;

/** Makes a new id, unique within one mint. `at` is the moment it claims to be made, in ms since 1970. */
export type SnowflakeMint = (at?: number) => string;

/** Makes ids of 17 to 19 digits that carry their moment of birth, as Discord's do. */
export function snowflakeMint(now: () => number): SnowflakeMint {
  let sequence = 0n;
  return (at = now()) => {
    sequence = (sequence + 1n) & SEQUENCE_MASK;
    return (
      (BigInt(Math.max(at, EPOCH_MS + 86_400_000) - EPOCH_MS) << SEQUENCE_BITS) |
      sequence
    ).toString();
  };
}

/** When an id was made, in ms since 1970. */
export const momentOf = (id: string): number => Number(BigInt(id) >> SEQUENCE_BITS) + EPOCH_MS;

/** The shard that owns a guild (Discord's docs: `(guild_id >> 22) % num_shards`); direct messages are shard 0's. */
export function shardOf(guildId: string | null, shards: number): number {
  return guildId === null ? 0 : Number((BigInt(guildId) >> SEQUENCE_BITS) % BigInt(shards));
}

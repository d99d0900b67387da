import { ChannelType, type Client, GatewayDispatchEvents, type Interaction } from 'discord.js';
import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';

/** Who asks and where, as far as a server's own rules depend on it. */
export interface AskedIn {
  /** A thread counts for its channel, or that channel's limits could be walked around. */
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
  /** Whether the channel is age-restricted; null where Discord does not say. */
  readonly isAgeRestricted: boolean | null;
  /** When the member joined the server, in milliseconds since 1970; null where Discord does not say. */
  readonly joinedAt: number | null;
}

/** Says what an interaction counts for. */
export type AskedInOf = (interaction: Pick<Interaction, 'id' | 'channelId'>) => AskedIn;

/** How many interactions are remembered; each one is answered at once, or it is too late. */
const REMEMBERED = 1_000;

const THREADS: readonly number[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

const UNKNOWN = { roleIds: [], isAgeRestricted: null, joinedAt: null } as const;

const eventSchema = z
  .object({
    id: snowflakeSchema,
    channel: z
      .object({
        id: snowflakeSchema,
        type: z.int(),
        parent_id: snowflakeSchema.nullish(),
        nsfw: z.boolean().nullish(),
      })
      .nullish(),
    member: z
      .object({
        roles: z.array(snowflakeSchema),
        joined_at: z.iso.datetime({ offset: true }).nullish().catch(null),
      })
      .nullish(),
  })
  .transform(({ id, channel, member }) => {
    const thread = channel && THREADS.includes(channel.type) ? channel : undefined;
    const parentId = thread?.parent_id;
    // A thread has the age restriction of its channel without saying so (Discord's docs).
    const saysNothing = thread !== undefined && thread.nsfw !== true;
    const askedIn: AskedIn = {
      channelId: parentId ?? channel?.id ?? null,
      roleIds: member?.roles ?? [],
      isAgeRestricted: saysNothing ? null : (channel?.nsfw ?? null),
      joinedAt: member?.joined_at ? Date.parse(member.joined_at) : null,
    };
    return { id, askedIn };
  });

/**
 * Reads the events themselves, before discord.js makes interactions of them: without the guilds
 * intent an interaction knows neither the channel of its thread nor its member's roles (measured).
 */
export function watchAskedIn(client: Client): AskedInOf {
  const remembered = new Map<string, AskedIn>();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (event: unknown) => {
    const read = eventSchema.safeParse(event);
    if (!read.success) return;
    remembered.set(read.data.id, read.data.askedIn);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  });
  return ({ id, channelId }) => remembered.get(id) ?? { ...UNKNOWN, channelId };
}

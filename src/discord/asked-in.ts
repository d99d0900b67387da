import { ChannelType, type Client, GatewayDispatchEvents, type Interaction } from 'discord.js';
import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';

/** The channel and the roles that an interaction counts for. */
export interface AskedIn {
  /** A thread counts for its channel, or that channel's limits could be walked around. */
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
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

const eventSchema = z
  .object({
    id: snowflakeSchema,
    channel: z
      .object({ id: snowflakeSchema, type: z.int(), parent_id: snowflakeSchema.nullish() })
      .nullish(),
    member: z.object({ roles: z.array(snowflakeSchema) }).nullish(),
  })
  .transform(({ id, channel, member }) => {
    const parentId = channel && THREADS.includes(channel.type) ? channel.parent_id : null;
    const askedIn: AskedIn = {
      channelId: parentId ?? channel?.id ?? null,
      roleIds: member?.roles ?? [],
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
  return ({ id, channelId }) => remembered.get(id) ?? { channelId, roleIds: [] };
}

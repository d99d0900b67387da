import { z } from 'zod';
import type { Channel, Discord, Invocation, Message, OptionValues, User } from './discord/index.ts';

/** Someone's slash command. */
export interface Order {
  readonly by: User;
  /** The name, followed by the subcommand's. */
  readonly command: string;
  readonly options?: OptionValues;
  /** The chat's own channel unless given. */
  readonly in?: Channel;
}

const answersTo = z.object({ id: z.string() });

/** What people type in the local Discord, most of it in one channel. */
export function createChat(discord: Discord, channel: Channel) {
  const { users, allGuilds } = discord.world;
  const guild = allGuilds.get(channel.guildId ?? '');
  const orders = new Map<string, Order>();
  const listeners = new Set<(order: Order) => void>();

  const people = [...(guild?.members.keys() ?? [])]
    .map((id) => users.get(id))
    .filter((user) => user !== undefined)
    .filter((user) => !user.bot);

  return {
    channel,
    guildName: guild?.name ?? '',
    bot: discord.world.bot,
    /** Everyone who may type here. */
    people,
    commands: discord.commands,
    nameOf: (id: string): string | undefined => users.get(id)?.displayName,
    /** Sends a command. Throws ClientRefusal when Discord's client would not let them. */
    send(order: Order): Invocation {
      const { by, command, options = {}, in: place = channel } = order;
      const invocation = discord.use({ by, command, options, in: place });
      orders.set(invocation.id, order);
      for (const listener of listeners) listener(order);
      return invocation;
    },
    /** The messages that someone sees, oldest first; without a viewer those that everyone sees. */
    messages: (viewer?: User): Message[] => discord.messages(channel, viewer),
    /** Everything that anybody sees anywhere, oldest first. */
    everything(): Message[] {
      const seen = [...discord.world.allChannels.values()].flatMap((place) =>
        people.flatMap((person) => discord.messages(place, person)),
      );
      const byId = new Map(seen.map((message) => [message.id, message]));
      return [...byId.values()].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    },
    channelName: (id: string): string => discord.world.allChannels.get(id)?.name ?? '',
    /** The command that a message answers, if it was sent here. */
    orderOf(message: Message): Order | undefined {
      const { data } = answersTo.safeParse(message.interaction_metadata);
      return data && orders.get(data.id);
    },
    /** Calls back for each command sent; returns the way to stop. */
    onOrder(listener: (order: Order) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Calls back whenever the bot may have changed something; returns the way to stop. */
    onChange: (listener: () => void): (() => void) => discord.traffic.subscribe(() => listener()),
  };
}

/** A channel and what people type in it. */
export type Chat = ReturnType<typeof createChat>;

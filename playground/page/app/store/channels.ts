import type { ChannelView, PageState } from '../../contract.ts';

/** The channels whose types are taken; every channel when no type is named (Discord's docs, `channel_types`). */
export const channelsOfTypes = (
  channels: readonly ChannelView[],
  types: readonly number[] = [],
): ChannelView[] => channels.filter(({ type }) => types.length === 0 || types.includes(type));

/** The guild that has a channel. */
export const guildOf = (
  { guilds }: PageState,
  channelId: string,
): PageState['guilds'][number] | undefined =>
  guilds.find(({ channels }) => channels.some(({ id }) => id === channelId));

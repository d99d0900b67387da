import type { ServerSettings } from './documents.ts';
import type { Table } from './orders.ts';

/** The roles that a server has now, and the channels that the bot may see: their names by their ids. */
export type Things = Readonly<Record<Table, ReadonlyMap<string, string>>> & {
  /** Channels that are there and that the bot may not see, as far as anything names them. */
  readonly unseen?: ReadonlySet<string>;
};

/** Whether a channel or a role was deleted; false where that is not known. */
export const isGone = (things: Things | undefined, of: Table, id: string): boolean =>
  things !== undefined &&
  !things[of].has(id) &&
  !(of === 'channels' && things.unseen?.has(id) === true);

/** Every channel that settings name. */
export const channelsIn = ({
  channels = [],
  limits,
  logChannel,
  reviewChannel,
}: ServerSettings): string[] => [
  ...channels,
  ...Object.keys(limits.channels),
  ...(logChannel === undefined ? [] : [logChannel]),
  ...(reviewChannel === undefined ? [] : [reviewChannel]),
];

/** The channels or roles of a list that were deleted. */
export const goneOf = (
  things: Things | undefined,
  of: Table,
  ids: readonly string[] | undefined,
): string[] => (ids ?? []).filter((id) => isGone(things, of, id));

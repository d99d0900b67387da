import type { Limits } from '../../src/credits/limits.ts';
import { budgetDocument, settingsDocument } from '../../src/settings/documents.ts';
import type { Dice } from './dice.ts';

/** Credits a picture, everywhere. */
export const PRICE = 6;

/** A member and the roles they have. */
interface Member {
  readonly id: string;
  readonly roleIds: readonly string[];
}

/** A server, with what its owner and its managers set. */
export interface Guild {
  readonly id: string;
  readonly members: readonly [Member, ...Member[]];
  readonly channelIds: readonly [string, string];
  /** Whether moderators see every picture first, and where. */
  readonly isReviewed: boolean;
  readonly reviewChannelId: string;
  /** Where it is told that its credits run out. */
  readonly logChannelId: string;
  /** Channels where the bot may neither look nor write by itself; answers to interactions appear all the same. */
  readonly closedChannelIds: readonly string[];
  readonly limits: Pick<Limits, 'server' | 'memberMonth' | 'memberDay' | 'channels' | 'roles'>;
}

const unlimited = Number.POSITIVE_INFINITY;

/** Plans one to three servers with a few members each, and limits that are reached soon. */
export function planGuilds(dice: Dice): readonly [Guild, ...Guild[]] {
  const [first, ...more] = Array.from({ length: dice.between(1, 3) }, (_, index) =>
    planGuild(String(200_000_000_000_000_001n + BigInt(index)), index, dice),
  );
  if (first === undefined) throw new Error('a history needs a server');
  return [first, ...more];
}

function planGuild(id: string, index: number, dice: Dice): Guild {
  const idOf = (kind: number, serial: number) =>
    String(BigInt(kind) * 100_000_000_000_000_000n + BigInt(100 * index + serial));
  const limit = (probability: number, most: number) =>
    dice.chance(probability) ? dice.between(2 * PRICE, most) : unlimited;
  const channelIds = [idOf(4, 1), idOf(4, 2)] as const;
  const logChannelId = idOf(4, 3);
  const reviewChannelId = idOf(4, 4);
  const isReviewed = dice.chance(0.4);
  const isReviewClosed = dice.chance(0.1);
  const roleIds = [idOf(5, 1), idOf(5, 2)];
  const [first, ...others] = Array.from({ length: dice.between(1, 4) }, (_, serial) => ({
    id: idOf(3, serial),
    roleIds: roleIds.filter(() => dice.chance(0.5)),
  }));
  if (first === undefined) throw new Error('a server needs a member');
  const some = (ids: readonly string[], most: number) =>
    Object.fromEntries(
      ids.flatMap((one) => (dice.chance(0.3) ? [[one, dice.between(2 * PRICE, most)]] : [])),
    );
  return {
    id,
    members: [first, ...others],
    channelIds,
    logChannelId,
    isReviewed,
    reviewChannelId,
    closedChannelIds: [
      ...[...channelIds, logChannelId].filter(() => dice.chance(0.25)),
      ...(isReviewClosed ? [reviewChannelId] : []),
    ],
    limits: {
      server: limit(0.6, 150),
      memberMonth: limit(0.4, 80),
      memberDay: limit(0.4, 60),
      channels: some(channelIds, 80),
      roles: some(roleIds, 80),
    },
  };
}

/** What the owner and the managers have set before it begins, as rows. */
export function settingsRows(guilds: readonly Guild[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const guild of guilds) {
    const { id, limits, logChannelId: logChannel, reviewChannelId: reviewChannel } = guild;
    const { server, memberMonth, memberDay, channels, roles } = limits;
    const monthly = Number.isFinite(server) ? server : null;
    rows.set(budgetDocument(id).key, JSON.stringify({ value: { v: 1, monthly } }));
    const set = {
      ...(Number.isFinite(memberMonth) && { memberMonth }),
      ...(Number.isFinite(memberDay) && { memberDay }),
      channels,
      roles,
    };
    rows.set(
      settingsDocument(id).key,
      JSON.stringify({
        value: {
          v: 1,
          limits: set,
          logChannel,
          ...(guild.isReviewed && { review: 'everybody', reviewChannel }),
        },
      }),
    );
  }
  return rows;
}

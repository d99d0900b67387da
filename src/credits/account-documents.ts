import type { Document } from '../storage/store.ts';
import {
  type Cooldown,
  cooldownDocument,
  type Done,
  doneDocument,
  type Floor,
  floorDocument,
  type Hold,
  holdDocument,
  type MemberMonth,
  memberMonthDocument,
  type ServerMonth,
  type Share,
  serverMonthDocument,
  shareDocument,
  type Warning,
  warningDocument,
} from './documents.ts';
import type { HoldOrder } from './ledger.ts';
import type { Limits, ShareName } from './limits.ts';
import { monthOf } from './month.ts';

/** Which hold is meant. */
export type HoldRef = Pick<HoldOrder, 'interactionId' | 'guildId' | 'userId'>;

/** Whose books, and where: what an order says without its pictures. */
export type Place = Omit<HoldOrder, 'pictures'>;

/** The name that a channel's or a role's document has among those of an interaction. */
export const shareKey = ({ of, id }: ShareName) => `share:${of}:${id}` as const;

/** The documents of one interaction's money, by the names that its transitions know them by. */
export type AccountDocuments = {
  readonly server: Document<ServerMonth>;
  readonly member: Document<MemberMonth>;
  readonly hold: Document<Hold>;
  readonly done: Document<Done>;
  readonly floor: Document<Floor>;
  readonly cooldown: Document<Cooldown>;
  readonly [warning: `warning:${number}`]: Document<Warning>;
  readonly [share: `share:${string}`]: Document<Share>;
};

/** The documents of an interaction, with one for each channel and role that it is counted for. */
export function documentsOf(
  { interactionId, guildId, userId }: HoldRef,
  shares: readonly ShareName[],
): AccountDocuments {
  const month = monthOf(interactionId);
  const counted = shares.map((name) => [shareKey(name), shareDocument(guildId, month, name)]);
  return {
    server: serverMonthDocument(guildId, month),
    member: memberMonthDocument(guildId, month, userId),
    hold: holdDocument(interactionId),
    done: doneDocument(interactionId),
    floor: { ...floorDocument, shared: true },
    cooldown: cooldownDocument(guildId, userId),
    'warning:80': warningDocument(guildId, month, 80),
    'warning:100': warningDocument(guildId, month, 100),
    ...Object.fromEntries(counted),
  };
}

const channelShare = (id: string | null): ShareName[] =>
  id === null ? [] : [{ of: 'channel', id }];

const roleShare = (id: string): ShareName => ({ of: 'role', id });

/** What an order is counted for: its channel, and those of the member's roles that have a budget. */
export const sharesOf = ({ channelId, roleIds }: Place, { roles }: Limits): ShareName[] => [
  ...channelShare(channelId),
  ...roleIds.filter((id) => Object.hasOwn(roles, id)).map(roleShare),
];

/** What a hold was counted for. */
export const sharesIn = ({ channel, roles }: Hold): ShareName[] => [
  ...channelShare(channel),
  ...roles.map(roleShare),
];

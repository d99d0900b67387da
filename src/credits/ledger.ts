import { compareSnowflakes, snowflakeAt, snowflakeTime } from '../snowflake.ts';
import type { Cooldown, Hold, MemberMonth, ServerMonth } from './documents.ts';

/** How long a resolved interaction is remembered: an interaction's token lives 15 minutes. */
const REMEMBER_MS = 20 * 60_000;

/** The documents that one interaction's money touches. */
export interface Books {
  readonly server: ServerMonth | undefined;
  readonly member: MemberMonth | undefined;
  readonly cooldown: Cooldown | undefined;
}

/** What must be known to set credits aside. */
export interface HoldOrder {
  readonly interactionId: string;
  readonly guildId: string;
  readonly userId: string;
  readonly pictures: number;
}

/** What a server may spend and how often a member may ask. */
export interface Limits {
  /** Credits a picture. */
  readonly price: number;
  /** Credits a server may use in a month; Infinity is unlimited. */
  readonly budget: number;
  /** Between two commands of one member. */
  readonly cooldownMs: number;
}

/** Whether credits were set aside; a refusal has changed nothing. */
export type HoldVerdict =
  | { readonly kind: 'held'; readonly amount: number }
  | { readonly kind: 'cooldown'; readonly readyAt: number }
  | { readonly kind: 'over-budget'; readonly needed: number; readonly left: number }
  | { readonly kind: 'seen-before' };

const NEW_SERVER_MONTH: ServerMonth = { v: 1, used: 0, holds: {}, done: {}, floor: '0' };
const NEW_MEMBER_MONTH: MemberMonth = { v: 1, used: 0 };

const amountOf = ({ pictures, price }: Hold): number => pictures * price;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Credits set aside in a month, by everybody or by one member. */
export const heldIn = (month: ServerMonth | undefined, userId?: string): number =>
  sum(
    Object.values(month?.holds ?? {})
      .filter(({ user }) => userId === undefined || user === userId)
      .map(amountOf),
  );

/** Sets credits aside and starts the cooldown, together or not at all. */
export function hold(
  books: Books,
  order: HoldOrder,
  limits: Limits,
  boot: string,
): { verdict: HoldVerdict; write?: { server: ServerMonth; cooldown?: Cooldown } } {
  const { interactionId, userId, pictures } = order;
  const server = prune(books.server ?? NEW_SERVER_MONTH, interactionId);
  if (
    interactionId in server.holds ||
    interactionId in server.done ||
    compareSnowflakes(interactionId, server.floor) < 0
  ) {
    return { verdict: { kind: 'seen-before' } };
  }
  if (books.cooldown !== undefined && limits.cooldownMs > 0) {
    const readyAt = snowflakeTime(books.cooldown.by) + limits.cooldownMs;
    if (snowflakeTime(interactionId) < readyAt) return { verdict: { kind: 'cooldown', readyAt } };
  }
  const amount = pictures * limits.price;
  const left = Math.max(0, limits.budget - server.used - heldIn(server));
  if (amount > left) return { verdict: { kind: 'over-budget', needed: amount, left } };

  const held: Hold = { user: userId, pictures, price: limits.price, boot };
  return {
    verdict: { kind: 'held', amount },
    write: {
      server: { ...server, holds: { ...server.holds, [interactionId]: held } },
      ...(limits.cooldownMs > 0 && { cooldown: { v: 1, by: interactionId } }),
    },
  };
}

/** What resolving a hold came to. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly captured: number }
  | { readonly kind: 'already'; readonly captured: number }
  | { readonly kind: 'no-hold' };

/**
 * Ends a hold: captures what was delivered, at most what was held, and releases the rest. With
 * nothing delivered the cooldown is given back as well. A second call changes nothing.
 */
export function resolve(
  books: Books,
  interactionId: string,
  delivered: number,
): {
  resolution: Resolution;
  write?: { server: ServerMonth; member?: MemberMonth; cooldown?: null };
} {
  const { server } = books;
  const held = server?.holds[interactionId];
  if (server === undefined || held === undefined) {
    const captured = server?.done[interactionId];
    return {
      resolution: captured === undefined ? { kind: 'no-hold' } : { kind: 'already', captured },
    };
  }
  const captured = Math.min(delivered, held.pictures) * held.price;
  const { [interactionId]: _, ...holds } = server.holds;
  const member = books.member ?? NEW_MEMBER_MONTH;
  return {
    resolution: { kind: 'resolved', captured },
    write: {
      server: {
        ...server,
        used: server.used + captured,
        holds,
        done: { ...server.done, [interactionId]: captured },
      },
      ...(captured > 0 && { member: { ...member, used: member.used + captured } }),
      ...(delivered === 0 && books.cooldown?.by === interactionId && { cooldown: null }),
    },
  };
}

/** Forgets interactions that were resolved long before this one, and refuses them from then on. */
function prune(server: ServerMonth, interactionId: string): ServerMonth {
  const horizon = snowflakeAt(snowflakeTime(interactionId) - REMEMBER_MS);
  const old = Object.keys(server.done).filter((id) => compareSnowflakes(id, horizon) < 0);
  if (old.length === 0) return server;
  const done = Object.fromEntries(Object.entries(server.done).filter(([id]) => !old.includes(id)));
  const floor = compareSnowflakes(horizon, server.floor) > 0 ? horizon : server.floor;
  return { ...server, done, floor };
}

import { compareSnowflakes, snowflakeTime } from '../snowflake.ts';
import {
  amountOf,
  type Books,
  type BooksWrite,
  gaugesOf,
  NEW_MEMBER_MONTH,
  NEW_SERVER_MONTH,
  NEW_SHARE,
  post,
  postDay,
} from './books.ts';
import type { Hold } from './documents.ts';
import { type LimitName, type Limits, roomIn, tightest } from './limits.ts';
import { underBudget, warningDue } from './warning.ts';

/** What must be known to set credits aside. */
export interface HoldOrder {
  readonly interactionId: string;
  readonly guildId: string;
  readonly userId: string;
  /** A thread counts for its channel; null where Discord does not say. */
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
  readonly pictures: number;
}

/** More was asked for than a limit still allows, in credits; the limit is the tightest one. */
export interface OverLimit {
  readonly kind: 'over-limit';
  readonly limit: LimitName;
  /** Of one picture. */
  readonly price: number;
  readonly needed: number;
  readonly left: number;
}

/** Whether credits were set aside; a refusal has moved none. */
export type HoldVerdict =
  | { readonly kind: 'held'; readonly amount: number }
  /** `readyAt` in milliseconds since 1970. */
  | { readonly kind: 'cooldown'; readonly readyAt: number }
  | OverLimit
  | { readonly kind: 'seen-before' };

/** Sets credits aside and starts the cooldown, together or not at all. */
export function hold(
  books: Books,
  order: HoldOrder,
  limits: Limits,
  boot: string,
): { readonly verdict: HoldVerdict; readonly write?: BooksWrite } {
  const { interactionId, guildId, userId, channelId, pictures } = order;
  const forgotten = compareSnowflakes(interactionId, books.floor?.floor ?? '0') < 0;
  if (books.hold !== undefined || books.done !== undefined || forgotten) {
    return { verdict: { kind: 'seen-before' } };
  }
  if (books.cooldown !== undefined && limits.cooldownMs > 0) {
    const readyAt = snowflakeTime(books.cooldown.by) + limits.cooldownMs;
    if (snowflakeTime(interactionId) < readyAt) return { verdict: { kind: 'cooldown', readyAt } };
  }
  const amount = amountOf({ pictures, price: limits.price });
  const narrowest = tightest(gaugesOf(books, limits));
  const left = roomIn(narrowest);
  const server = underBudget(books.server ?? NEW_SERVER_MONTH, limits.server);
  if (amount > left) {
    const { name: limit } = narrowest;
    const { price } = limits;
    const verdict = { kind: 'over-limit', limit, price, needed: amount, left } as const;
    const warning = limit.of === 'server' && warningDue(server, limits.server, limits.price);
    return warning ? { verdict, write: warning } : { verdict };
  }
  const change = { used: 0, held: amount };
  const held: Hold = {
    v: 2,
    guild: guildId,
    user: userId,
    channel: channelId,
    roles: books.shares.flatMap(({ name }) => (name.of === 'role' ? [name.id] : [])),
    pictures,
    price: limits.price,
    budget: Number.isFinite(limits.server) ? limits.server : null,
    boot,
  };
  return {
    verdict: { kind: 'held', amount },
    write: {
      server: post(server, change),
      member: postDay(books.member ?? NEW_MEMBER_MONTH, books.day, change),
      shares: books.shares.map(({ name, share }) => ({
        name,
        share: post(share ?? NEW_SHARE, change),
      })),
      hold: held,
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
): { readonly resolution: Resolution; readonly write?: BooksWrite } {
  const { hold: held, done } = books;
  if (held === undefined) {
    if (done === undefined) return { resolution: { kind: 'no-hold' } };
    return { resolution: { kind: 'already', captured: done.captured } };
  }
  const captured = Math.min(delivered, held.pictures) * held.price;
  const change = { used: captured, held: -amountOf(held) };
  const server = post(books.server ?? NEW_SERVER_MONTH, change);
  const warning = warningDue(server, held.budget, held.price);
  return {
    resolution: { kind: 'resolved', captured },
    write: {
      server,
      ...(warning && captured > 0 && warning),
      member: postDay(books.member ?? NEW_MEMBER_MONTH, books.day, change),
      shares: books.shares.map(({ name, share }) => ({
        name,
        share: post(share ?? NEW_SHARE, change),
      })),
      hold: null,
      done: { v: 2, captured },
      ...(delivered === 0 && books.cooldown?.by === interactionId && { cooldown: null }),
    },
  };
}

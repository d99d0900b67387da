import type { Block } from './block-documents.ts';

/** Who asks, and where. */
export interface Asker {
  /** A thread counts for its channel; null where Discord does not say. */
  readonly channelId: string | null;
  readonly roleIds: readonly string[];
  /** Whether the channel is age-restricted; null where Discord does not say. */
  readonly isAgeRestricted: boolean | null;
}

/** What a server's managers decided of who may ask where. */
export interface AccessRules {
  readonly channels?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly agePolicy: 'anywhere' | 'restricted-only' | 'unrestricted-only';
}

/** Why somebody may not ask for pictures, or not there. */
export type AccessRefusal =
  /** `until` in milliseconds since 1970; null is for ever. */
  | {
      readonly kind: 'blocked';
      readonly until: number | null;
      readonly reason: string | null;
      readonly case: number;
    }
  /** Pictures may be asked for in these channels. */
  | { readonly kind: 'wrong-channel'; readonly channels: readonly string[] }
  /** Whoever has one of these roles may ask for pictures. */
  | { readonly kind: 'wrong-role'; readonly roles: readonly string[] }
  /** `wanted` says which channels pictures may be asked for in. */
  | { readonly kind: 'wrong-age'; readonly wanted: 'restricted' | 'unrestricted' };

/**
 * Why somebody may not ask for pictures there; undefined where nothing is in the way. Where Discord
 * does not say whether a channel is age-restricted, the strict side holds: it is in neither list.
 */
export function accessRefusal(
  { channelId, roleIds, isAgeRestricted }: Asker,
  { channels, roles, agePolicy }: AccessRules,
  block: Block | undefined,
): AccessRefusal | undefined {
  if (block !== undefined) {
    const { until, reason, case: number } = block;
    return { kind: 'blocked', until, reason, case: number };
  }
  if (channels !== undefined && (channelId === null || !channels.includes(channelId))) {
    return { kind: 'wrong-channel', channels };
  }
  if (roles !== undefined && !roles.some((id) => roleIds.includes(id))) {
    return { kind: 'wrong-role', roles };
  }
  if (agePolicy === 'restricted-only' && isAgeRestricted !== true) {
    return { kind: 'wrong-age', wanted: 'restricted' };
  }
  if (agePolicy === 'unrestricted-only' && isAgeRestricted !== false) {
    return { kind: 'wrong-age', wanted: 'unrestricted' };
  }
  return undefined;
}

import type { Origin } from './request.ts';
import type { Studio } from './studio.ts';

/**
 * Whether a channel is age-restricted, of a thread whether its channel is: Discord is asked where an
 * interaction does not say. Null where it does not say then either. Never rejects.
 */
export const ageRestrictionOf = async (
  { channelId, isAgeRestricted }: Pick<Origin, 'channelId' | 'isAgeRestricted'>,
  { isAgeRestrictedChannel }: Pick<Studio, 'isAgeRestrictedChannel'>,
): Promise<boolean | null> =>
  isAgeRestricted ?? (channelId === null ? null : isAgeRestrictedChannel(channelId));

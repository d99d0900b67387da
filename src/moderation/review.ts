import { snowflakeTime } from '../snowflake.ts';

/** That something asked for met a rule that asks for a look, not for a refusal. */
export interface Flag {
  readonly rule: { readonly text: string; readonly origin: 'operator' | 'server' };
}

/** What a server's managers decided of whose pictures moderators see first. */
interface ReviewRules {
  readonly review: 'off' | 'everybody' | 'new-members' | 'flagged';
  /** How many days somebody is a new member. */
  readonly newMemberDays: number;
}

/** Who asks, as far as reviews depend on it. */
interface Reviewed {
  readonly interactionId: string;
  /** Milliseconds since 1970; null where Discord does not say. */
  readonly joinedAt: number | null;
  /** Whether they may manage messages there; not where that is not known. */
  readonly mayModerate?: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Whether pictures wait for a moderator before they are shown. Whoever moderates the channel could
 * approve their own, so theirs do not wait. Of whom it is not known when they joined, they are new.
 */
export function needsReview(
  { review, newMemberDays }: ReviewRules,
  { interactionId, joinedAt, mayModerate = false }: Reviewed,
  flag?: Flag,
): boolean {
  if (mayModerate) return false;
  switch (review) {
    case 'off':
      return false;
    case 'everybody':
      return true;
    case 'new-members':
      return joinedAt === null || snowflakeTime(interactionId) - joinedAt < newMemberDays * DAY_MS;
    case 'flagged':
      return flag !== undefined;
  }
}

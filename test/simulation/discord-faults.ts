/** How Discord behaves; rates are between 0 and 1. */
export interface DiscordFaults {
  readonly lost: number;
  readonly unanswered: number;
  readonly serverFails: number;
  readonly refusesUpload: number;
  readonly takesPart: number;
  readonly acceptsTwice: number;
}

/** What stays the same throughout a history. */
export interface DiscordManners {
  /** Whether tokens die after 15 minutes; otherwise they live through the history. */
  readonly tokensExpire: boolean;
  /** Channels where the bot may neither look nor write by itself. */
  readonly closedChannelIds: readonly string[];
  /** Whether the bot has it on disk that an interaction's member waits. */
  readonly isWritten: (interactionId: string) => boolean;
}

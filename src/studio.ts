import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Accounts } from './credits/accounts.ts';
import type { Settings } from './settings/settings.ts';
import type { ImageApi } from './image-api/client.ts';
import type { Shrink } from './image-files/best-webp.ts';
import type { MetadataLevel } from './image-files/explain.ts';
import type { Blocks } from './moderation/blocks.ts';
import type { Cases } from './moderation/cases.ts';
import type { RefusedOften } from './moderation/refused-often.ts';
import type { Rules } from './moderation/rules/rules.ts';
import type { FairQueue } from './queue/fair-queue.ts';
import type { Running } from './painting/running.ts';

/** What happens to pictures, counted. */
interface Tally {
  /** One order to the service has ended: `picture`, or the kind of its failure. */
  imageApiCall(outcome: string): void;
  /** The provider may have charged these credits for a picture that nobody got. */
  maybeCharged(credits: number): void;
  /** Members were charged these credits. */
  creditsCaptured(credits: number): void;
  /** A request has ended, with what its member was told, this many seconds after it began. */
  jobFinished(result: string, seconds: number): void;
}

/** Where moderators see pictures first. */
interface ReviewRoom {
  /** Whether the bot can use a channel for it, as far as Discord says. Never rejects. */
  isUsable(channelId: string): Promise<boolean>;
}

/** Everything that making a picture needs. */
export interface Studio {
  readonly accounts: Accounts;
  readonly settings: Settings;
  readonly blocks: Blocks;
  readonly cases: Cases;
  readonly rules: Rules;
  readonly refusedOften: RefusedOften;
  readonly reviewRoom: ReviewRoom;
  /** Whether a channel is age-restricted; null where Discord does not say. Never rejects. */
  readonly isAgeRestrictedChannel: (channelId: string) => Promise<boolean | null>;
  readonly queue: FairQueue;
  readonly running: Running;
  readonly imageApi: ImageApi;
  /** How much a picture's file may tell of how it was made. */
  readonly metadata: MetadataLevel;
  /** For files that are larger than a server accepts. */
  readonly shrink: Shrink;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly log: Logger;
  readonly tally: Tally;
  /** Aborted when the bot must stop without waiting for anything any longer. */
  readonly cut: AbortSignal;
  readonly clock: Clock;
}

import { createBuckets } from '../ratelimit.ts';
import type { DiscordSettings } from '../settings.ts';
import { Close, type Identify, bareToken } from './protocol.ts';

/** Whether an IDENTIFY gets in: yes, come again later (op 9), or go away with a close code. */
type Admission = 'welcome' | 'later' | number;

/** Decides on IDENTIFYs, and counts them. */
export interface Door {
  /** `guilds` counts the guilds of the shard that the bot is in. */
  decide(identify: Identify, guilds: () => number): Admission;
  /** IDENTIFYs left today. */
  readonly startsLeft: () => number;
}

const DAY_MS = 86_400_000;
const KNOWN_INTENTS = (1 << 26) - 1;

export function createDoor(settings: DiscordSettings, token: string): Door {
  const buckets = createBuckets(settings.now);
  let starts: number[] = [];
  const startsLeft = (): number => {
    starts = starts.filter((at) => settings.now() - at < DAY_MS);
    return Math.max(0, settings.sessionStarts - starts.length);
  };
  return {
    startsLeft,
    decide({ token: given, shard: [id, count], intents }, guilds) {
      if (bareToken(given) !== token) return Close.AuthenticationFailed;
      if (id < 0 || count < 1 || id >= count) return Close.InvalidShard;
      if ((intents & ~KNOWN_INTENTS) !== 0) return Close.InvalidIntents;
      if ((intents & ~settings.allowedIntents) !== 0) return Close.DisallowedIntents;
      if (guilds() > settings.guildsPerShard) return Close.ShardingRequired;
      if (startsLeft() === 0) return Close.AuthenticationFailed;
      const window = { limit: 1, windowMs: settings.identifyWindowMs };
      if (!buckets.draw(String(id % settings.maxConcurrency), window).allowed) return 'later';
      starts.push(settings.now());
      return 'welcome';
    },
  };
}

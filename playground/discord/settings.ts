import type { FastifyInstance } from 'fastify';
import type { Allowance } from './ratelimit.ts';
import type { Saved } from './snapshot.ts';
import type { Registry } from './world.ts';

/** How the local Discord behaves. Every field has Discord's own value as its default. */
export interface DiscordSettings {
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  /** Shards that `/gateway/bot` recommends. */
  readonly shards: number;
  readonly maxConcurrency: number;
  /** Length of an IDENTIFY window in ms: `maxConcurrency` identifies fit in one. */
  readonly identifyWindowMs: number;
  /** IDENTIFYs a day. */
  readonly sessionStarts: number;
  readonly guildsPerShard: number;
  /** Intents the application may use; the three privileged ones are off. */
  readonly allowedIntents: number;
  readonly heartbeatIntervalMs: number;
  /** How long a lost connection may be resumed, in ms. */
  readonly resumeWindowMs: number;
  /** Gateway payloads a bot may send per window. */
  readonly gatewaySends: Allowance;
  /** How long the first answer to an interaction may take, in ms. */
  readonly firstAnswerMs: number;
  readonly tokenLifetimeMs: number;
  /** Largest file in bytes, for guilds that do not set their own. */
  readonly attachmentSizeLimit: number;
  /** Largest request in bytes. */
  readonly requestSizeLimit: number;
  readonly botRequests: Allowance;
  readonly webhookRequests: Allowance;
  readonly channelRequests: Allowance;
  /** How long a nonce is remembered, in ms; Discord's docs speak of "the past few minutes". */
  readonly nonceMs: number;
  /** 401, 403 and 429 answers in ten minutes before every request is turned away. */
  readonly invalidRequestLimit: number;
  readonly commandCreatesPerDay: number;
  /** Adds to the world before the bot can see it. */
  readonly seed: (world: Registry) => void;
  /** Registers further routes on the same server. */
  readonly routes: (app: FastifyInstance) => void;
  /** What it was when it stopped, to go on from there. */
  readonly saved: Saved | undefined;
  /** The clock, in ms since 1970. */
  readonly now: () => number;
}

const MIB = 1024 * 1024;
const ALL_INTENTS = (1 << 26) - 1;
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

export const DEFAULT_SETTINGS: DiscordSettings = {
  port: 0,
  shards: 1,
  maxConcurrency: 1,
  identifyWindowMs: 5_000,
  sessionStarts: 1_000,
  guildsPerShard: 2_500,
  allowedIntents: ALL_INTENTS & ~PRIVILEGED_INTENTS,
  heartbeatIntervalMs: 41_250,
  resumeWindowMs: 180_000,
  gatewaySends: { limit: 120, windowMs: 60_000 },
  firstAnswerMs: 3_000,
  tokenLifetimeMs: 900_000,
  attachmentSizeLimit: 10 * MIB,
  requestSizeLimit: 25 * MIB,
  botRequests: { limit: 50, windowMs: 1_000 },
  webhookRequests: { limit: 5, windowMs: 2_000 },
  channelRequests: { limit: 5, windowMs: 5_000 },
  nonceMs: 180_000,
  invalidRequestLimit: 10_000,
  commandCreatesPerDay: 200,
  seed: () => {},
  routes: () => {},
  saved: undefined,
  now: () => Date.now(),
};

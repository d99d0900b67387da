import { z } from 'zod';

export const Op = {
  Dispatch: 0,
  Heartbeat: 1,
  Identify: 2,
  PresenceUpdate: 3,
  VoiceStateUpdate: 4,
  Resume: 6,
  Reconnect: 7,
  RequestGuildMembers: 8,
  InvalidSession: 9,
  Hello: 10,
  HeartbeatAck: 11,
} as const;

/** Discord's docs, "Gateway Close Event Codes". */
export const Close = {
  UnknownOp: 4001,
  Decode: 4002,
  NotAuthenticated: 4003,
  AuthenticationFailed: 4004,
  AlreadyAuthenticated: 4005,
  InvalidSeq: 4007,
  RateLimited: 4008,
  TimedOut: 4009,
  InvalidShard: 4010,
  ShardingRequired: 4011,
  InvalidVersion: 4012,
  InvalidIntents: 4013,
  DisallowedIntents: 4014,
} as const;

/** Largest payload a client may send, in bytes (Discord's docs, "Sending Events"). */
export const MAX_PAYLOAD_BYTES = 4_096;

export const envelope = z.object({ op: z.number().int(), d: z.unknown().optional() });

export const identify = z.object({
  token: z.string(),
  intents: z.number().int(),
  shard: z.tuple([z.number().int(), z.number().int()]).default([0, 1]),
  properties: z.looseObject({}),
});

export const resume = z.object({
  token: z.string(),
  session_id: z.string(),
  seq: z.number().int(),
});

export type Identify = z.infer<typeof identify>;

/** Some libraries send the token as they would in an Authorization header. */
export function bareToken(token: string): string {
  return token.replace(/^Bot /, '');
}

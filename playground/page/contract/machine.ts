import { z } from 'zod';
import { embedView } from './message.ts';

/** What is broken on purpose: the body of `POST /page/machine/faults`, always whole. */
export const faults = z.strictObject({
  /** How long the image API waits before it answers, in ms. */
  apiSlowMs: z.int().min(0).max(60_000),
  /** How the image API fails: status 500, status 200 with code -1, or a reset connection. */
  apiFails: z.enum(['off', 'status', 'code', 'reset']),
  /** Discord answers 429 to the next requests about interactions' messages. */
  discord429: z.boolean(),
  /** The upload of a picture: taken but its answer lost, or refused. */
  upload: z.enum(['off', 'lost', 'refused']),
});

/** The body of `POST /page/machine/bot`. */
export const botOrder = z.strictObject({ do: z.enum(['kill', 'stop', 'start']) });

/** The machine room, besides the traffic. */
export const machineState = z.object({
  bot: z.object({
    state: z.enum(['starting', 'running', 'stopping', 'stopped', 'killed', 'ended']),
    /** How it ended, in words; null while it runs. */
    note: z.string().nullable(),
  }),
  faults,
  /** False when the pictures come from an API of the user's own, whose faults cannot be switched. */
  apiFaultsAvailable: z.boolean(),
  /** What the bot itself reports at its /metrics; null while it does not answer. */
  figures: z
    .object({
      /** Where the numbers come from, in words. */
      source: z.string(),
      /** Since the bot's start. */
      items: z.array(z.object({ label: z.string(), value: z.number() })),
    })
    .nullable(),
  /** The last card of /credits this person saw; null when there was none. */
  credits: z.object({ at: z.string(), embed: embedView }).nullable(),
});

const finding = z.object({ path: z.string(), message: z.string(), side: z.string() });

/** One thing that passed. */
export const trafficRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rest'),
    seq: z.int(),
    /** ms since 1970. */
    at: z.number(),
    /** `discord` or the image API. */
    to: z.enum(['discord', 'images']),
    method: z.string(),
    /** A template, without tokens. */
    route: z.string(),
    /** 0 when the connection was closed without an answer. */
    status: z.int(),
    ms: z.number(),
    /** Discord's error code. */
    code: z.int().nullable(),
    /** A fault had a hand in it. */
    faulted: z.boolean(),
    /** What the published spec says against it; empty when all is well. */
    findings: z.array(finding),
    /** Indented JSON, perhaps cut; empty when there was none. */
    body: z.string(),
  }),
  z.object({
    kind: z.literal('gateway'),
    seq: z.int(),
    at: z.number(),
    /** As the Discord sees it. */
    direction: z.enum(['sent', 'received', 'closed']),
    /** Opcode, or the close code. */
    op: z.int(),
    event: z.string().nullable(),
    shard: z.int().nullable(),
  }),
]);

/** The answer of `GET /page/machine`. */
export const machineSnapshot = z.object({
  machine: machineState,
  traffic: z.array(trafficRecord),
});

export type Faults = z.infer<typeof faults>;
export type BotOrder = z.infer<typeof botOrder>;
export type MachineState = z.infer<typeof machineState>;
export type TrafficRecord = z.infer<typeof trafficRecord>;

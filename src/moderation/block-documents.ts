import { z } from 'zod';
import type { Document } from '../storage/store.ts';
import { actorSchema, moment, wordsSchema } from './case-documents.ts';

const blockSchema = z.strictObject({
  v: z.literal(1),
  by: actorSchema,
  /** Why, in the words of whoever set it. */
  reason: wordsSchema.nullable(),
  /** Milliseconds since 1970, by Discord's clock. */
  since: moment,
  /** Null is for ever. */
  until: moment.nullable(),
  /** The number of its case. */
  case: z.int().min(1),
});

/** That a member of a server may not ask for pictures there. */
export type Block = z.infer<typeof blockSchema>;

/** Stands for a block of which no more is known than that it is there. */
export const DAMAGED = 'damaged' as const;

/** A block as it is found. */
export type FoundBlock = Block | typeof DAMAGED;

export const BLOCK_PREFIX = 'block:';

/** What the keys of one server's blocks begin with; a member's id follows. */
export const blocksPrefix = (guildId: string): string => `${BLOCK_PREFIX}${guildId}:`;

/** Days on top, so that a host clock that is off lifts no block; its own time says when it ends. */
const SLACK_MS = 2 * 86_400_000;

/** @param lastsMs needed to write it: how long it lasts in milliseconds; null is for ever. */
export const blockDocument = (
  guildId: string,
  userId: string,
  lastsMs: number | null = null,
): Document<Block> => ({
  key: `${blocksPrefix(guildId)}${userId}`,
  schema: blockSchema,
  ...(lastsMs !== null && { keepMs: lastsMs + SLACK_MS }),
});

/** The same for those who set a block anew or lift it, which mends one that is damaged. */
export const mendableBlock = (
  guildId: string,
  userId: string,
  lastsMs?: number | null,
): Document<FoundBlock> => ({
  ...blockDocument(guildId, userId, lastsMs),
  brokenAs: DAMAGED,
});

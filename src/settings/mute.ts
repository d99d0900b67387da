import { z } from 'zod';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document, Store } from '../storage/store.ts';

export const MUTE_PREFIX = 'mute:';

const muteSchema = z.strictObject({
  v: z.literal(1),
  channel: snowflakeSchema,
  why: z.enum(['may-not-see', 'may-not-write', 'gone', 'not-accepted']),
});

/** A channel in which the bot could not say what it had to, and why. */
export type Mute = z.infer<typeof muteSchema>;

export const muteDocument = (guildId: string): Document<Mute> => ({
  key: `${MUTE_PREFIX}${guildId}`,
  schema: muteSchema,
});

/**
 * Keeps whether a server's log channel takes what it is told, so that its managers see it when it does
 * not. Throws as the store does.
 * @param why undefined where the channel took it.
 */
export function noteMute(
  store: Store,
  guildId: string,
  channel: string,
  why: Mute['why'] | undefined,
): Promise<void> {
  return store.update({ mute: muteDocument(guildId) }, ({ mute }) => {
    if (why === undefined) return { answer: undefined, ...(mute && { write: { mute: null } }) };
    if (mute?.channel === channel && mute.why === why) return { answer: undefined };
    return { answer: undefined, write: { mute: { v: 1 as const, channel, why } } };
  });
}

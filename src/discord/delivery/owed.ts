import type { Interaction } from 'discord.js';
import { z } from 'zod';
import { snowflakeSchema } from '../../snowflake.ts';
import type { Document, Store } from '../../storage/store.ts';
import { owedText } from '../../words/notices.ts';
import type { Line } from './conversation.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { retryRow } from './retry-offer.ts';

/** How long a word waits for its member to be seen. */
const KEEP_MS = 30 * 24 * 3_600_000;

const PREFIX = 'owed:';

const owedSchema = z.strictObject({
  v: z.literal(1),
  user: snowflakeSchema,
  /** Where the pictures were asked for; null where that was not known. */
  channel: snowflakeSchema.nullable(),
  content: z.string().min(1),
  /** The record that a Retry button reads; null where there is no button. */
  retry: z.string().nullable(),
});

type Row = z.infer<typeof owedSchema>;

/** A last word that could not be said where it belongs. */
type OwedWord = Omit<Row, 'v' | 'user'>;

export const owedDocument = (userId: string, interactionId: string): Document<Row> => ({
  key: `${PREFIX}${userId}:${interactionId}`,
  schema: owedSchema,
  keepMs: KEEP_MS,
});

/** Words for members who could not be told. Every method throws as the store does. */
export interface Owed {
  keep(userId: string, interactionId: string, word: OwedWord): Promise<void>;
  /** What a member is owed, by interaction, the oldest first. */
  of(userId: string): Promise<ReadonlyMap<string, OwedWord>>;
  /**
   * Says what a member is owed and takes it out, once each, however many of their interactions are
   * answered at the same time. Throws as `say` does, too; what was not said is kept.
   */
  tell(userId: string, say: (word: OwedWord) => Promise<void>): Promise<void>;
}

/** The words in a store. */
export function createOwed(store: Store): Owed {
  /** What is being said. */
  const saying = new Set<string>();

  async function of(userId: string): Promise<ReadonlyMap<string, OwedWord>> {
    const prefix = `${PREFIX}${userId}:`;
    const words = new Map<string, OwedWord>();
    for (const key of await store.keys(prefix)) {
      const interactionId = key.slice(prefix.length);
      const word = await store.read(owedDocument(userId, interactionId));
      if (word !== undefined) words.set(interactionId, word);
    }
    return words;
  }

  async function sayOne(
    userId: string,
    interactionId: string,
    say: (word: OwedWord) => Promise<void>,
  ): Promise<void> {
    const row = owedDocument(userId, interactionId);
    if (saying.has(row.key)) return;
    saying.add(row.key);
    try {
      const word = await store.read(row);
      if (word === undefined) return;
      await say(word);
      await store.update({ row }, () => ({ answer: undefined, write: { row: null } }));
    } finally {
      saying.delete(row.key);
    }
  }

  return {
    keep: (userId, interactionId, word) =>
      store.update({ row: owedDocument(userId, interactionId) }, () => ({
        answer: undefined,
        write: { row: { v: 1 as const, user: userId, ...word } },
      })),

    of,

    async tell(userId, say) {
      for (const interactionId of (await of(userId)).keys()) {
        await sayOne(userId, interactionId, say);
      }
    },
  };
}

/**
 * Tells a member who was just answered what could not be said before, to them alone. Never rejects;
 * what fails is left for the next time.
 */
export async function tellOwed(
  interaction: Interaction,
  { owed, api, log }: Pick<Line, 'owed' | 'api' | 'log'>,
): Promise<void> {
  const { user } = interaction;
  try {
    await owed.tell(user.id, ({ channel, content, retry }) => {
      const body: MessageBody = {
        content: owedText(channel, content),
        components: retry === null ? [] : [retryRow(retry)],
      };
      return api.whisperAfter(interaction, body);
    });
  } catch (err) {
    log.info({ err, interaction: interaction.id }, 'what a member is owed is not told yet');
  }
}

/** Forgets what a member is owed, while no bot runs. Throws as the store does. */
export async function forgetOwed(store: Store, userId: string): Promise<void> {
  const prefix = `${PREFIX}${userId}:`;
  await store.removeRange(prefix, `${prefix.slice(0, -1)};`);
}

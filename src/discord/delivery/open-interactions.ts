import { z } from 'zod';
import { snowflakeSchema } from '../../snowflake.ts';
import { BrokenDocumentError, type Document, type Store } from '../../storage/store.ts';
import { optionsSchema } from '../options.ts';

const PREFIX = 'open:';

const common = {
  applicationId: snowflakeSchema,
  /** A secret for 15 minutes; it goes when the interaction is closed. */
  token: z.string().min(1),
  /** Null outside a server. */
  guildId: snowflakeSchema.nullable(),
  userId: snowflakeSchema,
  /** The run of the bot that answers it. */
  boot: z.string().min(1),
};

const lateSchema = z.strictObject({
  /** The newest message of the channel before it. */
  after: snowflakeSchema,
  /** The record that the buttons under its pictures read. */
  record: z.string().min(1),
});

/** Where to look for pictures that were posted after an interaction's token had expired. */
export type LateAnswer = z.infer<typeof lateSchema>;

const currentSchema = z.strictObject({
  v: z.literal(2),
  ...common,
  /** Where its answer is; null where that was not written down. */
  channelId: snowflakeSchema.nullable(),
  /** What was asked for; null where that was not written down. */
  options: optionsSchema.nullable(),
  /** Its pictures may have been posted by themselves. */
  late: lateSchema.optional(),
});

/** An interaction whose member still waits for the last word. */
export type OpenInteraction = z.infer<typeof currentSchema>;

/** Rows of version 1 know neither channel nor options. */
const openSchema = z.union([
  currentSchema,
  z
    .strictObject({ v: z.literal(1), ...common })
    .transform((row): OpenInteraction => ({ ...row, v: 2, channelId: null, options: null })),
]);

/** What somebody asked for and where: all it takes to find its answer, or to ask for it again. */
export type Asked = Pick<OpenInteraction, 'guildId' | 'channelId' | 'userId' | 'options'>;

export const openDocument = (interactionId: string): Document<OpenInteraction> => ({
  key: `${PREFIX}${interactionId}`,
  schema: openSchema,
});

/**
 * Interactions that were taken and not yet closed, on disk: whoever is left waiting by a crash is
 * found again. Every method throws as the store does.
 */
export interface OpenInteractions {
  /**
   * False when it is open already: a duplicate, or one that a crash left behind. After an error it
   * may be open or not, and is to be closed.
   */
  open(interactionId: string, interaction: Omit<OpenInteraction, 'v' | 'boot'>): Promise<boolean>;
  /** Notes where pictures are about to be posted by themselves. */
  late(interactionId: string, late: LateAnswer): Promise<void>;
  /** Nothing is owed to one of this run any more. What another run left stays. */
  close(interactionId: string): Promise<void>;
  /** Nothing is owed any more to one that another run left. */
  closeLeftBehind(interactionId: string): Promise<void>;
  /** Those of earlier runs; entries that are broken are told and left out. */
  leftBehind(
    broken: (interactionId: string, error: BrokenDocumentError) => void,
  ): Promise<ReadonlyMap<string, OpenInteraction>>;
}

/** The open interactions in a store. `boot` names this run of the bot. */
export function createOpenInteractions(store: Store, boot: string): OpenInteractions {
  /** Those of this run, so that a duplicate is known even while the database fails. */
  const working = new Set<string>();

  return {
    async open(interactionId, interaction) {
      if (working.has(interactionId)) return false;
      working.add(interactionId);
      const isNew = await store.update({ entry: openDocument(interactionId) }, ({ entry }) => {
        const write = { entry: { v: 2 as const, ...interaction, boot } };
        return { answer: entry === undefined, ...(entry === undefined && { write }) };
      });
      if (!isNew) working.delete(interactionId);
      return isNew;
    },

    late: (interactionId, late) =>
      store.update({ entry: openDocument(interactionId) }, ({ entry }) => {
        if (entry === undefined) throw new Error('Only what is open can be late.');
        return { answer: undefined, write: { entry: { ...entry, late } } };
      }),

    async close(interactionId) {
      await store.update({ entry: openDocument(interactionId) }, ({ entry }) => ({
        answer: undefined,
        ...(entry?.boot === boot && { write: { entry: null } }),
      }));
      working.delete(interactionId);
    },

    closeLeftBehind: (interactionId) =>
      store.update({ entry: openDocument(interactionId) }, () => ({
        answer: undefined,
        write: { entry: null },
      })),

    async leftBehind(broken) {
      const found = new Map<string, OpenInteraction>();
      for (const key of await store.keys(PREFIX)) {
        const id = key.slice(PREFIX.length);
        const entry = await store.read(openDocument(id)).catch((error: unknown) => {
          if (!(error instanceof BrokenDocumentError)) throw error;
          broken(id, error);
        });
        if (entry !== undefined && entry.boot !== boot) found.set(id, entry);
      }
      return found;
    },
  };
}

/** How many last words are owed to a member. Throws as the store does. */
export async function countOpen(store: Store, userId: string): Promise<number> {
  let open = 0;
  for await (const { value } of store.scan(PREFIX)) {
    if (openSchema.safeParse(value).data?.userId === userId) open += 1;
  }
  return open;
}

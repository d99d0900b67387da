import { z } from 'zod';
import { snowflakeSchema } from '../../snowflake.ts';
import type { Document, Store } from '../../storage/store.ts';
import { optionsSchema } from '../options.ts';

/** How long a picture that was lost can be asked for again. */
const KEEP_MS = 24 * 3_600_000;

const retrySchema = z.strictObject({
  v: z.literal(1),
  guildId: snowflakeSchema,
  userId: snowflakeSchema,
  /** Empty once it was taken: nothing is kept that is not needed. */
  options: optionsSchema,
  /** The click that took it. */
  takenBy: snowflakeSchema.nullable(),
});

type Row = z.infer<typeof retrySchema>;

/** A picture that can be asked for again, by whom and where. */
type Retry = Pick<Row, 'guildId' | 'userId' | 'options'>;

/** Somebody's click. */
interface Click {
  readonly interactionId: string;
  readonly guildId: string | null;
  readonly userId: string;
}

/** What came of taking a record. */
type Taken =
  | { readonly kind: 'taken'; readonly retry: Retry }
  /** Taken by this very click: its event came twice. */
  | { readonly kind: 'same-click' }
  | { readonly kind: 'used' }
  /** It belongs to somebody else, who still has it. */
  | { readonly kind: 'anothers' }
  /** Too old, or never there. */
  | { readonly kind: 'gone' };

const PREFIX = 'retry:';

export const retryDocument = (id: string): Document<Row> => ({
  key: `${PREFIX}${id}`,
  schema: retrySchema,
  keepMs: KEEP_MS,
});

/** Pictures that can be asked for again, each once. Every method throws as the store does. */
export interface Retries {
  /** Writes one down. Answers its opaque id. */
  keep(retry: Retry): Promise<string>;
  /** Takes one, for its own member in its own server: nobody can take it a second time. */
  take(id: string, click: Click): Promise<Taken>;
  /** Puts one back that was taken and came to nothing. */
  putBack(id: string, retry: Retry): Promise<void>;
}

/** The records in a store. `newId` makes ids that nobody can guess. */
export function createRetries(store: Store, newId: () => string): Retries {
  const write = (id: string, retry: Retry) =>
    store.update({ entry: retryDocument(id) }, () => ({
      answer: undefined,
      write: { entry: { v: 1 as const, ...retry, takenBy: null } },
    }));

  return {
    async keep(retry) {
      const id = newId();
      await write(id, retry);
      return id;
    },

    take: (id, click) =>
      store.update({ entry: retryDocument(id) }, ({ entry }) => {
        const refusal = refusalFor(entry, click);
        if (refusal !== undefined || entry === undefined) {
          return { answer: refusal ?? { kind: 'gone' } };
        }
        const { v: _, takenBy: __, ...retry } = entry;
        return {
          answer: { kind: 'taken', retry },
          write: { entry: { ...entry, options: {}, takenBy: click.interactionId } },
        };
      }),

    putBack: write,
  };
}

function refusalFor(entry: Row | undefined, click: Click): Taken | undefined {
  if (entry === undefined) return { kind: 'gone' };
  if (entry.guildId !== click.guildId || entry.userId !== click.userId) return { kind: 'anothers' };
  if (entry.takenBy === null) return undefined;
  return { kind: entry.takenBy === click.interactionId ? 'same-click' : 'used' };
}

/** Deletes a member's records, used ones too, while no bot runs. Throws as the store does. */
export async function forgetRetries(store: Store, userId: string): Promise<void> {
  for await (const { key, value } of store.scan(PREFIX)) {
    if (retrySchema.safeParse(value).data?.userId !== userId) continue;
    const entry = retryDocument(key.slice(PREFIX.length));
    await store.update({ entry }, () => ({ answer: undefined, write: { entry: null } }));
  }
}

import type { Store } from '../storage/store.ts';
import { caseDocument, TEXT_PREFIX, textDocument } from './case-documents.ts';

const DAY_MS = 86_400_000;

/** What forgetting what was typed needs. */
interface Room {
  readonly store: Store;
  /** For how many days a server keeps such texts now; undefined where that cannot be read. */
  readonly daysOf: (guildId: string) => Promise<number | undefined>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Forgets what was typed with cases that are older than their server wants by now: a text is written
 * with the time that held then, and managers may have shortened it. Answers how many; ends early when
 * the signal says so.
 */
export async function pruneTexts(
  { store, daysOf, now }: Room,
  signal: AbortSignal,
): Promise<number> {
  const days = new Map<string, number | undefined>();
  let pruned = 0;
  for (const key of await store.keys(TEXT_PREFIX)) {
    if (signal.aborted) break;
    const [guildId = '', digits] = key.slice(TEXT_PREFIX.length).split(':');
    const number = Number(digits);
    if (!days.has(guildId)) days.set(guildId, await daysOf(guildId));
    const keepDays = days.get(guildId);
    if (keepDays === undefined) continue;
    const documents = {
      text: textDocument(guildId, number),
      entry: { ...caseDocument(guildId, number), shared: true as const },
    };
    const isGone = await store.update(documents, ({ entry }) =>
      entry !== undefined && now() < entry.at + keepDays * DAY_MS
        ? { answer: false }
        : { answer: true, write: { text: null } },
    );
    if (isGone) pruned += 1;
  }
  return pruned;
}

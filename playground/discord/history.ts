/** Which messages of a channel are wanted: those next to an id, or the newest. */
export interface HistoryQuery {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly around?: string | undefined;
  /** How many at most. */
  readonly limit: number;
}

const newestFirst = <T extends { readonly id: string }>(messages: readonly T[]): T[] =>
  messages.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));

/**
 * One page of a channel's messages, newest first (Discord's docs, "Get Channel Messages"): those just before an
 * id, those just after it, or the message itself with as many on either side.
 */
export function historyPage<T extends { readonly id: string }>(
  messages: readonly T[],
  { before, after, around, limit }: HistoryQuery,
): T[] {
  const all = newestFirst(messages);
  const below = (id: string): T[] => all.filter((message) => BigInt(message.id) < BigInt(id));
  if (before !== undefined) return below(before).slice(0, limit);
  if (after !== undefined)
    return all.filter((message) => BigInt(message.id) > BigInt(after)).slice(-limit);
  if (around === undefined) return all.slice(0, limit);
  const older = below(around).slice(0, Math.floor(limit / 2));
  const rest = all.filter((message) => BigInt(message.id) >= BigInt(around));
  return [...rest.slice(-(limit - Math.floor(limit / 2))), ...older];
}

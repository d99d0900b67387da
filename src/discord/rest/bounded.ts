/** How long an answer of Discord is waited for, in milliseconds. */
export interface Patience {
  readonly usual: number;
  /** Once the bot must stop, which is then counted from. */
  readonly hurried: number;
}

/**
 * Runs a request until its time is over, the bot must stop, or its own signal ends it; it rejects then
 * with an AbortError, whatever the request does: @discordjs/rest waits out a rate limit, however long,
 * without looking at its signal, and sends nothing afterwards when that was aborted.
 */
export async function bounded<T>(
  patience: Patience,
  hurry: AbortSignal,
  request: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const end = new AbortController();
  const ended = Promise.withResolvers<never>();
  const stop = () => {
    end.abort();
    ended.reject(end.signal.reason);
  };
  let timer = setTimeout(stop, hurry.aborted ? patience.hurried : patience.usual);
  const hasten = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, patience.hurried);
  };
  hurry.addEventListener('abort', hasten);
  try {
    return await Promise.race([request(end.signal), ended.promise]);
  } finally {
    clearTimeout(timer);
    hurry.removeEventListener('abort', hasten);
  }
}

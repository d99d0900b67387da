/** Waits for any of the news or for the signal, and leaves nothing hanging on the signal. */
export async function firstOf(news: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const end = () => resolve();
  signal.addEventListener('abort', end);
  try {
    await Promise.race([...news, aborted]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}

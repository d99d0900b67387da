const MAX_CAUSES = 5;

/**
 * Properties of an error that may be logged. Its url, headers and request body never are, nor what a
 * service said: it may quote a prompt.
 */
const allowed = {
  code: ['string', 'number'],
  status: ['number'],
  kind: ['string'],
  charged: ['string', 'boolean'],
  answerHash: ['string'],
} as const;

/**
 * What a log may say of an error: its name, message, stack, a few known codes and up to five
 * causes. discord.js and undici put URLs, request bodies and headers into their errors, so
 * everything else is left out.
 */
export function describeError(error: Error, depth = 0): Record<string, unknown> {
  const described: Record<string, unknown> = { name: error.name, message: error.message };
  for (const [key, types] of Object.entries(allowed)) {
    const value: unknown = Reflect.get(error, key);
    if (types.some((type) => type === typeof value)) {
      described[key] = value;
    }
  }
  described['stack'] = error.stack;
  if (error.cause !== undefined && depth < MAX_CAUSES) {
    described['cause'] =
      error.cause instanceof Error ? describeError(error.cause, depth + 1) : typeof error.cause;
  }
  return described;
}

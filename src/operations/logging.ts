import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino';
import type { Config } from '../config.ts';
import { describeError } from './errors.ts';
import { createScrubber } from './scrub.ts';

const MAX_DEPTH = 6;

/** Replaces each error within a value by what may be said of it. */
function withoutErrors(value: unknown, depth = 0): unknown {
  if (value instanceof Error) {
    return describeError(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return depth < MAX_DEPTH ? value.map((item) => withoutErrors(item, depth + 1)) : '[deep]';
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return value;
  }
  return depth < MAX_DEPTH ? mapEntries(value, depth) : '[deep]';
}

function mapEntries(value: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, item]) => [key, withoutErrors(item, depth + 1)]);
  return Object.fromEntries(entries);
}

/**
 * Makes the logger: one JSON object a line. Every finished line passes the scrubber, so a secret
 * cannot slip by in a message, a nested object or a cause, at any level. Lines are written
 * synchronously; nothing is lost when the process ends right after.
 *
 * @param options.secrets the token and the key, hidden in any encoding
 * @param options.destination standard output unless given
 */
export function createLogger(options: {
  level: Config['logLevel'];
  secrets: readonly string[];
  destination?: DestinationStream;
}): Logger {
  const scrub = createScrubber(options.secrets);
  const sink = options.destination ?? destination({ fd: 1, sync: true });
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: withoutErrors },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => mapEntries(fields),
      },
    },
    { write: (line) => sink.write(scrub(line)) },
  );
  // Pino gives no formatter the fields that are bound to a child. Children inherit this function.
  const proto: Logger = Object.getPrototypeOf(logger);
  logger.child = function childWithoutErrors(this: Logger, bindings, childOptions) {
    return proto.child.call(this, mapEntries(bindings), childOptions);
  } as Logger['child'];
  return logger;
}

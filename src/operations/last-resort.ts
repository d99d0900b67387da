import type { Logger } from 'pino';

/** What tells of errors that nobody caught; `process` in earnest. */
interface ErrorSource {
  on: (
    event: 'unhandledRejection' | 'uncaughtException',
    listener: (error: unknown) => void,
  ) => void;
}

/**
 * Logs errors that nobody caught, through the logger and its scrubber: Node itself would print them
 * with addresses and headers. A rejection leaves everything else whole, so the program goes on;
 * after an exception nobody knows, so it ends.
 */
export function catchTheRest(
  source: ErrorSource,
  logger: Pick<Logger, 'error' | 'fatal'>,
  exit: (code: number) => void,
): void {
  source.on('unhandledRejection', (error) => {
    logger.error({ err: error }, 'a failure that nobody waited for');
  });
  source.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'the program broke down');
    exit(1);
  });
}

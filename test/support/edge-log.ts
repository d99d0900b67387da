import type { Logger } from 'pino';
import { createLogger } from '../../src/operations/logging.ts';

/** The bot's own logger at its most talkative, with everything it printed. */
export function listeningLog(): { log: Logger; lines: readonly string[] } {
  const lines: string[] = [];
  const log = createLogger({
    level: 'trace',
    secrets: [],
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines };
}

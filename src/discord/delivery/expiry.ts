import { snowflakeTime } from '../../snowflake.ts';
import type { Line } from './conversation.ts';
import { TOKEN_USE_MS } from '../rest/interaction-api.ts';

/** Aborted once a token is too old, by the host's clock; one that is behind gives no more than a token's time. */
export function expiryOf(interactionId: string, { clock }: Pick<Line, 'clock'>): AbortSignal {
  const remainingMs = snowflakeTime(interactionId) + TOKEN_USE_MS - clock.now();
  if (remainingMs <= 0) return AbortSignal.abort();
  return clock.after(Math.min(remainingMs, TOKEN_USE_MS));
}

import { DiscordAPIError, HTTPError } from 'discord.js';
import type { UploadRefusal } from '../../outcome.ts';

/** What a failed request to Discord means. */
export type Answer =
  /** Discord said no; nothing was applied. */
  | { readonly kind: 'refused'; readonly code: number | string; readonly status: number }
  /** The answer was lost or a server failed: it may have been applied. */
  | { readonly kind: 'lost' };

/**
 * Reads what Discord, or the connection to it, threw. A 403 without one of Discord's own codes, or
 * with 40333, is the gate in front of Discord (Discord's docs): it says nothing of the interaction.
 */
export function readFailure(error: unknown): Answer {
  if (!(error instanceof DiscordAPIError) || error.status >= 500) return { kind: 'lost' };
  const { code, status } = error;
  const byGate = status === 403 && (typeof code !== 'number' || code === 40333);
  return byGate ? { kind: 'lost' } : { kind: 'refused', code, status };
}

/** An answer of 500 or above came: unlike after a lost one, the same request may be sent again. */
export const isServerFailure = (error: unknown): boolean =>
  error instanceof HTTPError && error.status >= 500;

/** Whether a refused first answer means that the interaction is another's, or too late. */
export const isNotOurs = (answer: Answer): boolean =>
  answer.kind === 'refused' && (answer.code === 10062 || answer.code === 40060);

/** A refused message, by Discord's documented error codes. */
export function uploadRefusal({
  code,
  status,
}: Extract<Answer, { kind: 'refused' }>): UploadRefusal {
  switch (code) {
    case 40005:
    case 50045:
      return 'too-large';
    case 50001:
    case 50013:
      return 'no-permission';
    case 10003:
      return 'channel-deleted';
    case 10008:
      return 'message-deleted';
    case 20009:
    case 200000:
    case 240000:
      return 'blocked-by-filter';
    case 10015:
    case 50027:
      return 'token-expired';
    default:
      if (status === 413) return 'too-large';
      return status === 401 ? 'token-expired' : 'refused';
  }
}

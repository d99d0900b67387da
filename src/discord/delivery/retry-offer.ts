import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Notice, PaintFailure } from '../../outcome.ts';
import { RETRY_WORDS } from '../../words/retry.ts';
import type { Line } from './conversation.ts';
import { customId } from '../custom-id.ts';
import type { Asked } from './open-interactions.ts';

/** What the custom ids of Retry buttons begin with. */
export const RETRY = 'retry';

/** Where the same request would fail again: only other words, or the operator, can help. */
const LASTING: readonly PaintFailure['reason'][] = [
  'moderated',
  'rejected',
  'unauthorised',
  'out-of-credits',
  'redirected',
  'called-off',
];

/**
 * Whether the same request may well succeed if it is sent again. A request that was refused before
 * any money was touched has used nothing up, unless it came from a button: that is spent.
 */
export function canRetry(notice: Notice, fromButton: boolean): boolean {
  switch (notice.kind) {
    case 'interrupted':
      return notice.received === 0;
    case 'not-painted':
      return !LASTING.includes(notice.failure.reason);
    case 'not-delivered':
      return ['channel-deleted', 'token-expired', 'refused', 'discord-down'].includes(
        notice.refusal,
      );
    case 'invalid':
    case 'outside-server':
    case 'files-too-small':
    case 'against-rule':
    case 'not-shown':
      return false;
    default:
      return fromButton;
  }
}

/** The button that reads a record. */
export const retryRow = (recordId: string): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: RETRY_WORDS.label,
      custom_id: customId(RETRY, recordId),
    },
  ],
});

/**
 * Writes down how to ask for a picture again, and answers the record that a button for it reads.
 * Undefined where that makes no sense or cannot be written down: a button must never be shown before
 * its record is there.
 */
export async function offerRetry(
  notice: Notice,
  { guildId, userId, options }: Asked,
  fromButton: boolean,
  { retries, log }: Pick<Line, 'retries' | 'log'>,
): Promise<string | undefined> {
  if (guildId === null || options === null || !canRetry(notice, fromButton)) return undefined;
  try {
    return await retries.keep({ guildId, userId, options });
  } catch (error) {
    log.error({ err: error }, 'no Retry button: it could not be written down');
    return undefined;
  }
}

import { disarmWithin } from './text.ts';

const REASON_SHOWN = 500;

/** As much as somebody can write (500 UTF-16 units), with room for what is disarmed in it. */
export const WHOLE_REASON = 600;

/**
 * A moderator's reason, as the member is told it: covered until it is clicked, because everybody in the
 * channel sees the answer. Nothing where there is none.
 */
export const coveredReason = (reason: string | null): string =>
  reason === null ? '' : ` The reason: ||“${disarmWithin(reason, REASON_SHOWN)}”||.`;

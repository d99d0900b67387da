import type { Hidden } from '../moderation/report-documents.ts';

/** What came of changing a message. */
export type Handled =
  | 'done'
  /** The message, or its channel, is no more. */
  | 'gone'
  /** The bot may not look there, or Discord does not take it. */
  | 'refused'
  /** Discord could not be reached, or its answer was lost. */
  | 'lost';

/** A message of the bot's. */
export interface Spot {
  readonly channelId: string;
  readonly messageId: string;
}

/** Who took pictures out of sight. */
export interface Cover {
  readonly author: string | null;
  /** A moderator; null is the bot by itself. */
  readonly by: string | null;
  readonly pictures: number;
  /** How many members reported them; null where a moderator decided. */
  readonly reports: number | null;
}

/** Messages with pictures, as moderators change them. No method rejects. */
export interface Gallery {
  /** What a message needs to be shown again; without its pictures it is refused. */
  take(spot: Spot): Promise<Omit<Hidden, 'v' | 'author'> | Exclude<Handled, 'done'>>;
  /** Puts words in the place of pictures. */
  cover(spot: Spot, cover: Cover): Promise<Handled>;
  /** Puts the pictures back, with the buttons that read `recordId`. */
  uncover(spot: Spot, hidden: Hidden, recordId: string | null): Promise<Handled>;
  /** Deletes the message for good. */
  remove(spot: Spot): Promise<Handled>;
}

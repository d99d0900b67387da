import type { Link } from './moderation/case-documents.ts';
import type { Flag } from './moderation/review.ts';
import type { Interruption, Notice, UploadRefusal } from './outcome.ts';
import type { Painting } from './painting/progress.ts';

/** What Discord took. */
export type Delivery =
  /** `refusal` says why the rest, or all, was not taken. */
  | { readonly kind: 'known'; readonly accepted: number; readonly refusal?: UploadRefusal }
  /** The answer was lost and Discord could not be asked before the bot had to stop. */
  | { readonly kind: 'unknown' };

/** What came of pictures that moderators are to see first. */
export type Submitted =
  | Delivery
  /** So many wait for a moderator; their credits stay held. */
  | { readonly kind: 'in-review'; readonly pictures: number };

/** Where moderators see pictures first, and why. */
export interface ReviewOrder {
  readonly channelId: string;
  /** The rule that asked for it; null where every picture waits. */
  readonly rule: Flag['rule'] | null;
  /** Days that prompts are kept with cases. */
  readonly keepDays: number;
  /** Bytes that a file may have where the pictures are shown once they are approved. */
  readonly fileLimit: number;
}

/** What Discord shows for an interaction now. */
type Standing =
  | { readonly kind: 'there'; readonly waiting: boolean; readonly received: number }
  /** Not where it should be: nobody has a picture, and nobody was told why. */
  | { readonly kind: 'absent' }
  /** Deleted, or where the bot may not look. */
  | { readonly kind: 'gone' }
  /** Its pictures wait for a moderator, and its credits with them. */
  | { readonly kind: 'in-review' }
  /** Discord could not be asked before the bot had to stop. */
  | { readonly kind: 'unknown' };

/** Whose an interaction is. */
export type Claimed =
  | 'ours'
  | 'not-ours'
  /** It could not be written down, so that a crash would lose it: the member was told to come back. */
  | 'unrecorded';

/** One member's interaction, from the first answer to the last word. */
export interface Conversation {
  /** Aborted when nobody could be shown pictures any more: time for a last word. */
  readonly workEnds: AbortSignal;
  /**
   * Takes the interaction by deferring its answer. The accepted deferral is the claim: whoever is
   * told that it was taken already, or is too late, stops without a word.
   */
  claim(): Promise<Claimed>;
  /**
   * Shows how a painting goes, and its pictures as they are finished, until it is over. Asks Discord
   * what arrived before it calls anything lost; stops a painting that nobody can be shown.
   */
  present(painting: Painting, userId: string): Promise<Delivery>;
  /** The message that shows the pictures that were presented, as far as Discord said which it is. */
  shownIn(): Link | undefined;
  /**
   * The same for pictures that moderators are to see first: shows how it goes, but no picture, and
   * hands them over to the review once it is over.
   */
  submit(painting: Painting, userId: string, review: ReviewOrder): Promise<Submitted>;
  /**
   * Says why there is no picture, as long as it can be said. Never throws. False when the bot had to
   * stop before: the interaction stays open for the next start.
   */
  tell(notice: Notice): Promise<boolean>;
  /** Nothing is owed any more: neither a word to the member nor an entry in the books. */
  close(): Promise<void>;
}

/** An interaction that an earlier run of the bot left without its last word. */
export interface LeftBehind extends Pick<Conversation, 'close'> {
  readonly interactionId: string;
  /** Null outside a server. */
  readonly guildId: string | null;
  readonly userId: string;
  look(): Promise<Standing>;
  /** Says that the bot died in the middle of it. False when the bot had to stop before. */
  tell(notice: Interruption): Promise<boolean>;
}

import type { OverLimit } from './credits/ledger.ts';
import type { ImageApiErrorKind } from './image-api/errors.ts';
import type { Picture } from './image-api/client.ts';
import type { FullOf, Standing } from './queue/fair-queue.ts';
import type { AccessRefusal } from './moderation/access.ts';
import type { Hit } from './moderation/rules/verdict.ts';
import type { PictureRequest } from './request.ts';
import type { ReviewEnding } from './reviews/documents.ts';

/** A request that was turned away before any money was touched. */
export type Refusal =
  | {
      readonly kind: 'invalid';
      readonly field:
        | 'prompt'
        | 'negative_prompt'
        | 'style_preset'
        | 'aspect_ratio'
        | 'seed'
        | 'count';
      readonly problem: 'bad-value' | 'too-long';
    }
  | { readonly kind: 'outside-server' }
  | AccessRefusal
  /** It meets a rule; `case` is its number, null where none could be opened. */
  | {
      readonly kind: 'against-rule';
      readonly hit: Pick<Hit, 'rule' | 'where'>;
      readonly case: number | null;
    }
  /** Rules or the service's filter refused them again and again; `readyAt` in milliseconds since 1970. */
  | { readonly kind: 'refused-often'; readonly readyAt: number }
  /**
   * Moderators see pictures first here, and cannot: no review channel is chosen, the bot cannot use
   * the one that is, or it may not post approved pictures where they are asked for.
   */
  | { readonly kind: 'no-review'; readonly why: 'not-chosen' | 'not-usable' | 'may-not-post' }
  /** The bot may not attach files there. */
  | { readonly kind: 'may-not-attach' }
  /** No picture of this shape is as small as a file must be there; `limit` in bytes. */
  | { readonly kind: 'files-too-small'; readonly limit: number }
  /** `readyAt` in milliseconds since 1970. */
  | { readonly kind: 'cooldown'; readonly readyAt: number }
  /** `renewsAt` in milliseconds since 1970. */
  | (OverLimit & { readonly renewsAt: number })
  /** The server's books could not be read or written. */
  | { readonly kind: 'books-unavailable' }
  /** What the server's managers and moderators decided could not be read. */
  | { readonly kind: 'settings-unavailable' }
  /** More pictures would wait than are allowed to: of the member, the server, or in all. */
  | { readonly kind: 'queue-full'; readonly of: FullOf; readonly limit: number }
  | { readonly kind: 'restarting' };

/** Why a picture was not made. */
export type PaintFailure =
  | {
      readonly reason: ImageApiErrorKind;
      /** The service's own words, cleaned; only where they help the member. */
      readonly serviceMessage?: string;
    }
  /** The bot stopped, or the time ran out, before the picture was there. */
  | { readonly reason: 'restarting' | 'out-of-time' | 'unexpected' }
  /** Somebody pressed Cancel. */
  | { readonly reason: 'called-off'; readonly by: string };

/** Why a picture that was asked for is not shown; it is not charged. */
export type Missing =
  | PaintFailure
  /**
   * It was made; its file is too large, Discord took no more, it was deleted where moderators saw it, or
   * the bot was not let in there.
   */
  | { readonly reason: 'upload-too-large' | 'upload-refused' | 'review-gone' | 'review-closed' };

/** Why Discord did not take a picture. */
export type UploadRefusal =
  | 'too-large'
  | 'no-permission'
  | 'message-deleted'
  | 'channel-deleted'
  | 'blocked-by-filter'
  | 'token-expired'
  | 'refused'
  | 'discord-down'
  /** The review channel did not take what moderators were to see first. */
  | 'review-closed';

/** A hold that came to nothing: every credit was given back. */
type Failure =
  | { readonly kind: 'not-painted'; readonly asked: number; readonly failure: PaintFailure }
  /** `made` says whether there was a picture at all. */
  | { readonly kind: 'not-delivered'; readonly refusal: UploadRefusal; readonly made: boolean }
  /** The bot died in the middle of it and found the request at its next start. */
  | Interruption
  /** Moderators were to see it first, and it is not shown. */
  | NotShown;

/** Pictures that were made and are kept from everybody. */
export interface NotShown {
  readonly kind: 'not-shown';
  readonly why: ReviewEnding;
  readonly pictures: number;
  /** In a moderator's words. */
  readonly reason: string | null;
}

/** `received` is how many pictures the member has, which are charged. */
export interface Interruption {
  readonly kind: 'interrupted';
  readonly received: number;
}

/** What a member is told when there is no picture. */
export type Notice = Refusal | Failure;

/** How far pictures are that are not finished. Times in milliseconds since 1970. */
export interface Pending {
  readonly standing: Standing;
  /** When the first one was begun. */
  readonly begunAt: number | undefined;
  readonly now: number;
}

/** What a member is told with pictures. */
export interface Showing {
  readonly userId: string;
  /** A link to the message whose button asked for them. */
  readonly parent?: string;
  readonly request: PictureRequest;
  readonly pictures: readonly Picture[];
  /** Pictures that were asked for and will not come. */
  readonly missing: readonly Missing[];
  /** How far those are that still may come. */
  readonly pending?: Pending;
  /** They come in a message of their own, after Discord's time for an answer. */
  readonly isLate?: boolean;
}

/** How a request ended, for the logs and the counters. */
export type Ending =
  | { readonly kind: 'not-ours' }
  /** Turned away at the door: the database could not take it. */
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'seen-before' }
  | { readonly kind: 'delivered'; readonly pictures: number; readonly captured: number }
  /** So many pictures wait for a moderator, who decides whether they are shown and charged. */
  | { readonly kind: 'in-review'; readonly pictures: number }
  /** Settled by asking Discord at the next start. */
  | { readonly kind: 'left-open' }
  | Notice;

import type { Handled } from './gallery.ts';
import type { Case, End } from '../moderation/case-documents.ts';

/** A moderator's click under a case. */
export interface Ruling {
  readonly interactionId: string;
  readonly guildId: string;
  /** The moderator. */
  readonly userId: string;
  /** The message that was reported. */
  readonly messageId: string;
}

/** What a moderator wants done about reported pictures. */
export type Decision =
  | { readonly kind: 'hide' | 'delete' | 'dismiss' }
  /** `lastsMs` in milliseconds; null is for ever. */
  | { readonly kind: 'block'; readonly reason: string | null; readonly lastsMs: number | null };

/** What came of a decision. `isHidden` says whether the pictures can be shown again. */
export type Decided =
  /** `handled` is what came of the pictures, which a block hides as well. */
  | {
      readonly kind: 'decided';
      readonly entry: Case;
      readonly end: End;
      readonly handled: Handled;
      readonly isHidden: boolean;
    }
  /** Somebody was first; it stays as they decided. */
  | ({
      readonly kind: 'closed-before';
      readonly target: Case['target'];
      readonly isHidden: boolean;
    } & End)
  | { readonly kind: 'shown'; readonly pictures: number }
  /** The report is not kept any more. */
  | { readonly kind: 'no-report' }
  /** Nobody knows who asked for the pictures. */
  | { readonly kind: 'no-author' }
  /** Nobody blocks themself. */
  | { readonly kind: 'own' }
  /** There is nothing that could be shown again. */
  | { readonly kind: 'not-hidden' }
  /** The message that was to be shown again is no more. */
  | { readonly kind: 'gone' }
  /** Nothing was changed; the case is as it was. */
  | { readonly kind: 'not-done'; readonly why: Exclude<Handled, 'done'> };

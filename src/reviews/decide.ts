import type { End } from '../moderation/case-documents.ts';
import type { Outcome } from '../moderation/facts.ts';
import { snowflakeTime } from '../snowflake.ts';
import type { EndedState, OpenReview, ReviewEnding, ReviewRow } from './documents.ts';

/** What somebody wants to happen to pictures that wait. */
export type ReviewDecision =
  | { readonly kind: 'approve'; readonly by: string; readonly click: string }
  | ({ readonly kind: 'end' } & Omit<EndedState, 'kind'>);

/** What came of a decision. */
export type ReviewDecided =
  | { readonly kind: 'decided'; readonly review: OpenReview }
  /** Still on the way to the review channel. */
  | { readonly kind: 'too-early' }
  /** Somebody was first. */
  | ({ readonly kind: 'decided-before'; readonly target: string } & End)
  /** Somebody was first; the case says who. */
  | { readonly kind: 'over'; readonly guild: string; readonly case: number }
  /** They are whose they are: nobody blocks themself, or a block could be made shorter so. */
  | { readonly kind: 'own' }
  | { readonly kind: 'unknown' };

/** How the case of a review ends. */
export const outcomeOf = (
  why: ReviewEnding,
): Extract<Outcome, 'rejected' | 'withdrawn' | 'lapsed' | 'lost'> =>
  why === 'review-gone' || why === 'review-closed' || why === 'channel-gone' ? 'lost' : why;

type Closed = Exclude<ReviewDecided, { kind: 'decided' }>;

/** Why nobody can decide about a review, or not yet; undefined for one that waits. */
export function whyClosed(row: ReviewRow | undefined): Closed | undefined {
  if (row === undefined) return { kind: 'unknown' };
  if (row.kind === 'over') return { kind: 'over', guild: row.guild, case: row.case };
  const { state } = row;
  if (state.kind === 'sending') return { kind: 'too-early' };
  if (state.kind === 'waiting') return undefined;
  const outcome = state.kind === 'approved' ? 'shown' : outcomeOf(state.why);
  const { by, click } = state;
  return { kind: 'decided-before', outcome, by, at: snowflakeTime(click), target: row.user };
}

/** A review after a decision about it: the first one holds. */
export function decideReview(row: ReviewRow | undefined, decision: ReviewDecision): ReviewDecided {
  const closed = whyClosed(row);
  if (row?.kind !== 'open') return closed ?? { kind: 'unknown' };
  const { state } = row;
  // Its answer was lost, or its event came twice.
  if ('click' in state && state.click === decision.click) return { kind: 'decided', review: row };
  if (closed !== undefined) return closed;
  const blocks = decision.kind === 'end' && decision.block !== null;
  if (blocks && decision.by === row.user) return { kind: 'own' };
  return { kind: 'decided', review: { ...row, state: stateAfter(decision) } };
}

function stateAfter(decision: ReviewDecision): OpenReview['state'] {
  if (decision.kind === 'end') return { ...decision, kind: 'ended' };
  const { by, click } = decision;
  return { kind: 'approved', by, click, shown: null, taken: null, isDelayed: false };
}

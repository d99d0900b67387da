import { snowflakeTime } from '../snowflake.ts';
import type { Case, End, Link, Note } from './case-documents.ts';
import { type Outcome, outcomesOf } from './facts.ts';

/** Somebody's decision about a review or a report. */
export interface Closing {
  readonly interactionId: string;
  /** A member, or the bot. */
  readonly by: string;
  readonly outcome: Outcome;
  /** Why, in their words; at most 500 UTF-16 units. */
  readonly reason?: string | null;
}

/** Somebody's note to a case, in place of the one that they saw there. */
export interface Annotation {
  readonly interactionId: string;
  readonly by: string;
  /** At most 500 UTF-16 units; null takes the note away. */
  readonly note: string | null;
  /** The note that they saw when they wrote theirs; null is none. */
  readonly seen: string | null;
}

/** What came of a decision. */
export type Closed =
  | { readonly kind: 'closed'; readonly entry: Case }
  /** Somebody was first; it stays as they decided. */
  | ({ readonly kind: 'closed-before' } & End)
  /** Nobody decides about such a case, or not so. */
  | { readonly kind: 'not-to-be-closed' }
  | { readonly kind: 'no-case' };

/** What came of a note. */
export type Annotated =
  | { readonly kind: 'annotated'; readonly entry: Case }
  /** Somebody was first: what their note is now, null where they took it away. */
  | { readonly kind: 'annotated-before'; readonly note: Note | null }
  | { readonly kind: 'no-case' };

/** A member's wish that moderators look once more at what was refused. */
export interface SecondLook {
  readonly interactionId: string;
  readonly by: string;
  /** The message in which they were told of the refusal. */
  readonly link: Link | null;
}

/** What came of that wish. */
export type SecondLooked =
  | { readonly kind: 'asked'; readonly entry: Case }
  /** They asked before; `at` in milliseconds since 1970. */
  | { readonly kind: 'asked-before'; readonly at: number }
  /** It is about somebody else. */
  | { readonly kind: 'not-theirs' }
  /** There is no such case, or nothing was refused in it. */
  | { readonly kind: 'no-case' };

/** A case after a decision about it: the first one holds. */
export function close(
  entry: Case | undefined,
  { interactionId, by, outcome, reason }: Closing,
): Closed {
  if (entry === undefined) return { kind: 'no-case' };
  if (!outcomesOf(entry.facts).includes(outcome)) return { kind: 'not-to-be-closed' };
  if (entry.end !== null) return { kind: 'closed-before', ...entry.end };
  const end = { outcome, by, at: snowflakeTime(interactionId), ...(reason && { reason }) };
  return { kind: 'closed', entry: { ...entry, end } };
}

/** A case with another note, unless the one it has is not the one that was seen. */
export function annotate(
  entry: Case | undefined,
  { interactionId, by, note, seen }: Annotation,
): Annotated {
  if (entry === undefined) return { kind: 'no-case' };
  if ((entry.note?.text ?? null) !== seen) return { kind: 'annotated-before', note: entry.note };
  const after = note === null ? null : { text: note, by, at: snowflakeTime(interactionId) };
  return { kind: 'annotated', entry: { ...entry, note: after } };
}

/** A refusal after its member asked for a second look at it, which can be asked for once. */
export function askAgain(
  entry: Case | undefined,
  { interactionId, by, link }: SecondLook,
): SecondLooked {
  if (entry === undefined || entry.facts.kind !== 'refusal') return { kind: 'no-case' };
  if (entry.target !== by) return { kind: 'not-theirs' };
  const { secondLook } = entry.facts;
  if (secondLook !== undefined) return { kind: 'asked-before', at: secondLook.at };
  const facts = { ...entry.facts, secondLook: { at: snowflakeTime(interactionId), link } };
  return { kind: 'asked', entry: { ...entry, facts } };
}

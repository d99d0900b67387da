import {
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { type ReviewDecided, type ReviewDecision, whyClosed } from '../../reviews/decide.ts';
import type { OpenReview } from '../../reviews/documents.ts';
import { snowflakeTime } from '../../snowflake.ts';
import { untilStored } from '../../until-stored.ts';
import { BLOCK_REFUSED } from '../../words/blocks.ts';
import { closedBeforeText } from '../../words/cases.ts';
import { decidedText, REVIEW_WORDS, type ReviewEnd } from '../../words/review.ts';
import type { Desk } from '../command.ts';
import { firstAnswer, whisper } from '../whisper.ts';

type Click = MessageComponentInteraction | ModalSubmitInteraction;

/** Discord waits so long for an answer, with time for the answer itself. */
const DECIDE_MS = 2_000;
const SOON_MS = 100;

/** What nothing is written down of is not sent yet, rather than forgotten: pictures take an hour at most. */
const YOUNG_MS = 2 * 3_600_000;

/**
 * Whether somebody may decide about pictures: who may manage messages in the review channel, at the
 * moment of the click. Who may not is told so.
 */
export async function mayReview(interaction: Click, { line }: Desk): Promise<boolean> {
  const { memberPermissions } = interaction;
  if (memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true) return true;
  await whisper(line.api, interaction, { content: REVIEW_WORDS.notModerator }, line.log);
  return false;
}

/** What somebody is told of pictures that nothing is written down of. */
export const unknownText = (id: string, interaction: Click): string =>
  snowflakeTime(interaction.id) - snowflakeTime(id) < YOUNG_MS
    ? REVIEW_WORDS.tooEarly
    : REVIEW_WORDS.unknown;

/** What somebody is told of a decision that was not theirs. */
async function beforeText(
  decided: Exclude<ReviewDecided, { kind: 'decided' }>,
  id: string,
  interaction: Click,
  { studio: { cases } }: Desk,
): Promise<string> {
  switch (decided.kind) {
    case 'too-early':
      return REVIEW_WORDS.tooEarly;
    case 'unknown':
      return unknownText(id, interaction);
    case 'own':
      return BLOCK_REFUSED.self;
    case 'decided-before':
      return closedBeforeText(decided, decided.target, interaction.user.id);
    case 'over': {
      const entry = await cases.find(decided.guild, decided.case);
      if (!entry?.end) return REVIEW_WORDS.unknown;
      return closedBeforeText(entry.end, entry.target, interaction.user.id);
    }
  }
}

/** Members are not told which moderator it was. */
const isWithdrawal = (decision: ReviewDecision): boolean =>
  decision.kind === 'end' && decision.why === 'withdrawn';

/**
 * Decides about a review, in one write. Undefined once somebody was told that it is not theirs to
 * decide any more, or that it could not be written down.
 */
export async function decide(
  interaction: Click,
  id: string,
  decision: ReviewDecision,
  desk: Desk,
): Promise<OpenReview | undefined> {
  const { reviews, api, log, clock, cut } = desk.line;
  const ends = AbortSignal.any([cut, clock.after(DECIDE_MS)]);
  const write = () => untilStored(() => reviews.decide(id, decision), { clock, cut: ends, log });
  let decided = await write();
  // Who clicks at once may be faster than what Discord says of the message.
  while (decided.isStored && decided.answer.kind === 'too-early' && !ends.aborted) {
    await clock.wait(SOON_MS, ends);
    decided = await write();
  }
  if (!decided.isStored) {
    await whisper(api, interaction, { content: REVIEW_WORDS.notRecorded }, log);
    return undefined;
  }
  if (decided.answer.kind === 'decided') return decided.answer.review;
  const { answer } = decided;
  const isOver = answer.kind === 'decided-before' || answer.kind === 'over';
  const content =
    isOver && isWithdrawal(decision)
      ? REVIEW_WORDS.tooLate
      : await beforeText(answer, id, interaction, desk);
  await whisper(api, interaction, { content }, log);
  return undefined;
}

/** What somebody is told who opens a form for a review that nobody can decide about; undefined for one that waits. */
export async function closedText(
  id: string,
  interaction: Click,
  desk: Desk,
): Promise<string | undefined> {
  const closed = whyClosed(await desk.line.reviews.find(id));
  // Until the form is filled in it will be there.
  if (closed === undefined || closed.kind === 'too-early') return undefined;
  return beforeText(closed, id, interaction, desk);
}

/** Answers a decision in the message that was clicked: its buttons go, and so does the prompt. */
export async function showDecided(
  interaction: Click,
  review: OpenReview,
  end: ReviewEnd,
  { line: { api, log } }: Desk,
): Promise<void> {
  const { user: userId, channel: channelId, pictures, case: number } = review;
  const content = decidedText({ userId, channelId, pictures: pictures.length }, number, end);
  await firstAnswer(() => api.replace(interaction, { content, components: [] }), interaction, log);
}

/**
 * Says in the message that was clicked why approved pictures are not shown yet, where the bot may not
 * look into that channel. Never rejects.
 */
export async function showDelayed(
  interaction: Click,
  id: string,
  { line: { api, reviews, log } }: Desk,
): Promise<void> {
  try {
    const review = await reviews.find(id);
    if (review?.kind !== 'open' || review.state.kind !== 'approved') return;
    const { by, isDelayed, taken } = review.state;
    if (!isDelayed || taken !== null) return;
    const { user: userId, channel: channelId, pictures, case: number } = review;
    const what = { userId, channelId, pictures: pictures.length };
    // With the interaction's token: the bot's own is what that channel is closed to.
    const content = decidedText(what, number, { kind: 'delayed', by });
    await api.editOriginal(interaction, { content, components: [] });
  } catch (err) {
    log.warn({ err, interaction: id }, 'a moderator could not be told that a decision is delayed');
  }
}

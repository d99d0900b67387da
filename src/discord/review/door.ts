import type { MetadataLevel } from '../../image-files/explain.ts';
import type { ReviewDoor } from '../../reviewing/conclude.ts';
import type { OpenReview } from '../../reviews/documents.ts';
import { requestIn } from '../../reviews/facts.ts';
import { snowflakeTime } from '../../snowflake.ts';
import { decidedText, type ReviewEnd } from '../../words/review.ts';
import { noticeText } from '../../words/notices.ts';
import { changeText } from '../delivery/announce.ts';
import { readFailure } from '../rest/answers.ts';
import { askChannel, askLate } from '../rest/ask.ts';
import type { Line } from '../delivery/conversation.ts';
import { expiryOf } from '../delivery/expiry.ts';
import { sentIn } from '../delivery/find-late.ts';
import { lastWord } from '../delivery/last-word.ts';
import { mend } from '../delivery/mend.ts';
import { messageLink } from '../delivery/parent.ts';
import { postedBody } from '../delivery/presentation.ts';
import { REVIEW_KINDS } from './rows.ts';
import { showReview } from './show.ts';

/**
 * What there is of reviews at Discord. `line.clock` tells Discord's time; `metadata` how much the files
 * that are shown may tell.
 */
export const createReviewDoor = (line: Line, metadata: MetadataLevel): ReviewDoor => ({
  async sent(id, { room, pictures }) {
    const search = { after: room.after, record: id, kind: REVIEW_KINDS.approve };
    const found = await askLate(line.channels, room.channel, search, line.cut, line.clock.wait);
    return found && sentIn(pictures, found);
  },

  async isThere({ room }) {
    const seen = await Promise.all(
      room.messages.map(async (messageId) => {
        try {
          return (await line.channels.files(room.channel, messageId)).length > 0;
        } catch (error) {
          // Who may not look does not know; for moderators it is there.
          const failure = readFailure(error);
          return failure.kind === 'lost' || failure.status !== 404;
        }
      }),
    );
    return seen.includes(true);
  },

  show: (id, review) => showReview(id, review, metadata, own(id, line)),

  async afterShown(id, review, messageId) {
    const { guild, channel, user, state } = review;
    const link = messageLink(guild, channel, messageId);
    const body = postedBody({ request: requestIn(review), userId: user }, link, 'approved');
    if (!(await mend(await standingOf(id, review, line), body, own(id, line)))) return false;
    if (state.kind !== 'approved') return true;
    const at = snowflakeTime(state.click);
    return tellModerators(review, { kind: 'shown', by: state.by, at, link }, own(id, line));
  },

  async tell(id, review, notice) {
    const standing = await standingOf(id, review, line);
    // Who took them back knows it, and sees it where they did.
    if (notice.why === 'withdrawn') {
      return mend(standing, { content: noticeText(notice), components: [] }, own(id, line));
    }
    const { guild: guildId, channel: channelId, user: userId } = review;
    const asked = { guildId, channelId, userId, options: null };
    return lastWord({ ...standing, asked, fromButton: false }, notice, own(id, line));
  },

  async afterEnded(id, review) {
    const { state } = review;
    if (state.kind !== 'ended') return true;
    const { why, by, reason, click, block } = state;
    const at = snowflakeTime(click);
    const end: ReviewEnd =
      why === 'rejected'
        ? { kind: why, by, at, reason, isBlocked: block !== null }
        : { kind: why, at };
    return tellModerators(review, end, own(id, line));
  },
});

const own = (id: string, line: Line): Line => ({
  ...line,
  log: line.log.child({ interaction: id }),
});

/** The member's own message, looked for in its channel where Discord did not say which it is. */
async function standingOf(id: string, review: OpenReview, line: Line) {
  const { applicationId, token, channel: channelId, answer } = review;
  const place = { interactionId: id, channelId };
  const { channels, cut, clock } = line;
  const found = answer === null ? await askChannel(channels, place, cut, clock.wait) : undefined;
  const messageId = answer ?? (found?.kind === 'there' ? found.message.id : undefined);
  return { ref: { id, applicationId, token }, channelId, messageId, expires: expiryOf(id, line) };
}

/**
 * Only what was rejected stays in sight of the moderators; everything else is taken away, the prompt as
 * well. False when the bot had to stop before.
 */
async function tellModerators(review: OpenReview, end: ReviewEnd, line: Line): Promise<boolean> {
  const { user: userId, channel: channelId, pictures, room, case: number } = review;
  const content = decidedText({ userId, channelId, pictures: pictures.length }, number, end);
  const files = end.kind === 'rejected' ? {} : { attachments: [] };
  for (const messageId of room.messages) {
    const body = { content, components: [], ...files };
    if ((await changeText(room.channel, messageId, body, line)) === 'stopping') return false;
  }
  return true;
}

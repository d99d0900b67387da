import type { ReviewShown } from '../../reviewing/conclude.ts';
import type { Picture } from '../../image-api/client.ts';
import type { MetadataLevel } from '../../image-files/explain.ts';
import { toldInFull } from '../../image-files/fit.ts';
import type { Missing } from '../../outcome.ts';
import type { OpenReview } from '../../reviews/documents.ts';
import { pictureWith, requestIn } from '../../reviews/facts.ts';
import { labelFor } from '../../words/showing.ts';
import { changeText } from '../delivery/announce.ts';
import type { Line } from '../delivery/conversation.ts';
import { LATE_KIND, picturesIn } from '../delivery/find-late.ts';
import { postPictures } from '../delivery/late.ts';
import { offerButtons } from '../delivery/picture-offer.ts';
import { picturesBody } from '../delivery/presentation.ts';
import { askLate } from '../rest/ask.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { fetchPictures } from './files.ts';

const UNKNOWN: ReviewShown = { kind: 'unknown' };

type Place = NonNullable<Extract<OpenReview['state'], { kind: 'approved' }>['shown']>;

/**
 * Shows approved pictures in the channel they were asked for in, under their member's name, like
 * all others; what a crash left there is found again. What cannot be shown has not been.
 * @param metadata how much a file may tell of how it was made.
 */
export async function showReview(
  id: string,
  review: OpenReview,
  metadata: MetadataLevel,
  line: Line,
): Promise<ReviewShown> {
  const { state } = review;
  const place = state.kind === 'approved' ? state.shown : null;
  if (place !== null) {
    const found = await findShown(id, review, place, line);
    if (found !== undefined) return found;
  }
  const fetched = await fetchPictures(review, line);
  if (fetched.kind === 'unknown') return UNKNOWN;
  const pictures = fetched.pictures.map((picture) => toldTo(picture, review, metadata));
  if (pictures.length === 0) return { kind: 'not-shown', why: 'review-gone' };
  return post(id, review, pictures, place?.record, line);
}

/** A picture as its member gets it: what moderators saw tells no prompt. */
const toldTo = (picture: Picture, review: OpenReview, metadata: MetadataLevel): Picture =>
  review.fileLimit === undefined
    ? picture
    : toldInFull(picture, requestIn(review), { metadata, limit: review.fileLimit });

/** What an earlier attempt has shown; undefined for nothing. */
async function findShown(
  id: string,
  review: OpenReview,
  place: Place,
  line: Line,
): Promise<ReviewShown | undefined> {
  const { channel } = review;
  const found = await askLate(line.channels, channel, place, line.cut, line.clock.wait);
  if (found === undefined) return UNKNOWN;
  const [messageId] = found.keys();
  const accepted = picturesIn(found);
  if (messageId === undefined || accepted === 0) return undefined;
  const pictures = review.pictures.map((fact) => pictureWith(fact, Buffer.alloc(0)));
  if (accepted < pictures.length) {
    // Its text was written for all of them.
    const body = bodyFor(id, review, pictures, place.record)(accepted);
    await changeText(channel, messageId, body, line);
  }
  await note(place.record, { messageId, pictures: pictures.slice(0, accepted) }, line);
  return { kind: 'shown', accepted, messageId };
}

/** The message with the first so many of the pictures that can be shown, and a word about all others. */
function bodyFor(
  id: string,
  review: OpenReview,
  pictures: readonly Picture[],
  recordId: string,
): (count: number) => MessageBody {
  const request = requestIn(review);
  const subject = { request, userId: review.user, interactionId: id, parent: undefined };
  const gone = review.pictures
    .slice(pictures.length)
    .map((): Missing => ({ reason: 'review-gone' }));
  return (count) => {
    const refused = pictures.slice(count).map((): Missing => ({ reason: 'upload-refused' }));
    const missing = [...review.missing, ...gone, ...refused];
    return picturesBody(subject, { pictures: pictures.slice(0, count), missing, recordId });
  };
}

async function post(
  id: string,
  review: OpenReview,
  pictures: readonly Picture[],
  kept: string | undefined,
  line: Line,
): Promise<ReviewShown> {
  const { guild: guildId, channel: channelId, user: userId } = review;
  const request = requestIn(review);
  const asked = { guildId, channelId, userId };
  const recordId = kept ?? (await offerButtons(request, pictures, asked, line)).recordId;
  if (recordId === undefined) return UNKNOWN;
  const posted = await postPictures(
    {
      nonce: id,
      since: id,
      channelId,
      mentions: userId,
      recordId,
      kind: LATE_KIND,
      label: labelFor(request),
      pictures,
      note: (after) => line.reviews.showing(id, { after, record: recordId }),
      bodyOf: bodyFor(id, review, pictures, recordId),
    },
    line,
  );
  if (posted.kind === 'unknown') return UNKNOWN;
  const { accepted, messageIds, isRefused } = posted;
  const [messageId] = messageIds;
  if (messageId !== undefined && accepted > 0) {
    await note(recordId, { messageId, pictures: pictures.slice(0, accepted) }, line);
    return { kind: 'shown', accepted, messageId };
  }
  if (!isRefused) return UNKNOWN;
  await line.pictures.remove(recordId).catch(() => {});
  return { kind: 'not-shown', why: 'channel-gone' };
}

/** Notes where pictures are shown, for their buttons and for the member's history. */
async function note(
  recordId: string,
  { messageId, pictures }: { messageId: string; pictures: readonly Pick<Picture, 'seed'>[] },
  { pictures: records, log }: Line,
): Promise<void> {
  const seeds = pictures.map(({ seed }) => seed);
  await records.shown(recordId, { message: messageId, seeds }).catch((err: unknown) => {
    log.warn({ err }, 'where the pictures are shown could not be written down');
  });
}

import type { ReviewShown } from '../../reviewing/conclude.ts';
import type { Picture } from '../../image-api/client.ts';
import type { MetadataLevel } from '../../image-files/explain.ts';
import { toldInFull } from '../../image-files/fit.ts';
import type { Missing } from '../../outcome.ts';
import type { ApprovedState, OpenReview } from '../../reviews/documents.ts';
import { pictureWith, requestIn } from '../../reviews/facts.ts';
import { labelFor } from '../../words/showing.ts';
import { changeText } from '../delivery/announce.ts';
import type { Line } from '../delivery/conversation.ts';
import { LATE_KIND, type LateFound, shownOf } from '../delivery/find-late.ts';
import { type Posted, postPictures } from '../delivery/late.ts';
import { offerButtons } from '../delivery/picture-offer.ts';
import { picturesBody } from '../delivery/presentation.ts';
import { askLate } from '../rest/ask.ts';
import type { MessageBody } from '../rest/interaction-api.ts';
import { fetchPictures } from './files.ts';

const UNKNOWN: ReviewShown = { kind: 'unknown' };

type Place = NonNullable<ApprovedState['shown']>;

/** What is to be shown, and what of it is shown already. */
interface Show {
  readonly id: string;
  readonly review: OpenReview;
  readonly recordId: string;
  readonly before: LateFound;
  /** Those that can be shown; of those that are, without their bytes. */
  readonly pictures: readonly Picture[];
  /** Why the others cannot. */
  readonly gone: 'review-gone' | 'review-closed';
}

/**
 * Shows approved pictures in the channel they were asked for in, under their member's name, like
 * all others; what a crash left there is found again, and the others follow. What cannot be shown has
 * not been.
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
  const before = place === null ? new Map() : await findShown(review, place, line);
  if (before === undefined) return UNKNOWN;
  const there = shownOf(review.pictures, before);
  const lacking = review.pictures.filter((fact) => !there.includes(fact));
  const fetched = await fetchPictures(lacking, review, line);
  if (fetched.kind === 'unknown') return UNKNOWN;
  if (fetched.kind === 'shut-out' && !fetched.isLate) return { kind: 'shut-out' };
  const files = fetched.kind === 'fetched' ? fetched.pictures : [];
  const got = files.map((picture) => toldTo(picture, review, metadata));
  const gone = fetched.kind === 'fetched' ? 'review-gone' : 'review-closed';
  const left = [...got];
  const pictures = review.pictures.flatMap((fact) => {
    if (there.includes(fact)) return [pictureWith(fact, Buffer.alloc(0))];
    const at = left.findIndex(({ seed }) => seed === fact.seed);
    return at < 0 ? [] : left.splice(at, 1);
  });
  if (pictures.length === 0) return { kind: 'not-shown', why: gone };
  const recordId = place?.record ?? (await recordOf(review, pictures, line));
  if (recordId === undefined) return UNKNOWN;
  const show = { id, review, recordId, before, pictures, gone } as const;
  const posted = await post(show, got, line);
  if (posted.kind === 'unknown') return UNKNOWN;
  return conclude(show, posted, line);
}

/** A picture as its member gets it: what moderators saw tells no prompt. */
const toldTo = (picture: Picture, review: OpenReview, metadata: MetadataLevel): Picture =>
  review.fileLimit === undefined
    ? picture
    : toldInFull(picture, requestIn(review), { metadata, limit: review.fileLimit });

/** What earlier attempts have shown; undefined where Discord could not be asked. */
async function findShown(
  { channel }: OpenReview,
  { before, ...place }: Place,
  line: Line,
): Promise<LateFound | undefined> {
  const found = await askLate(line.channels, channel, place, line.cut, line.clock.wait);
  return (
    found && new Map([...before.map(({ message, seeds }) => [message, seeds] as const), ...found])
  );
}

/** Writes down what the buttons read; undefined where that is not possible. */
async function recordOf(
  review: OpenReview,
  pictures: readonly Picture[],
  line: Line,
): Promise<string | undefined> {
  const { guild: guildId, channel: channelId, user: userId } = review;
  const offer = await offerButtons(
    requestIn(review),
    pictures,
    { guildId, channelId, userId },
    line,
  );
  return offer.recordId;
}

/** The message about some of the pictures, and a word about all others. */
function bodyFor(
  { id, review, recordId, pictures, gone }: Show,
  shown: readonly Picture[],
): MessageBody {
  const request = requestIn(review);
  const subject = { request, userId: review.user, interactionId: id, parent: undefined };
  const refused = pictures.filter((picture) => !shown.includes(picture));
  const others = review.pictures.slice(pictures.length);
  const missing = [
    ...review.missing,
    ...others.map((): Missing => ({ reason: gone })),
    ...refused.map((): Missing => ({ reason: 'upload-refused' })),
  ];
  return picturesBody(subject, { pictures: shown, missing, recordId });
}

/** The place of a picture among all of its review: after a crash the same one has the same. */
function placeOf(picture: Picture, { pictures, review }: Show): number | undefined {
  const isLike = ({ seed }: { readonly seed: number }) => seed === picture.seed;
  const nth = pictures.slice(0, pictures.indexOf(picture)).filter(isLike).length;
  return review.pictures.flatMap((fact, at) => (isLike(fact) ? [at] : []))[nth];
}

/** Posts those of the pictures that are not shown yet. */
async function post(show: Show, fresh: readonly Picture[], line: Line): Promise<Posted> {
  const { id, review, recordId, before, pictures } = show;
  if (fresh.length === 0) return { kind: 'known', shown: new Map(), isRefused: false };
  const place = { channelId: review.channel, recordId, kind: LATE_KIND };
  const noted = Array.from(before, ([message, seeds]) => ({
    message,
    seeds: seeds.filter((seed) => seed !== undefined),
  }));
  const there = shownOf(pictures, before);
  return postPictures(
    {
      ...place,
      nonceOf: (first) => `${id}-${placeOf(first, show)}`,
      since: id,
      ...(before.size === 0 && { mentions: review.user }),
      label: labelFor(requestIn(review)),
      pictures: fresh,
      note: (after) => line.reviews.showing(id, { after, record: recordId, before: noted }),
      bodyOf: (shown) =>
        bodyFor(
          show,
          pictures.filter((picture) => there.includes(picture) || shown.includes(picture)),
        ),
    },
    line,
  );
}

/** What is shown now, which the text and the record beside it are to say. */
async function conclude(
  show: Show,
  { shown: fresh, isRefused }: Extract<Posted, { kind: 'known' }>,
  line: Line,
): Promise<ReviewShown> {
  const { review, recordId, before, pictures } = show;
  const found: LateFound = new Map([...before, ...fresh]);
  const shown = shownOf(pictures, found);
  if (shown.length < pictures.length && !isRefused) return UNKNOWN;
  const [message] = found.keys();
  if (message === undefined || shown.length === 0) {
    await line.pictures.remove(recordId).catch(() => {});
    return { kind: 'not-shown', why: 'channel-gone' };
  }
  // So many does the text beside them speak of.
  const announced = before.size > 0 ? review.pictures.length : pictures.length;
  if (shown.length < announced) {
    await changeText(review.channel, message, bodyFor(show, shown), line);
  }
  const seeds = shown.map(({ seed }) => seed);
  await line.pictures.shown(recordId, { message, seeds }).catch((err: unknown) => {
    line.log.warn({ err }, 'where the pictures are shown could not be written down');
  });
  return { kind: 'shown', pictures: shown.length, message };
}

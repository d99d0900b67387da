import type { ReviewOrder, Submitted } from '../../conversation.ts';
import type { UploadRefusal } from '../../outcome.ts';
import { overOf, type Painting } from '../../painting/progress.ts';
import { BrokenDocumentError } from '../../storage/store.ts';
import { untilStored } from '../../until-stored.ts';
import { firstOf } from '../delivery/first-of.ts';
import { sentIn } from '../delivery/find-late.ts';
import { correctText, type PostedPictures, postPictures } from '../delivery/late.ts';
import { submittedBody } from '../delivery/presentation.ts';
import { createPresenter, type Presenter, type Scene } from '../delivery/presenter.ts';
import { REVIEW_KINDS, reviewRow } from './rows.ts';
import { factsOf } from '../../reviews/facts.ts';
import { waitingText } from '../../words/review.ts';
import { silentLabel } from '../../words/showing.ts';

const CLOSED: Submitted = { kind: 'known', accepted: 0, refusal: 'review-closed' };
const UNKNOWN: Submitted = { kind: 'unknown' };

/** Shows how a painting goes, but none of its pictures, and then hands them over to the moderators. */
export async function submit(
  painting: Painting,
  userId: string,
  order: ReviewOrder,
  scene: Scene,
): Promise<{ readonly submitted: Submitted; readonly messageId: string | undefined }> {
  const presenter = createPresenter(painting, userId, scene);
  const refusal = await follow(painting, presenter, scene);
  const submitted = await handOver(refusal, painting, presenter, order, scene);
  presenter.end();
  return { submitted, messageId: presenter.messageId };
}

/** Says how far it is until it is over; answers why the member can be shown nothing any more. */
async function follow(
  painting: Painting,
  presenter: Presenter,
  { deliveryEnds }: Scene,
): Promise<UploadRefusal | undefined> {
  for (;;) {
    // Asked for before the look: what changes while something is being said must not be missed.
    const changed = painting.changed();
    const now = painting.look();
    if (now.isOver) return undefined;
    if (deliveryEnds.aborted) {
      await presenter.announce('late', now);
      await overOf(painting);
      return undefined;
    }
    const isSaid = await presenter.say(now);
    if (presenter.refusal !== undefined) {
      painting.stop({ reason: 'upload-refused' });
      return presenter.refusal;
    }
    await firstOf(isSaid ? [changed] : [changed, presenter.ready()], deliveryEnds);
  }
}

/**
 * Tells the member first: as soon as moderators see the pictures, their decision may be there. Then it
 * is written down where they are looked for after a crash, they are posted, and they wait.
 */
async function handOver(
  refusal: UploadRefusal | undefined,
  painting: Painting,
  presenter: Presenter,
  { channelId, rule, keepDays, fileLimit }: ReviewOrder,
  { ref, asked, line }: Scene,
): Promise<Submitted> {
  const now = painting.look();
  const { request, pictures } = now;
  const { guildId: guild, channelId: channel, userId: user } = asked;
  if (refusal !== undefined) return { kind: 'known', accepted: 0, refusal };
  if (pictures.length === 0 || guild === null || channel === null) {
    return { kind: 'known', accepted: 0 };
  }
  const body = submittedBody(presenter.subject, pictures.length);
  if (!(await presenter.finish(now, [], body))) return UNKNOWN;

  const { reviews, log } = line;
  const { applicationId, token } = ref;
  const answer = presenter.messageId ?? null;
  const fixed = { guild, channel, user, applicationId, token, answer, rule, keepDays, fileLimit };
  const sending: PostedPictures = {
    nonceOf: (first) => `r${ref.id}-${pictures.indexOf(first)}`,
    since: ref.id,
    channelId,
    recordId: ref.id,
    kind: REVIEW_KINDS.approve,
    label: silentLabel(request),
    pictures,
    note: (after) =>
      reviews.begin(ref.id, {
        ...fixed,
        ...factsOf(now),
        room: { channel: channelId, after, messages: [] },
      }),
    bodyOf: ({ length }) => ({
      content: waitingText({ userId: user, channelId: channel, request, pictures: length, rule }),
      components: [reviewRow(ref.id)],
    }),
  };
  const posted = await postPictures(sending, line);
  if (posted.kind === 'unknown') return UNKNOWN;
  await correctText(sending, posted.shown, line);
  const sent = sentIn(pictures, posted.shown);
  const accepted = sent.seeds.length;
  if (accepted > 0) {
    try {
      const stood = await untilStored(() => reviews.stand(ref.id, sent), line);
      return stood.isStored ? { kind: 'in-review', pictures: accepted } : UNKNOWN;
    } catch (error) {
      if (!(error instanceof BrokenDocumentError)) throw error;
      log.error({ err: error }, 'a review cannot be written down, and is taken back');
      for (const id of sent.messages) await takeDown(channelId, id, line);
    }
  }
  // A bot that stops has refused nothing: the next start finds the interaction and ends it.
  if (line.cut.aborted) return UNKNOWN;
  const dropped = await untilStored(() => reviews.drop(ref.id), line);
  if (!dropped.isStored) return UNKNOWN;
  const lost = { ...fixed, ...factsOf(now) };
  await reviews.lost(ref.id, lost, pictures.length).catch((err: unknown) => {
    log.warn({ err }, 'no case of pictures that moderators could not be shown');
  });
  return CLOSED;
}

async function takeDown(
  channelId: string,
  messageId: string,
  { channels, log }: Scene['line'],
): Promise<void> {
  await channels.remove(channelId, messageId).catch((err: unknown) => {
    log.warn({ err }, 'pictures could not be taken out of the review channel');
  });
}

import type { Conversation, Submitted } from './conversation.ts';
import type { HoldVerdict } from './credits/ledger.ts';
import type { Limits } from './credits/limits.ts';
import { dayEnd, monthEnd } from './credits/month.ts';
import { noteFlagged } from './flagged-case.ts';
import type { Ending, Missing, Notice, PaintFailure, Refusal, UploadRefusal } from './outcome.ts';
import { withoutPrompt } from './image-files/explain.ts';
import { startPainting } from './painting/paint.ts';
import { permit, type ServerOrigin } from './permit.ts';
import { noteFiltered } from './provider-case.ts';
import type { Progress } from './painting/progress.ts';
import type { Admission } from './queue/fair-queue.ts';
import type { Origin, PictureRequest } from './request.ts';
import { settle } from './settle.ts';
import { BrokenDocumentError } from './storage/store.ts';
import type { Studio } from './studio.ts';

/**
 * The money path, the same for every way to ask for a picture: defer, permit, hold, queue, call,
 * check, deliver, capture. A place in the queue is taken before the hold, because a full one refuses,
 * and refusals touch no money. Members are charged for what Discord accepted and for nothing else;
 * every exit but a delivery gives the credits back. Pictures that moderators see first are not
 * delivered yet: their hold stays open until it is decided about them.
 */
export async function generate(
  options: Readonly<Record<string, unknown>>,
  origin: Origin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  const claimed = await talk.claim();
  if (claimed !== 'ours') return { kind: claimed };

  const permitted = await permit(options, origin, studio);
  if ('refusal' in permitted) return refuse(permitted.refusal, talk);
  const { request, place, limits, policy, review, flagged } = permitted;

  const admission = studio.queue.admit(place, request.count, policy.queuePerMember);
  if (admission.kind !== 'admitted') return refuse(noSeats(admission), talk);
  const { seats } = admission;

  const verdict = await takeHold(request, place, limits, studio);
  if (verdict.kind !== 'held') {
    seats.leave();
    return turnAway(verdict, place, talk, studio);
  }

  const customer = { ...place, enforced: policy.negativePrompt };
  // What moderators see may stay with them for longer than the server keeps prompts.
  const metadata = review === undefined ? studio.metadata : withoutPrompt(studio.metadata);
  const terms = { ...studio, metadata };
  const painting = startPainting(request, customer, seats, talk.workEnds, terms);
  studio.running.add(place.interactionId, { userId: place.userId, painting });
  const delivery = await (review === undefined
    ? talk.present(painting, place.userId)
    : talk.submit(painting, place.userId, review));
  studio.running.remove(place.interactionId);
  const ending = await settleUp(delivery, painting.look(), place, talk, studio);
  await noteFiltered(painting.look(), place, policy, studio);
  if (flagged !== undefined && ending.kind === 'delivered') {
    await noteFlagged(flagged, talk.shownIn(), { place, policy }, studio);
  }
  return ending;
}

/** Sets the price aside, keyed by the interaction. */
async function takeHold(
  { count }: PictureRequest,
  place: ServerOrigin,
  limits: Limits,
  { accounts, log }: Studio,
): Promise<HoldVerdict | { kind: 'books-broken' } | { kind: 'books-failing' }> {
  try {
    return await accounts.hold({ ...place, pictures: count }, limits);
  } catch (error) {
    log.error({ err: error, interaction: place.interactionId }, 'credits could not be held');
    return { kind: error instanceof BrokenDocumentError ? 'books-broken' : 'books-failing' };
  }
}

/** Charges for what was received; what moderators see first is neither charged nor given back yet. */
async function settleUp(
  delivery: Submitted,
  progress: Progress,
  place: ServerOrigin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  if (delivery.kind === 'unknown') return { kind: 'left-open' };
  if (delivery.kind === 'in-review') {
    await talk.close();
    return delivery;
  }
  const { accepted, refusal } = delivery;
  if (accepted === 0) return giveBack(noticeFor(progress, refusal), place, talk, studio);
  const captured = await settle(place, accepted, studio, studio.clock.wait);
  if (captured === undefined) return { kind: 'left-open' };
  await talk.close();
  return { kind: 'delivered', pictures: accepted, captured };
}

/** Why there is no picture at all: Discord's reason, or else that of the first that is missing. */
function noticeFor({ request, pictures, missing }: Progress, refusal?: UploadRefusal): Notice {
  const failure = missing.find((each): each is PaintFailure => !isNotUploaded(each));
  if (refusal === undefined && failure !== undefined) {
    return { kind: 'not-painted', asked: request.count, failure };
  }
  const isTooLarge = missing.some(({ reason }) => reason === 'upload-too-large');
  return {
    kind: 'not-delivered',
    refusal: refusal ?? (isTooLarge ? 'too-large' : 'refused'),
    made: pictures.length > 0 || isTooLarge,
  };
}

const isNotUploaded = ({ reason }: Missing): boolean =>
  reason === 'upload-too-large' ||
  reason === 'upload-refused' ||
  reason === 'review-gone' ||
  reason === 'review-closed';

/** Why there is no place in the queue. */
const noSeats = (admission: Exclude<Admission, { kind: 'admitted' }>): Refusal =>
  admission.kind === 'closed' ? { kind: 'restarting' } : { ...admission, kind: 'queue-full' };

/** Ends without a picture where credits may be held: the credits go back while the member is told. */
async function giveBack(
  notice: Notice,
  place: ServerOrigin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  const [released, told] = await Promise.all([
    settle(place, 0, studio, studio.clock.wait),
    talk.tell(notice),
  ]);
  if (released === undefined || !told) return { kind: 'left-open' };
  await talk.close();
  return notice;
}

/** Ends without a picture where nothing was held. */
async function refuse(refusal: Refusal, talk: Conversation): Promise<Ending> {
  if (!(await talk.tell(refusal))) return { kind: 'left-open' };
  await talk.close();
  return refusal;
}

/** A hold that failed may have been written all the same, its answer lost: it is released as well. */
async function turnAway(
  verdict: Exclude<Awaited<ReturnType<typeof takeHold>>, { kind: 'held' }>,
  place: ServerOrigin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  switch (verdict.kind) {
    case 'seen-before':
      await talk.close();
      return verdict;
    case 'cooldown':
      return refuse(verdict, talk);
    case 'over-limit': {
      const ends = verdict.limit.of === 'member-day' ? dayEnd : monthEnd;
      return refuse({ ...verdict, renewsAt: ends(place.interactionId) }, talk);
    }
    case 'books-broken':
      return refuse({ kind: 'books-unavailable' }, talk);
    case 'books-failing':
      return giveBack({ kind: 'books-unavailable' }, place, talk, studio);
  }
}

import type { Conversation } from './conversation.ts';
import type { HoldVerdict } from './credits/ledger.ts';
import { dayEnd, monthEnd } from './credits/month.ts';
import type { Ending, Notice, Refusal, Showing } from './outcome.ts';
import { type Painted, paintAll } from './paint.ts';
import { preflight } from './preflight.ts';
import { type Origin, type PictureRequest, parseRequest } from './request.ts';
import { settle } from './settle.ts';
import { BrokenDocumentError } from './storage/store.ts';
import type { Studio } from './studio.ts';

type ServerOrigin = Origin & { readonly guildId: string };

/**
 * The money path, the same for every way to ask for a picture: defer, permit, hold, queue, call,
 * check, deliver, capture. Members are charged for what Discord accepted and for nothing else;
 * every exit but a delivery gives the credits back.
 */
export async function generate(
  options: Readonly<Record<string, unknown>>,
  origin: Origin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  const claimed = await talk.claim();
  if (claimed !== 'ours') return { kind: claimed };

  const permit = permitFor(options, origin);
  if ('refusal' in permit) return refuse(permit.refusal, talk);
  const { request, place } = permit;

  const verdict = await takeHold(request, place, studio);
  if (verdict.kind !== 'held') return turnAway(verdict, place, talk, studio);

  const painted = await paintAll(request, place, talk.workEnds, studio);
  return deliver(request, place, painted, talk, studio);
}

/** Whether this may be drawn at all; touches no money. */
function permitFor(
  options: Readonly<Record<string, unknown>>,
  origin: Origin,
): { refusal: Refusal } | { request: PictureRequest; place: ServerOrigin } {
  const { guildId } = origin;
  if (guildId === null) return { refusal: { kind: 'outside-server' } };
  const parsed = parseRequest(options);
  if ('refusal' in parsed) return parsed;
  const refusal = preflight(origin, parsed.request);
  return refusal === undefined ? { ...parsed, place: { ...origin, guildId } } : { refusal };
}

/** Sets the price aside, keyed by the interaction. */
async function takeHold(
  { count }: PictureRequest,
  place: ServerOrigin,
  { accounts, settings, log }: Studio,
): Promise<HoldVerdict | { kind: 'books-broken' } | { kind: 'books-failing' }> {
  try {
    const { limits } = await settings.view(place.guildId);
    return await accounts.hold({ ...place, pictures: count }, limits);
  } catch (error) {
    log.error({ err: error, interaction: place.interactionId }, 'credits could not be held');
    return { kind: error instanceof BrokenDocumentError ? 'books-broken' : 'books-failing' };
  }
}

async function deliver(
  request: PictureRequest,
  place: ServerOrigin,
  { pictures, missing }: Painted,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  const [failure] = missing;
  if (pictures.length === 0 && failure !== undefined) {
    return giveBack({ kind: 'not-painted', asked: request.count, failure }, place, talk, studio);
  }
  const fitting = pictures.filter(({ bytes }) => bytes.length <= place.fileLimit);
  if (fitting.length === 0) {
    return giveBack({ kind: 'not-delivered', refusal: 'too-large' }, place, talk, studio);
  }
  const tooLarge = Array.from({ length: pictures.length - fitting.length }, () => ({
    reason: 'upload-too-large' as const,
  }));
  const showing: Showing = {
    userId: place.userId,
    request,
    pictures: fitting,
    missing: [...missing, ...tooLarge],
  };

  const delivery = await talk.deliver(showing);
  if (delivery.kind === 'unknown') return { kind: 'left-open' };
  if (delivery.accepted === 0) {
    const refusal = delivery.refusal ?? 'refused';
    return giveBack({ kind: 'not-delivered', refusal }, place, talk, studio);
  }
  const captured = await settle(place, delivery.accepted, studio, studio.clock?.wait);
  if (captured === undefined) return { kind: 'left-open' };
  await talk.close();
  return { kind: 'delivered', pictures: delivery.accepted, captured };
}

/** Ends without a picture where credits may be held: the credits go back while the member is told. */
async function giveBack(
  notice: Notice,
  place: ServerOrigin,
  talk: Conversation,
  studio: Studio,
): Promise<Ending> {
  const [released, told] = await Promise.all([
    settle(place, 0, studio, studio.clock?.wait),
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

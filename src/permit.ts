import { ageRestrictionOf } from './age-restriction.ts';
import type { Limits } from './credits/limits.ts';
import type { ReviewOrder } from './conversation.ts';
import type { Flagged } from './flagged-case.ts';
import { accessRefusal } from './moderation/access.ts';
import { type Flag, needsReview } from './moderation/review.ts';
import type { Texts, Verdict } from './moderation/rules/verdict.ts';
import type { Refusal } from './outcome.ts';
import { preflight } from './painting/preflight.ts';
import { refuseByRule } from './refuse-by-rule.ts';
import { type Origin, type PictureRequest, parseRequest } from './request.ts';
import type { Policy } from './settings/policy.ts';
import type { Studio } from './studio.ts';

/** Where pictures are made: a server. */
export type ServerOrigin = Origin & { readonly guildId: string };

/** A request that may be drawn there, and what the server's managers and the owner set for it. */
export interface Permit {
  readonly request: PictureRequest;
  readonly place: ServerOrigin;
  readonly limits: Limits;
  readonly policy: Policy;
  /** Moderators see its pictures before anybody else does. */
  readonly review?: ReviewOrder;
  /** It met a rule that only asks for a look, and nobody looks first. */
  readonly flagged?: Flagged;
}

/**
 * Whether something may be drawn at all, by the request itself, the place and the server's own say;
 * touches no money. Where that cannot be read, nothing is drawn.
 */
export async function permit(
  options: Readonly<Record<string, unknown>>,
  origin: Origin,
  studio: Studio,
): Promise<{ readonly refusal: Refusal } | Permit> {
  const { guildId } = origin;
  if (guildId === null) return { refusal: { kind: 'outside-server' } };
  const place = { ...origin, guildId };
  const parsed = parseRequest(options);
  if ('refusal' in parsed) return parsed;
  const unfit = preflight(origin, parsed.request);
  if (unfit !== undefined) return { refusal: unfit };
  try {
    return await askServer(parsed.request, place, studio);
  } catch (error) {
    studio.log.error({ err: error, interaction: place.interactionId }, 'a server cannot be asked');
    return { refusal: { kind: 'settings-unavailable' } };
  }
}

async function askServer(
  request: PictureRequest,
  place: ServerOrigin,
  studio: Studio,
): Promise<{ readonly refusal: Refusal } | Permit> {
  const { settings, blocks } = studio;
  const { guildId, userId, interactionId } = place;
  const texts = { prompt: request.prompt, negative_prompt: request.negativePrompt };
  const [{ limits, policy }, block] = await Promise.all([
    settings.view(guildId),
    blocks.of(guildId, userId, interactionId),
  ]);
  let asked: Promise<boolean | null> | undefined;
  // Discord may have to be asked, which takes its time: only where something depends on it.
  const age = () => (asked ??= ageRestrictionOf(place, studio));
  const isAgeRestricted = policy.agePolicy === 'anywhere' ? place.isAgeRestricted : await age();
  const refusal = accessRefusal({ ...place, isAgeRestricted }, policy, block);
  if (refusal !== undefined) return { refusal };
  const waiting = mustWait(place, studio);
  if (waiting !== undefined) return waiting;
  const verdict = await verdictOn(texts, place, age, studio);
  if (verdict.kind === 'block') {
    // Others of the same member may have been refused meanwhile.
    const late = mustWait(place, studio);
    if (late !== undefined) return late;
    return { refusal: await refuseByRule(verdict.hits[0], texts, { place, policy }, studio) };
  }
  const permitted = { request, place, limits, policy };
  const flag = verdict.kind === 'flag' ? verdict.hits[0] : undefined;
  if (!needsReview(policy, place, flag)) {
    return flag === undefined ? permitted : { ...permitted, flagged: { hit: flag, texts } };
  }
  const review = await orderReview(policy, place, studio, flag);
  return 'refusal' in review ? review : { ...permitted, review };
}

/** What the rules say. Where Discord does not say what a channel is, the strict side holds. */
async function verdictOn(
  texts: Texts,
  { guildId, isAgeRestricted }: ServerOrigin,
  age: () => Promise<boolean | null>,
  { rules }: Studio,
): Promise<Verdict> {
  const verdict = await rules.check(guildId, texts, { isStrict: isAgeRestricted !== true });
  const mayBeMilder = isAgeRestricted === null && verdict.kind !== 'clear';
  if (!mayBeMilder || (await age()) !== true) return verdict;
  return rules.check(guildId, texts, { isStrict: false });
}

/** Refuses whoever was refused so often that they must wait; with no case, and no rule is looked at. */
function mustWait(
  { guildId, userId, interactionId }: ServerOrigin,
  { refusedOften }: Pick<Studio, 'refusedOften'>,
): { readonly refusal: Refusal } | undefined {
  const readyAt = refusedOften.until(guildId, userId, interactionId);
  return readyAt === undefined ? undefined : { refusal: { kind: 'refused-often', readyAt } };
}

const refuse = (why: Extract<Refusal, { kind: 'no-review' }>['why']) => ({
  refusal: { kind: 'no-review' as const, why },
});

/** Where moderators will see the pictures; nothing is begun that could not be shown to them. */
async function orderReview(
  { reviewChannel: channelId, retentionDays: keepDays }: Policy,
  { mayPost, fileLimit }: ServerOrigin,
  { reviewRoom }: Studio,
  flag: Flag | undefined,
): Promise<{ readonly refusal: Refusal } | ReviewOrder> {
  if (channelId === undefined) return refuse('not-chosen');
  if (mayPost === false) return refuse('may-not-post');
  if (!(await reviewRoom.isUsable(channelId))) return refuse('not-usable');
  return { channelId, keepDays, fileLimit, rule: flag?.rule ?? null };
}

import type { Limits } from './credits/limits.ts';
import { accessRefusal } from './moderation/access.ts';
import type { Refusal } from './outcome.ts';
import { preflight } from './preflight.ts';
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
    return { refusal: { kind: 'books-unavailable' } };
  }
}

async function askServer(
  request: PictureRequest,
  place: ServerOrigin,
  { settings, blocks }: Studio,
): Promise<{ readonly refusal: Refusal } | Permit> {
  const [{ limits, policy }, block] = await Promise.all([
    settings.view(place.guildId),
    blocks.of(place.guildId, place.userId, place.interactionId),
  ]);
  const refusal = accessRefusal(place, policy, block);
  return refusal === undefined ? { request, place, limits, policy } : { refusal };
}

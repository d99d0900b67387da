import { parseCustomId } from '../../src/discord/custom-id.ts';
import type { MessageBody } from '../../src/discord/rest/interaction-api.ts';
import { CANCEL, WITHDRAW } from '../../src/discord/message.ts';
import { RETRY } from '../../src/discord/delivery/retry-offer.ts';

/** The custom ids in a message's components. */
export const customIdsIn = ({ components = [] }: MessageBody): string[] =>
  components.flatMap((row) =>
    row.components.flatMap((one) => ('custom_id' in one ? [one.custom_id] : [])),
  );

/** A message says that something is still to come. */
export const isPending = ({ customIds }: { readonly customIds: readonly string[] }): boolean =>
  customIds.some((id) => [CANCEL, WITHDRAW].includes(parseCustomId(id).kind));

/** The custom id of a message's Retry button; undefined where it has none. */
export const buttonIn = (body: MessageBody): string | undefined =>
  customIdsIn(body).find((id) => parseCustomId(id).kind === RETRY);

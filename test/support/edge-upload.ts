import { hostClock } from '../../src/clock.ts';
import { present } from '../../src/discord/delivery/present.ts';
import type { Picture } from '../../src/image-api/client.ts';
import type { Showing } from '../../src/outcome.ts';
import { ask, countedApi, edgeDiscord, skippedWaits } from './edge-discord.ts';
import { lineTo } from './edge-line.ts';
import { finishedPainting } from './edge-painting.ts';
import { picture, pictureRequest } from './edge-pictures.ts';
import { USER } from './snowflakes.ts';

export const MIB = 1024 * 1024;

/** What a member is shown with these pictures. */
export const showingOf = (pictures: readonly Picture[]): Showing => ({
  userId: USER,
  request: pictureRequest({ count: pictures.length }),
  pictures,
  missing: [],
});

/**
 * A deferred interaction and pictures of these sizes in MiB, 0 being tiny. `between` runs after each
 * accepted request, `meanwhile` during each wait.
 */
export async function deferredUpload({
  mib = [0],
  between = () => {},
  meanwhile = () => {},
}: {
  mib?: readonly number[];
  between?: () => void;
  meanwhile?: (count: number) => unknown;
} = {}) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { wait, waits } = skippedWaits(meanwhile);
  const expires = new AbortController();
  await api.defer(ref);
  calls.length = 0;
  const watched: typeof api = {
    ...api,
    async editOriginal(...args) {
      const message = await api.editOriginal(...args);
      between();
      return message;
    },
  };
  const clock = { ...hostClock, wait };
  const { line, lines, cut } = await lineTo(discord, { api: watched, clock });
  const asked = { guildId: null, channelId: null, userId: USER, options: null };
  const { signal } = expires;
  const ends = { deliveryEnds: signal, expires: signal, aheadMs: 0, lateChannelId: undefined };
  return {
    discord,
    api,
    invocation,
    ref,
    calls,
    lines,
    waits,
    expires,
    cut,
    showing: showingOf(
      mib.map((size, index) =>
        picture({ seed: index + 1, ...(size > 0 && { bytes: Buffer.alloc(size * MIB) }) }),
      ),
    ),
    run: async ({ pictures, missing }: Showing) => {
      const scene = { ref, asked, line, ...ends };
      return (await present(finishedPainting(pictures, missing), USER, scene)).delivery;
    },
  };
}

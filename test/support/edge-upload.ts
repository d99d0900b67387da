import { upload } from '../../src/discord/upload.ts';
import type { Picture } from '../../src/image-api/client.ts';
import type { Showing } from '../../src/outcome.ts';
import { ask, countedApi, edgeDiscord, skippedWaits } from './edge-discord.ts';
import { listeningLog } from './edge-log.ts';
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
  meanwhile?: (count: number) => void;
} = {}) {
  const discord = await edgeDiscord();
  const { invocation, ref } = ask(discord);
  const { api, calls } = countedApi(discord);
  const { log, lines } = listeningLog();
  const { wait, waits } = skippedWaits(meanwhile);
  const expires = new AbortController();
  const cut = new AbortController();
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
  const signals = { expires: expires.signal, cut: cut.signal, log };
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
    run: (showing: Showing) => upload(watched, ref, showing, signals, wait),
  };
}

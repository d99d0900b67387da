import type { DataFolder } from './data-folder.ts';
import type { Discord } from './discord/index.ts';

/** From a change to its saving, in ms: changes come in crowds. */
const GATHERING_MS = 200;

/**
 * Saves a local Discord after every change. Answers the way to end it, which saves once more; a failure goes to
 * `complain`, and the next change tries again.
 */
export function keepSaved(
  discord: Discord,
  folder: DataFolder,
  complain: (error: unknown) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const bytesOf = (id: string): Buffer | undefined => discord.file({ id })?.bytes;
  const save = (): Promise<void> => {
    timer = undefined;
    last = last.then(() => folder.save(discord.snapshot(), bytesOf)).catch(complain);
    return last;
  };
  const unsubscribe = discord.subscribe(() => {
    timer ??= setTimeout(() => void save(), GATHERING_MS);
  });
  return async () => {
    unsubscribe();
    clearTimeout(timer);
    await save();
  };
}

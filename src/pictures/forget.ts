import type { Store } from '../storage/store.ts';
import { PICTURE_PREFIX, pictureDocument, SHOWN_PREFIX, shownPrefix } from './documents.ts';

/**
 * Forgets what a member's pictures were made from, and that they were shown, while no bot runs: their
 * buttons stop working and no history lists them. Answers how many there were; records that are broken
 * stay, because nobody knows whose they are.
 */
export async function forgetPictures(store: Store, userId: string): Promise<number> {
  const found: string[] = [];
  for await (const { key, value } of store.scan(PICTURE_PREFIX)) {
    const id = key.slice(PICTURE_PREFIX.length);
    if (pictureDocument(id).schema.safeParse(value).data?.user === userId) found.push(id);
  }
  for (const id of found) {
    const entry = pictureDocument(id);
    await store.update({ entry }, () => ({ answer: undefined, write: { entry: null } }));
  }
  for (const guild of await serversOf(store, userId)) {
    const prefix = shownPrefix({ guild, user: userId });
    // Ids are digits, which all come before this.
    await store.removeRange(prefix, `${prefix}~`);
  }
  await store.sweep();
  return found.length;
}

/** Where a member's pictures are listed, by the keys alone: a broken row is forgotten as well. */
async function serversOf(store: Store, userId: string): Promise<ReadonlySet<string>> {
  const guilds = new Set<string>();
  for await (const { key } of store.scan(SHOWN_PREFIX)) {
    const [guild = '', user] = key.slice(SHOWN_PREFIX.length).split(':');
    if (user === userId) guilds.add(guild);
  }
  return guilds;
}

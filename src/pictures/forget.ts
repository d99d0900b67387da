import type { Store } from '../storage/store.ts';
import { PICTURE_PREFIX, pictureDocument } from './records.ts';

/**
 * Forgets what a member's pictures were made from, while no bot runs: their buttons stop working.
 * Answers how many there were; records that are broken stay, because nobody knows whose they are.
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
  await store.sweep();
  return found.length;
}

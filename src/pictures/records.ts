import { requestRow } from './request-row.ts';
import type { PictureRequest } from '../request.ts';
import type { Store } from '../storage/store.ts';
import { type PictureRecord, pictureDocument, shownDocument } from './documents.ts';

/** Pictures that are about to be shown. */
export interface NewPictures extends Pick<PictureRecord, 'guild' | 'channel' | 'user' | 'seeds'> {
  readonly request: PictureRequest;
}

/** What the pictures in messages were made from, for two months. Every method throws as the store does. */
export interface Pictures {
  /** Writes down what is about to be shown. Answers its opaque id. */
  keep(pictures: NewPictures): Promise<string>;
  /** Undefined for one that is too old, was deleted, or was never there. */
  find(id: string): Promise<PictureRecord | undefined>;
  /** Notes where pictures are shown, and the seeds of those that Discord took. */
  shown(id: string, where: Pick<PictureRecord, 'message' | 'seeds'>): Promise<void>;
  /** Deletes a record: nobody sees its pictures any more. */
  remove(id: string): Promise<void>;
}

/** The records in a store. `newId` makes ids that nobody can guess. */
export function createPictures(store: Store, newId: () => string): Pictures {
  /** Changes a record that is there, and with it the row that it is listed by. */
  async function change(
    id: string,
    next: (entry: PictureRecord) => PictureRecord | null,
  ): Promise<void> {
    const entry = pictureDocument(id);
    const known = await store.read(entry);
    if (known === undefined) return;
    const message = (next(known) ?? known).message;
    if (message === null) {
      await store.update({ entry }, ({ entry: now }) => ({
        answer: undefined,
        ...(now && { write: { entry: next(now) } }),
      }));
      return;
    }
    // Whose a record is never changes, so that the key of the row may be read before.
    await store.update({ entry, row: shownDocument(known, message) }, ({ entry: now }) => {
      if (now === undefined) return { answer: undefined };
      const changed = next(now);
      const row = changed && { v: 1 as const, record: id };
      return { answer: undefined, write: { entry: changed, row } };
    });
  }

  return {
    async keep({ request, ...rest }) {
      const id = newId();
      const entry: PictureRecord = {
        v: 1,
        ...rest,
        message: null,
        request: requestRow(request),
      };
      await store.update({ entry: pictureDocument(id) }, () => ({
        answer: undefined,
        write: { entry },
      }));
      return id;
    },

    find: (id) => store.read(pictureDocument(id)),

    shown: (id, where) => change(id, (entry) => ({ ...entry, ...where })),

    remove: (id) => change(id, () => null),
  };
}

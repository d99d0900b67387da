import { z } from 'zod';
import type { PictureRequest } from '../request.ts';
import { snowflakeSchema } from '../snowflake.ts';
import type { Document, Store } from '../storage/store.ts';

export const PICTURE_PREFIX = 'picture:';

/** How long the buttons under a picture work. */
const KEEP_MS = 60 * 24 * 3_600_000;

const recordSchema = z.strictObject({
  v: z.literal(1),
  guild: snowflakeSchema,
  /** Where its message is; null where that was not known. */
  channel: snowflakeSchema.nullable(),
  /** Its message; null until Discord said which it is. */
  message: snowflakeSchema.nullable(),
  /** Who asked for it. */
  user: snowflakeSchema,
  request: z.strictObject({
    prompt: z.string().min(1),
    negativePrompt: z.string().nullable(),
    /** Styles and shapes are checked when they are used: the service may stop offering one. */
    stylePreset: z.string().nullable(),
    aspectRatio: z.string(),
    /** The member's own; null asked for random ones. */
    seed: z.int().positive().nullable(),
    count: z.int().positive(),
  }),
  /** Of each picture in the message, in their order. */
  seeds: z.array(z.int().nonnegative()).min(1),
});

/** What a message with pictures was made from. */
export type PictureRecord = z.infer<typeof recordSchema>;

/** Pictures that are about to be shown. */
export interface NewPictures extends Pick<PictureRecord, 'guild' | 'channel' | 'user' | 'seeds'> {
  readonly request: PictureRequest;
}

/** The document of one message's pictures. */
export const pictureDocument = (id: string): Document<PictureRecord> => ({
  key: `${PICTURE_PREFIX}${id}`,
  schema: recordSchema,
  keepMs: KEEP_MS,
});

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
  return {
    async keep({ request, ...rest }) {
      const id = newId();
      const { prompt, negativePrompt, stylePreset, aspectRatio, seed, count } = request;
      const entry: PictureRecord = {
        v: 1,
        ...rest,
        message: null,
        request: {
          prompt,
          negativePrompt: negativePrompt ?? null,
          stylePreset: stylePreset ?? null,
          aspectRatio,
          seed: seed ?? null,
          count,
        },
      };
      await store.update({ entry: pictureDocument(id) }, () => ({
        answer: undefined,
        write: { entry },
      }));
      return id;
    },

    find: (id) => store.read(pictureDocument(id)),

    shown: (id, where) =>
      store.update({ entry: pictureDocument(id) }, ({ entry }) => ({
        answer: undefined,
        ...(entry && { write: { entry: { ...entry, ...where } } }),
      })),

    remove: (id) =>
      store.update({ entry: pictureDocument(id) }, ({ entry }) => ({
        answer: undefined,
        ...(entry && { write: { entry: null } }),
      })),
  };
}

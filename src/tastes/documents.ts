import { z } from 'zod';
import { aspectRatios, codePoints, MAX_PROMPT, stylePresets } from '../image-api/contract.ts';
import type { Document } from '../storage/store.ts';
import { NONE } from './orders.ts';

const tasteSchema = z.strictObject({
  v: z.literal(1),
  /** No style at all is a default as well: a server's own gives way to it. */
  stylePreset: z.enum([...stylePresets, NONE]).optional(),
  aspectRatio: z.enum(aspectRatios).optional(),
  /** As it is sent on: cleaned, and never empty. */
  negativePrompt: z
    .string()
    .min(1)
    .refine((text) => codePoints(text) <= MAX_PROMPT)
    .optional(),
});

type TasteRow = z.infer<typeof tasteSchema>;

/** A member's own defaults for `/imagine`, in every server; what is absent has none. */
export type Taste = Readonly<Omit<TasteRow, 'v'>>;

/** What the keys of members' defaults begin with; a member's id follows. */
export const TASTE_PREFIX = 'taste:';

export const tasteDocument = (userId: string): Document<TasteRow> => ({
  key: `${TASTE_PREFIX}${userId}`,
  schema: tasteSchema,
});

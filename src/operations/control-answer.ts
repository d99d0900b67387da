import { z } from 'zod';

/** What the bot is asked for: a copy of its database in a new file. */
export const backupOrderSchema = z.strictObject({
  /** An absolute path on the bot's machine. */
  file: z.string().min(1),
});

/** What the bot says to it. */
export const backupAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), bytes: z.int(), rows: z.int() }),
  z.strictObject({ kind: z.enum(['exists', 'no-folder', 'busy']) }),
  /** With a sentence for the operator. */
  z.strictObject({ kind: z.literal('failed'), reason: z.string() }),
]);

/** What the bot says to the wish for a backup. */
export type BackupAnswer = z.infer<typeof backupAnswerSchema>;

import type { ChatInputCommandInteraction } from 'discord.js';
import { z } from 'zod';

/** What somebody typed into a command, by the names of its options; not yet checked by the command. */
export const optionsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export type Options = Readonly<z.infer<typeof optionsSchema>>;

/** The options of a command without subcommands. */
export const optionsOf = ({ options }: ChatInputCommandInteraction): Options =>
  Object.fromEntries(
    options.data.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );

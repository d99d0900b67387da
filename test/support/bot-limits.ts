import type { Discord, OptionValues } from '../../playground/discord/index.ts';
import type { Stage } from './stage.ts';

type Use = Partial<Parameters<Discord['use']>[0]>;

/** What a manager in #art is told after `/settings …`. */
export async function settings(
  { discord }: Stage,
  command: string,
  options: OptionValues = {},
  more: Use = {},
) {
  const { people, channels } = discord.world;
  const place = { by: people.manager, in: channels.art };
  const use = { command: `settings ${command}`, options, ...place, ...more };
  const invocation = discord.use(use);
  return invocation.settled({ when: ({ content }) => !content.startsWith('Posting') });
}

/** What the bot's owner in #art is told after `/budget …`. */
export async function budget(
  { discord }: Stage,
  command: string,
  options: OptionValues = {},
  more: Use = {},
): Promise<string> {
  const { people, channels } = discord.world;
  const place = { by: people.owner, in: channels.art };
  const use = { command: `budget ${command}`, options, ...place, ...more };
  const { content } = await discord.use(use).settled();
  return content;
}

/** A field of an embed, by its name. */
export const fieldOf = (
  {
    embeds,
  }: {
    readonly embeds: readonly { readonly fields?: readonly { name: string; value: string }[] }[];
  },
  name: string,
): string | undefined => embeds[0]?.fields?.find((field) => field.name === name)?.value;

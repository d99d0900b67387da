import type { Discord, Invocation, Message, User } from '../../playground/discord/index.ts';
import { newcomer } from './bot-jobs.ts';
import { imagine, paintAsAsked, setStage, type Setting, type Stage } from './stage.ts';
import { PATIENCE_MS } from './patience.ts';

/** The service's first pictures never come; after them it paints. */
export function losingTheFirst(times = 1): NonNullable<Setting['service']> {
  return async (request, response, count) => {
    if (count > times) await paintAsAsked(request, response, count);
  };
}

/** Somebody whose picture was lost because the bot was killed, and what a restarted bot says of it. */
export async function lostPicture(
  setting: Setting = {},
  options: Parameters<typeof imagine>[1] = {},
) {
  const stage = await setStage({ service: losingTheFirst(), ...setting });
  const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
  const job = imagine(stage, options, place);
  await stage.service.received(1);
  await stage.bot.stop('SIGKILL');
  const restart = async () => ({ ...stage, bot: await stage.again() });
  return { stage, place, job, restart };
}

/** Presses Retry under a message. */
export const pressRetry = (
  { discord }: { discord: Discord },
  message: Message,
  by: User,
): Invocation => discord.click({ message, button: 'Retry', by });

/** Resolves with the message whose text matches, once the channel shows it. */
export const messageIn = (
  { discord }: Pick<Stage, 'discord'>,
  channel: { id: string },
  pattern: RegExp,
): Promise<Message> =>
  discord.until(
    () => discord.messages(channel).find(({ content }) => pattern.test(content)),
    PATIENCE_MS,
    () => `no message matches ${pattern}`,
  );

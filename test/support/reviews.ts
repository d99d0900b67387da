import type { Invocation, Message, User } from '../../playground/discord/index.ts';
import { REVIEW_LABELS } from '../../src/words/review.ts';
import { imagine, setStage, type Setting, type Stage } from './stage.ts';
import { PATIENCE_MS } from './patience.ts';

type World = Stage['discord']['world'];

/** Everybody's pictures in the default server are seen by moderators first, and cases are told in #mod-log. */
export const reviewed = ({ guilds, channels }: World) => ({
  [guilds.studio.id]: {
    review: 'everybody' as const,
    reviewChannel: channels.review.id,
    logChannel: channels.modLog.id,
  },
});

/** What the review channel shows, the oldest first. */
export const inReview = ({ discord }: Stage): Message[] =>
  discord.messages(discord.world.channels.review);

/** Resolves once the review channel shows so many pictures. */
export const waiting = (stage: Stage, pictures: number): Promise<true> =>
  stage.discord.until(
    () =>
      inReview(stage).flatMap(({ attachments }) => attachments).length === pictures || undefined,
    PATIENCE_MS,
    () => `There are not ${pictures} pictures in the review channel.`,
  );

/** A message in a channel, by what it says, once it is there. */
export const says = (
  { discord }: Stage,
  channel: keyof World['channels'],
  pattern: RegExp,
): Promise<Message> => {
  const there = () => discord.messages(discord.world.channels[channel]);
  return discord.until(
    () => there().find(({ content }) => pattern.test(content)),
    PATIENCE_MS,
    () => `${channel} says ${JSON.stringify(there().map(({ content }) => content))}`,
  );
};

/** Presses one of a review's buttons. */
export const rule = (
  { discord }: Stage,
  message: Message,
  button: keyof typeof REVIEW_LABELS,
  by: User,
): Invocation => discord.click({ message, button: REVIEW_LABELS[button], by });

/** Rejects what a message shows, as a moderator does. */
export async function reject(
  stage: Stage,
  message: Message,
  { by, ...values }: { readonly by: User; readonly reason: string; readonly duration?: string },
): Promise<Invocation> {
  const button = values.duration === undefined ? 'reject' : 'block';
  const opener = rule(stage, message, button, by);
  await opener.answered;
  return stage.discord.submit(opener, { values });
}

/** A stage where the default member's pictures wait for a moderator. */
export async function waitingPicture(
  options: Parameters<typeof imagine>[1] = {},
  setting: Setting = {},
) {
  const stage = await setStage({ policies: reviewed, ...setting });
  const asked = imagine(stage, options);
  const message = await says(stage, 'review', /for a moderator/);
  const answer = await asked.settled({ when: ({ content }) => /for a moderator/.test(content) });
  return { stage, asked, message, answer };
}

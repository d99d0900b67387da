import { expect } from 'vitest';
import type { Message, User } from '../../playground/discord/index.ts';
import { REPORT_WORDS, RULING_WORDS } from '../../src/words/reports.ts';
import { imagineToTheEnd } from './bot-jobs.ts';
import { toldInModLog } from './policies.ts';
import { setStage, type Setting, type Stage } from './stage.ts';
import { PATIENCE_MS } from './patience.ts';

/** A stage with a picture of the default member, told of in #mod-log. */
export async function reportable(setting: Setting = {}, log = true) {
  const stage = await setStage({ ...setting, ...(log && { policies: toldInModLog }) });
  const { channels, people } = stage.discord.world;
  const place = { by: people.member, in: channels.art };
  const { message } = await imagineToTheEnd(stage, { count: 2 }, place);
  return { stage, place, message, ...people };
}

/** Somebody more in the studio. */
export function another({ discord: { world } }: Stage, name: string): User {
  const person = world.addPerson(name);
  world.join(world.guilds.studio, person);
  return person;
}

/** Chooses Report picture and sends its form; resolves with what was said. */
export async function report(
  stage: Stage,
  message: Message,
  by: User,
  reason = '',
): Promise<string> {
  const place = { by, in: stage.discord.world.channels.art };
  const opener = stage.discord.contextMenu({
    command: REPORT_WORDS.entry,
    target: message,
    ...place,
  });
  if ((await opener.answered) !== 9) return (await opener.settled()).content;
  const sent = stage.discord.submit(opener, { values: { reason } });
  return (await sent.settled()).content;
}

/** What the log channel shows. */
export const log = ({ discord }: Stage): Message[] =>
  discord.messages(discord.world.channels.modLog);

export const PATIENT = { withinMs: PATIENCE_MS };

/** The first message of the log channel about a case, or the one that says more of it. */
export async function told(stage: Stage, number: number, about = ''): Promise<Message> {
  const find = () =>
    log(stage).find(
      ({ content }) => content.startsWith(`**Case ${number}**`) && content.includes(about),
    );
  await expect.poll(find).toBeDefined();
  return find() as Message;
}

/** The picture's message as the channel shows it now. */
export const now = ({ discord }: Stage, { id }: Message): Message | undefined =>
  discord.messages(discord.world.channels.art).find((each) => each.id === id);

export const click = (
  stage: Stage,
  message: Message,
  button: keyof typeof RULING_WORDS,
  by: User,
) => stage.discord.click({ message, button: RULING_WORDS[button], by });

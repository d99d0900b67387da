import type { Message } from '../../playground/discord/index.ts';
import { HISTORY_WORDS } from '../../src/words/history.ts';
import { imagineToTheEnd, newcomer, type Place } from './bot-jobs.ts';
import { setStage, type Setting, type Stage } from './stage.ts';

/** The route by which pictures are looked at. */
export const GLIMPSE_ROUTE = 'GET /channels/:channel/messages/:message';

/** A stage, and messages with a picture each that a newcomer asked for, oldest first. */
export async function shownPictures(prompts: readonly string[], setting: Setting = {}) {
  const stage = await setStage(setting);
  const place = newcomer(stage, { ownerId: stage.discord.world.people.owner.id });
  const messages: Message[] = [];
  for (const prompt of prompts) {
    messages.push((await imagineToTheEnd(stage, { prompt }, place)).message);
  }
  return { stage, place, messages };
}

/** What `/history` answers somebody. */
export const historyOf = (
  { discord }: Pick<Stage, 'discord'>,
  { by, in: channel }: Place,
): Promise<Message> => discord.use({ command: 'history', by, in: channel }).settled();

/** Presses Newer or Older under a history, and waits for the page in its place. */
export async function turn(
  { discord }: Pick<Stage, 'discord'>,
  { id }: Message,
  way: 'newer' | 'older',
  { by }: Place,
): Promise<Message> {
  const click = discord.click({ message: id, button: HISTORY_WORDS[way], by });
  if ((await click.answered) !== 7) throw new Error('the page was not turned in its place');
  return click.settled();
}

/** The prompts on a page, in their order. */
export const promptsOn = ({ embeds }: Message): (string | undefined)[] =>
  embeds.map(({ description }) => /^> (.*)$/m.exec(description ?? '')?.[1]);

/** Which of a page's buttons can be pressed. */
export const pressable = ({ components }: Message): (string | undefined)[] =>
  components
    .flatMap(({ components: buttons = [] }) => buttons)
    .filter(({ disabled }) => disabled !== true)
    .map(({ label }) => label);

import type { Discord, Invocation } from '../../playground/discord/index.ts';
import { credits, imagine, type Stage } from './stage.ts';
import { PATIENCE_MS } from './patience.ts';

/** Somebody in a channel, with fields of the interaction to replace where they matter. */
export type Place = Pick<Parameters<Discord['use']>[0], 'by' | 'in' | 'raw'>;

/** A member of a server that the bot has never met: nothing used, no cooldown. */
export function newcomer(
  { discord: { world } }: Stage,
  details: Parameters<typeof world.addGuild>[1] = {},
): Place {
  const guild = world.addGuild('New server', details);
  const by = world.addPerson('Newcomer');
  world.join(guild, by);
  return { by, in: world.addChannel(guild, 'pictures') };
}

/** Somebody who is new to a place's server, in a channel that is new as well. */
export function neighbour({ discord: { world } }: Stage, place: Place): Place {
  const guild = world.allGuilds.get(place.in.guildId ?? '');
  if (guild === undefined) throw new Error('Only servers have members.');
  const by = world.addPerson('Neighbour');
  world.join(guild, by);
  return { by, in: world.addChannel(guild, 'new') };
}

/**
 * Resolves with what the bot's log says of a job that has ended, its credits settled; of an interaction
 * that came twice, with the end of the given result.
 */
export async function jobEnd(
  { bot }: Stage,
  { id }: Invocation,
  result = '[a-z-]+',
): Promise<Record<string, unknown>> {
  const end = `"interaction":"${id}".*"result":"${result}".*"msg":"job ended"`;
  return JSON.parse(await bot.printed(new RegExp(end))) as Record<string, unknown>;
}

/** Uses `/imagine` and waits until the member was answered and the credits are settled. */
export async function imagineToTheEnd(
  stage: Stage,
  options: Parameters<typeof imagine>[1],
  place: Place,
) {
  const job = imagine(stage, options, place);
  const settled = await job.settled({ withinMs: PATIENCE_MS });
  const end = await jobEnd(stage, job);
  return { message: job.original() ?? settled, end };
}

/** Credits used and held in a place's server, as `/credits` shows them there. */
export async function booksOf(stage: Stage, { by, in: channel }: Place) {
  const { Used, Held } = await credits(stage, by, channel);
  return { used: Number.parseInt(Used ?? '', 10), held: Number.parseInt(Held ?? '', 10) };
}

/**
 * Uses `/imagine` with a prompt, then once more with another one, and tells what came of both: what
 * was said, the files shown, and the credits of the server after each.
 */
export async function twoRequests(stage: Stage, prompt: string) {
  const place = newcomer(stage);
  const { message, end } = await imagineToTheEnd(stage, { prompt }, place);
  const books = await booksOf(stage, place);
  const next = await imagineToTheEnd(stage, {}, place);
  return {
    told: message.content,
    files: message.attachments.length,
    result: end['result'],
    reason: end['reason'],
    books,
    next: { files: next.message.attachments.length, books: await booksOf(stage, place) },
  };
}

/** What came of two requests where the first ended without a picture and the second was drawn. */
export const failedThenDrawn = (reason: string, told: string) => ({
  told,
  files: 0,
  result: 'not-painted',
  reason,
  books: { used: 0, held: 0 },
  next: { files: 1, books: { used: 6, held: 0 } },
});

import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../server/engine/paint/random.ts';
import type { BotProcess } from './bot-process.ts';
import type { Crowd } from './kill-crowd.ts';
import { stirTrouble } from './kill-faults.ts';
import type { Stage } from './stage.ts';
import { PATIENCE_MS } from './patience.ts';

/** Jobs that are under way at a kill. */
export const IN_FLIGHT = 20;

/** The longest that a bot works before it is killed, in milliseconds. */
const WORK_MS = 2_000;

/** How often a bot is killed while it starts. */
const EARLY = 0.3;

/** What the kills came to. */
export interface Kills {
  /** Of bots that were starting. */
  readonly early: number;
  /** Of bots at work, with `IN_FLIGHT` jobs under way. */
  readonly atWork: number;
  /** Milliseconds from each launch to the gateway. */
  readonly startsMs: readonly number[];
  /** What all the killed bots printed. */
  readonly lines: readonly string[];
}

const isOnline = ({ discord }: Stage): boolean =>
  discord.gateway.sessions().some(({ connected }) => connected);

/** Waits until a bot is at the gateway; rejects when it ends before. */
async function online(stage: Stage, bot: BotProcess): Promise<void> {
  const there = stage.discord.until(
    () => (isOnline(stage) ? true : undefined),
    PATIENCE_MS,
    () => `The bot did not come online:\n${bot.lines.join('\n')}`,
  );
  const early = bot.ended.then((end) => {
    throw new Error(`The bot ended (${end}) by itself:\n${bot.lines.join('\n')}`);
  });
  await Promise.race([there, early]);
}

async function kill(bot: BotProcess): Promise<void> {
  const end = await bot.stop('SIGKILL');
  if (end !== 'SIGKILL')
    throw new Error(`The bot had ended (${end}) by itself:\n${bot.lines.join('\n')}`);
}

/**
 * Starts the bot again and again on the same database, and kills it each time at some instant: so
 * often while it is at work, and a few times more while it starts and settles.
 */
export async function killAgainAndAgain(
  stage: Stage,
  crowd: Crowd,
  times: number,
  random: Random,
): Promise<Kills> {
  const startsMs: number[] = [];
  const lines: string[] = [];
  let early = 0;
  let atWork = 0;
  while (atWork < times) {
    stirTrouble(stage, random);
    const launched = performance.now();
    const bot = stage.launch();
    const lastStartMs = startsMs.at(-1);
    if (lastStartMs !== undefined && random.chance(EARLY)) {
      await sleep(random.between(0, lastStartMs));
      await kill(bot);
      early += 1;
    } else {
      await online(stage, bot);
      startsMs.push(performance.now() - launched);
      const rest = crowd.keepBusy(IN_FLIGHT);
      await sleep(random.between(0, WORK_MS));
      rest();
      if (crowd.inFlight().length < IN_FLIGHT) throw new Error('The bot was not busy.');
      await kill(bot);
      atWork += 1;
    }
    crowd.forsaken();
    lines.push(...bot.lines);
  }
  return { early, atWork, startsMs, lines };
}

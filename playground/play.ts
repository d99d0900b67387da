import { join, relative } from 'node:path';
import type { Chat } from './chat.ts';
import { type Discord, ClientRefusal } from './discord/index.ts';
import { untilHalted } from './halt.ts';
import { narrate } from './narrate.ts';
import { openBrowser } from './open-browser.ts';
import { PlaygroundError } from './problem.ts';
import { type Ends, isConnected, type Play, setStage } from './stage.ts';
import { firstPicture } from './story.ts';

/** The API document's own example. */
const EXAMPLE_PROMPT = 'A lighthouse on a cliff';

/** The last resort: a bot that ends is noticed at once. */
const READY_MS = 120_000;

const say = (line: string): void => console.log(line);

/** Whether a failure is one that its message tells the user all about. */
export const isKnown = (error: unknown): error is Error =>
  error instanceof PlaygroundError || error instanceof ClientRefusal;

/** Resolves once the bot is on the gateway with its commands registered. Throws PlaygroundError. */
async function ready(discord: Discord): Promise<void> {
  const look = (): true | undefined =>
    isConnected(discord) && discord.commands().length > 0 ? true : undefined;
  await discord
    .until(look, READY_MS, () => 'late')
    .catch((cause: unknown) => {
      throw new PlaygroundError('Easel did not register its commands.', { cause });
    });
}

async function begin(discord: Discord, chat: Chat, prompt: string | undefined, folder: string) {
  await ready(discord);
  if (prompt === undefined) return;
  const path = await firstPicture(chat, prompt, folder);
  say(`\nSaved ${relative(process.cwd(), path)}`);
}

async function interruption(halted: Promise<void>): Promise<never> {
  await halted;
  throw new PlaygroundError('It was stopped before the first picture was there.');
}

/** Starts everything, has the first picture drawn, stays up for the page; takes everything down again. */
export async function perform(play: Play): Promise<void> {
  const { once, data } = play;
  const halted = untilHalted();
  const ends: Ends = [];
  try {
    const { discord, chat, keeper, logFile, images, isKept } = await setStage(play, ends, say);
    narrate(chat, say, Date.now);
    say(`Discord on this machine    ${discord.origin}`);
    say(`Stable Image Core          ${images.url}  (${images.engine})`);
    say(`Easel, the real bot        logs to ${logFile}\n`);
    if (play.open && !once && process.stdout.isTTY) openBrowser(discord.origin);

    const prompt = play.prompt ?? (isKept && !once ? undefined : EXAMPLE_PROMPT);
    const first = begin(discord, chat, prompt, join(data ?? process.cwd(), 'pictures'));
    if (once) {
      await Promise.race([first, keeper.gone, interruption(halted)]);
      return;
    }

    keeper.gone.catch((error: unknown) =>
      say(`\n${isKnown(error) ? error.message : String(error)} The page can start it again.`),
    );
    const told = Promise.race([first, keeper.gone]).catch((error: unknown) => {
      if (!isKnown(error)) throw error;
      console.error(`\nThe first picture did not come: ${error.message}`);
    });
    await Promise.race([told, halted]);
    say(`\nOpen ${discord.origin} and type /imagine yourself. Ctrl-C ends it all.\n`);
    await halted;
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

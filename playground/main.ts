import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { HELP, type Order, parseOrder } from './args.ts';
import { startBot } from './bot.ts';
import { ClientRefusal } from './discord/index.ts';
import { untilHalted } from './halt.ts';
import { startImageServer } from './image-server.ts';
import { narrate } from './narrate.ts';
import { openDiscord } from './open-discord.ts';
import { PlaygroundError } from './problem.ts';
import { firstPicture } from './story.ts';

const REGISTERED_MS = 30_000;

const say = (line: string): void => console.log(line);

/** Starts everything, has the first picture drawn, stays up for the page; takes everything down again. */
async function play({ once, port, prompt }: Extract<Order, { kind: 'play' }>): Promise<void> {
  const halted = untilHalted();
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'easel-playground-'));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    const images = await startImageServer();
    ends.push(images.stop);
    const { discord, chat } = await openDiscord(port);
    ends.push(discord.stop);
    narrate(chat, say, Date.now);
    const logFile = join(folder, 'easel.log');
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      IMAGE_API_URL: images.url,
      IMAGE_API_KEY: images.key,
      DATABASE_URL: `sqlite://${join(folder, 'easel.sqlite')}`,
      COOLDOWN_SECONDS: '3',
      LOG_LEVEL: 'info',
    };
    const bot = startBot({ env, folder, logFile, complain: (text) => say(`Easel's log: ${text}`) });
    ends.push(bot.stop);

    say(`Discord on this machine    ${discord.origin}`);
    say(`Stable Image Core          ${images.url}  (${images.engine} engine)`);
    say(`Easel, the real bot        logs to ${logFile}\n`);

    const evening = async (): Promise<void> => {
      await discord.commandsRegistered(1, REGISTERED_MS).catch((cause: unknown) => {
        throw new PlaygroundError('Easel did not register its commands.', { cause });
      });
      const path = await firstPicture(chat, prompt, join(process.cwd(), 'pictures'));
      say(`\nSaved ${relative(process.cwd(), path)}`);
      if (once) return;
      say(`\nOpen ${discord.origin} and type /imagine yourself. Ctrl-C ends it all.\n`);
      await halted;
    };
    const interrupted = async (): Promise<void> => {
      await halted;
      if (once) throw new PlaygroundError('It was stopped before the first picture was there.');
    };
    await Promise.race([evening(), bot.gone, interrupted()]);
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

/** Runs the playground; returns its exit code. */
async function run(order: Order): Promise<number> {
  switch (order.kind) {
    case 'help':
      say(HELP);
      return 0;
    case 'wrong':
      console.error(`${order.problem} --help shows what there is.`);
      return 2;
    case 'play':
      try {
        await play(order);
        return 0;
      } catch (error) {
        const known = error instanceof PlaygroundError || error instanceof ClientRefusal;
        console.error(known ? `\nIt did not work: ${error.message}` : error);
        return 1;
      }
  }
}

process.exit(await run(parseOrder(process.argv.slice(2))));

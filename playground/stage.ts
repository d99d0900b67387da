import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order } from './args.ts';
import { startBot } from './bot.ts';
import { openDataFolder } from './data-folder.ts';
import type { Discord } from './discord/index.ts';
import { freePort, watchFigures } from './figures.ts';
import { startImageGate } from './image-gate.ts';
import { type ImageApi, startImageServer } from './image-server.ts';
import { keepBot } from './keeper.ts';
import { keepSaved } from './keep-saved.ts';
import { openDiscord } from './open-discord.ts';

/** What is asked of the playground. */
export type Play = Extract<Order, { kind: 'play' }>;

/** What is done at the end, the last first. */
export type Ends = (() => Promise<unknown>)[];

/** Whether a bot is on the gateway. */
export const isConnected = ({ gateway }: Discord): boolean =>
  gateway.sessions().some(({ connected }) => connected);

/** A folder that is gone at the end. */
async function passingFolder(ends: Ends): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'easel-playground-'));
  ends.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

const imageApi = async ({ api }: Play): Promise<ImageApi> =>
  api === undefined
    ? await startImageServer()
    : { ...api, engine: 'an API of your own', stop: async () => {} };

/**
 * Starts the local Discord, the image API and the bot between them; what ends them again is added to `ends`
 * as each is started. Throws PlaygroundError.
 */
export async function setStage(play: Play, ends: Ends, complain: (text: string) => void) {
  const data = play.data === undefined ? undefined : await openDataFolder(play.data);
  if (data !== undefined) ends.push(data.unlock);
  const folder = data?.path ?? (await passingFolder(ends));
  const images = await imageApi(play);
  ends.push(images.stop);
  const broken = { apiSlowMs: play.latencyMs, apiFails: 'off' } as const;
  const gate = await startImageGate(images.url, broken);
  ends.push(gate.stop);
  const { discord, chat, house } = await openDiscord(play.port, data?.saved);
  ends.push(discord.stop);
  if (data !== undefined)
    ends.push(
      keepSaved(discord, data, () => complain('The playground cannot be kept in its folder.')),
    );
  house.machine.installGate(gate);
  house.machine.setFaults({ ...broken, discord429: false, upload: 'off' });

  const logFile = join(folder, 'easel.log');
  const healthPort = await freePort();
  const env = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    IMAGE_API_URL: gate.url,
    IMAGE_API_KEY: images.key,
    DATABASE_URL: `sqlite://${join(folder, 'easel.sqlite')}`,
    COOLDOWN_SECONDS: '3',
    HEALTH_PORT: String(healthPort),
    LOG_LEVEL: 'info',
  };
  const keeper = keepBot(
    () => startBot({ env, folder, logFile, complain: (text) => complain(`Easel's log: ${text}`) }),
    () => isConnected(discord),
    discord.subscribe,
  );
  ends.push(() => keeper.obey('stop'));
  const figures = watchFigures(healthPort, house.machine.touch);
  ends.push(async () => figures.stop());
  house.machine.installBot({ ...keeper, figures: figures.current });
  return { discord, chat, keeper, logFile, images, isKept: data?.saved !== undefined };
}

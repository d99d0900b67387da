import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type Discord, type Invocation, startDiscord } from '../../playground/discord/index.ts';
import type { ServerSettings } from '../../src/settings/documents.ts';
import { CANCEL_LABEL } from '../../src/words/progress.ts';
import { type BotProcess, type Host, startBot } from './bot-process.ts';
import { tinyPng } from './image-files.ts';
import { setPolicies } from './policies.ts';
import { labelsOf } from './labels.ts';
import { type ImageService, sendPicture, startImageService } from './image-service.ts';

/** The key that the bot of a stage sends to its image service. */
export const STAGE_KEY = 'key-that-must-not-be-printed-7f3a';

/** Room in the queue for any crowd. */
const ROOMY = { QUEUE_PER_MEMBER: '1000', QUEUE_PER_SERVER: '1000', QUEUE_TOTAL: '1000' };

/** A whole evening: a Discord, an image service and the real bot between them. */
export interface Stage {
  readonly discord: Discord;
  readonly service: ImageService;
  readonly bot: BotProcess;
  readonly folder: string;
  /** Starts the bot again on the same database; the one before must have ended. */
  again(env?: Readonly<Record<string, string>>): Promise<BotProcess>;
  /** The same without waiting until it is ready. */
  launch(env?: Readonly<Record<string, string>>): BotProcess;
}

/** Answers the requests of a stage's bot; `count` is how many have come. */
export type Handler = Parameters<typeof startImageService>[0];

/** How a stage is set. */
export interface Setting {
  readonly service?: Handler;
  readonly env?: Readonly<Record<string, string>>;
  readonly discord?: Parameters<typeof startDiscord>[0];
  readonly host?: Host;
  /** What managers have set in servers before the bot is started. */
  readonly policies?: (
    world: Discord['world'],
  ) => Readonly<Record<string, Partial<ServerSettings>>>;
}

/** Answers like the service does: a picture of the asked size and the seed that was sent. */
export const paintAsAsked: Handler = ({ body }, response) => {
  const { width, height, seed } = JSON.parse(body) as Record<string, number>;
  sendPicture(response, tinyPng(width, height), seed);
};

/** Sets a stage that ends with the test. */
export async function setStage(setting: Setting = {}): Promise<Stage> {
  const { stage, close } = await openStage(setting);
  onTestFinished(close);
  return stage;
}

/** Sets a stage and waits until the bot is ready; it stands until it is closed. */
export async function openStage({
  service: handler,
  env = {},
  discord: settings,
  host,
  policies,
}: Setting): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'easel-'));
  const [discord, service] = await Promise.all([
    startDiscord({
      webhookRequests: { limit: 1_000, windowMs: 1_000 },
      identifyWindowMs: 50,
      ...settings,
    }),
    startImageService(handler ?? paintAsAsked),
  ]);
  let bot: BotProcess | undefined;
  async function close() {
    await bot?.stop('SIGKILL');
    await Promise.all([discord.stop(), service.close()]);
    await rm(folder, { recursive: true });
  }

  function launch(more: Readonly<Record<string, string>> = {}): BotProcess {
    const variables = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      IMAGE_API_URL: service.url,
      IMAGE_API_KEY: STAGE_KEY,
      DATABASE_URL: `sqlite://${join(folder, 'easel.sqlite')}`,
      COOLDOWN_SECONDS: '0',
      ...ROOMY,
      ...env,
      ...more,
    };
    bot = startBot(variables, host);
    return bot;
  }

  async function again(more?: Readonly<Record<string, string>>): Promise<BotProcess> {
    const started = launch(more);
    await started.printed(/ready for \/imagine/);
    return started;
  }

  try {
    const file = join(folder, 'easel.sqlite');
    if (policies !== undefined) await setPolicies(file, policies(discord.world));
    return { stage: { discord, service, bot: await again(), folder, again, launch }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * An interaction whose answer is settled with its last word: not while its message says how far the
 * pictures are, with a button to cancel.
 */
function toItsEnd(invocation: Invocation): Invocation {
  const settled: Invocation['settled'] = ({ when = () => true, ...patience } = {}) =>
    invocation.settled({
      ...patience,
      when: (message) => !labelsOf(message).includes(CANCEL_LABEL) && when(message),
    });
  return Object.assign(Object.create(invocation) as Invocation, { settled });
}

/** Uses `/imagine` as the default member in #art, unless told otherwise. */
export function imagine(
  { discord }: Stage,
  options: Readonly<Record<string, string | number>> = {},
  more: Partial<Parameters<Discord['use']>[0]> = {},
) {
  const { people, channels } = discord.world;
  const invocation = discord.use({
    command: 'imagine',
    options: { prompt: 'A lighthouse on a cliff', ...options },
    by: people.member,
    in: channels.art,
    ...more,
  });
  return toItsEnd(invocation);
}

/** What `/credits` shows the member: the numbers of its fields. */
export async function credits(
  { discord }: Stage,
  by = discord.world.people.member,
  channel = discord.world.channels.art,
) {
  const answer = await discord.use({ command: 'credits', by, in: channel }).settled();
  const fields = Object.fromEntries(
    (answer.embeds[0]?.fields ?? []).map(({ name, value }) => [name, value]),
  );
  return { Used: fields['Used'], Held: fields['Held'], Left: fields['Left'], You: fields['You'] };
}

/** The local Discord found nothing against its own rules in what the bot sent, nor in its answers. */
export const expectNoViolations = ({ discord }: Stage) =>
  expect(discord.traffic.violations()).toEqual([]);

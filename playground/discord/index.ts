import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type Upload, createAttachments } from './attachments.ts';
import { createCommands } from './commands.ts';
import type { Core } from './core.ts';
import { EVERYONE, furnish } from './default-world.ts';
import { createFaults } from './faults.ts';
import { createDoor } from './gateway/admission.ts';
import { createHub } from './gateway/hub.ts';
import { createInteractions } from './interactions.ts';
import { createMessages } from './messages.ts';
import { createNotifier } from './notifier.ts';
import { people } from './people/index.ts';
import { createApp } from './rest/app.ts';
import { createRegistry } from './registry.ts';
import { DEFAULT_SETTINGS, type DiscordSettings } from './settings.ts';
import { fits, restore, type Snapshot, takeSnapshot } from './snapshot.ts';
import { snowflakeMint } from './snowflake.ts';
import { createTraffic } from './traffic.ts';
import type { WireCommand, WireMessage } from './wire.ts';

export { ClientRefusal } from './people/refusal.ts';
export type { OptionValues } from './people/options.ts';
export type { Thing } from './people/references.ts';
export type { Invocation } from './people/invocation.ts';
export { snapshotSchema, type Saved } from './snapshot.ts';
export type { Channel, User } from './world.ts';
export type {
  WireCommand,
  WireCommandOption,
  WireComponent,
  WireEmbed,
  WireMessage as Message,
} from './wire.ts';
export { MessageFlag } from './wire.ts';
export { Permission } from './permissions.ts';

/** What was saved is of a world with other channels than this one has. */
export class ForeignWorldError extends Error {
  override readonly name = 'ForeignWorldError';
}

/** A token of the shape Discord's have: the bot's id, a moment, a secret. */
function botToken(botId: string): string {
  const id = Buffer.from(botId).toString('base64url');
  return `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}

/** Starts a Discord on 127.0.0.1 that a bot can log in to over REST and the gateway. */
export async function startDiscord(options: Partial<DiscordSettings> = {}) {
  const settings = { ...DEFAULT_SETTINGS, ...options };
  const { now } = settings;
  const { saved } = settings;
  const bornAt = saved?.snapshot.bornAt ?? now();
  let clock = (): number => bornAt;
  const mint = snowflakeMint(() => clock());
  const notifier = createNotifier();
  const { changed } = notifier;
  const world = createRegistry(mint, now, {
    attachmentSizeLimit: settings.attachmentSizeLimit,
    everyone: EVERYONE,
  });
  const named = furnish(world);
  settings.seed(world);
  clock = now;

  let origin = '';
  const attachments = createAttachments(mint, () => origin);
  const keepMs = settings.tokenLifetimeMs * 2;
  const core: Core = {
    settings,
    now,
    mint,
    world,
    notifier,
    applicationId: world.bot.id,
    token: saved?.snapshot.token ?? botToken(world.bot.id),
    origin: () => origin,
    commands: createCommands(world.bot.id, mint, changed),
    interactions: createInteractions(now, keepMs, attachments.remove),
    messages: createMessages(changed, attachments.remove),
    attachments,
    traffic: createTraffic(),
    faults: createFaults(),
  };
  if (saved !== undefined && !fits(core, saved.snapshot)) throw new ForeignWorldError();
  const door = createDoor(settings, core.token);
  const hub = createHub(core, door);
  const app = await createApp(core, door.startsLeft);
  await app.listen({ host: '127.0.0.1', port: settings.port });
  hub.attach(app.server);
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  if (saved !== undefined) restore(core, saved);

  return {
    /** For DISCORD_API_URL. */
    apiUrl: `${origin}/api`,
    origin,
    token: core.token,
    applicationId: core.applicationId,
    /** Everyone and everything, with the default people, channels, guilds and roles by name. */
    world: { ...world, ...named, allGuilds: world.guilds, allChannels: world.channels },
    server: app,
    traffic: core.traffic,
    faults: core.faults,
    gateway: hub,
    ...people(core, hub),
    /** The global commands the bot registered. */
    commands: (): readonly WireCommand[] => core.commands.list(null),
    /** Resolves once the bot registered its whole list so often (default 1) since the start. */
    commandsRegistered: (count = 1, withinMs = 60_000): Promise<readonly WireCommand[]> =>
      notifier.until(
        () => (core.commands.registrations >= count ? core.commands.list(null) : undefined),
        withinMs,
        () => `The bot registered its commands ${core.commands.registrations} times, not ${count}.`,
      ),
    /** A channel's messages, oldest first; ephemeral ones only for the person they are for. */
    messages: (channel: { id: string }, viewer?: { id: string }): WireMessage[] =>
      core.messages.list(channel.id, viewer?.id),
    /** The bytes of an attachment. */
    file: (attachment: { id: string }): Upload | undefined => core.attachments.find(attachment.id),
    /** Describes everything that is to be there after a restart, without the bytes of files. */
    snapshot: (): Snapshot => takeSnapshot(core, bornAt),
    /** Someone removes a message. False when there was none. */
    deleteMessage: (message: { id: string }): boolean => core.messages.remove(message.id),
    /** Runs a listener after every change of anything here; returns the way to stop. */
    subscribe: notifier.subscribe,
    /** Resolves once `look` finds something other than undefined; looks again after every change. */
    until: notifier.until,
    stop: async (): Promise<void> => {
      await hub.stop();
      await app.close();
    },
  };
}

/** A running local Discord. */
export type Discord = Awaited<ReturnType<typeof startDiscord>>;

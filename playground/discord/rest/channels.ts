import type { FastifyRequest } from 'fastify';
import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { parseMessageBody } from '../message-body.ts';
import { Permission, has, permissionsIn } from '../permissions.ts';
import { edit, post } from '../posting.ts';
import { checkMessage } from '../rules/index.ts';
import type { WireMessage } from '../wire.ts';
import type { Channel } from '../world.ts';
import { type Routes, enforce, messageContext, refuseEmpty } from './context.ts';
import { refuseLargeFiles } from './files.ts';

interface Params {
  channel: string;
  message: string;
}

type Request = FastifyRequest<{ Params: Params }>;

interface Entry {
  readonly channel: Channel;
  /** Bytes. */
  readonly sizeLimit: number;
  /** Refuses with 50013 unless the bot holds the permission here. */
  readonly require: (permission: bigint) => void;
}

function enter(core: Core, id: string): Entry {
  const channel = core.world.channels.get(id);
  if (channel === undefined) throw refuse.unknownChannel();
  const guild = core.world.guilds.get(channel.guildId ?? '');
  const sizeLimit = guild?.attachmentSizeLimit ?? core.settings.attachmentSizeLimit;
  if (guild === undefined) return { channel, sizeLimit, require: () => {} };
  const { bot } = core.world;
  const held = permissionsIn(guild, channel, bot);
  if (!guild.members.has(bot.id) || !has(held, Permission.ViewChannel)) {
    throw refuse.missingAccess();
  }
  const require = (permission: bigint): void => {
    if (!has(held, permission)) throw refuse.missingPermissions();
  };
  return { channel, sizeLimit, require };
}

function find(core: Core, { channel, message }: Params): WireMessage {
  const stored = core.messages.find(message);
  const here = stored?.message.channel_id === channel && stored.onlyFor === null;
  if (stored === undefined || !here) throw refuse.unknownMessage();
  return stored.message;
}

function show(core: Core, channel: Channel): object {
  const { users, bot } = core.world;
  const person = [...users.values()].find(({ username }) => username === channel.name);
  return wireChannel(core, channel, channel.guildId === null ? (person ?? bot) : bot);
}

/** Messages the bot reads and writes with its own token, as far as a channel permits. */
export function channelRoutes(core: Core): Routes {
  const config = { config: { auth: 'bot', bucket: 'channel', answer: 'message' } } as const;

  const create = async (request: Request): Promise<WireMessage> => {
    const { channel, require, sizeLimit } = enter(core, request.params.channel);
    require(Permission.SendMessages);
    if (request.uploads.length > 0) require(Permission.AttachFiles);
    refuseLargeFiles(request, sizeLimit);
    const context = messageContext(request, sizeLimit);
    enforce(request, checkMessage('create', request.body, context));
    refuseEmpty(request.body, context);
    const body = parseMessageBody(request.body);
    return post(core, channel.id, body, request.uploads, { onlyFor: null });
  };

  const patch = async (request: Request): Promise<WireMessage> => {
    const { sizeLimit } = enter(core, request.params.channel);
    const message = find(core, request.params);
    if (message.author.id !== core.world.bot.id) throw refuse.othersMessage();
    refuseLargeFiles(request, sizeLimit);
    const context = messageContext(request, sizeLimit, message.attachments);
    enforce(request, checkMessage('edit', request.body, context));
    refuseEmpty(request.body, context, message);
    return edit(core, message, parseMessageBody(request.body), request.uploads);
  };

  const bot = { config: { auth: 'bot' } } as const;

  return (app) => {
    const messages = '/channels/:channel/messages';
    app.get<{ Params: Params }>('/channels/:channel', bot, async ({ params }) =>
      show(core, enter(core, params.channel).channel),
    );
    app.post<{ Params: Params }>(messages, { ...config, handler: create });
    app.get<{ Params: Params }>(`${messages}/:message`, config, async ({ params }) => {
      enter(core, params.channel).require(Permission.ReadMessageHistory);
      return find(core, params);
    });
    app.patch<{ Params: Params }>(`${messages}/:message`, { ...config, handler: patch });
    app.delete<{ Params: Params }>(`${messages}/:message`, config, async ({ params }, reply) => {
      const { require } = enter(core, params.channel);
      const message = find(core, params);
      if (message.author.id !== core.world.bot.id) require(Permission.ManageMessages);
      core.messages.remove(message.id);
      return reply.code(204).send();
    });
  };
}

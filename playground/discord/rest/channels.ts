import type { FastifyRequest } from 'fastify';
import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { parseMessageBody } from '../message-body.ts';
import { historyPage } from '../history.ts';
import { createNonces } from '../nonces.ts';
import { Permission, writing } from '../permissions.ts';
import { edit, post } from '../posting.ts';
import { checkHistoryQuery, checkMessage, parseHistoryQuery } from '../rules/index.ts';
import { shown } from '../shown.ts';
import type { WireMessage } from '../wire.ts';
import type { Channel } from '../world.ts';
import { type Routes, enforce, messageContext, refuseEmpty } from './context.ts';
import { enter } from './entry.ts';
import { refuseLargeFiles } from './files.ts';
import { parseSending, replyDetails } from './reply.ts';

interface Params {
  channel: string;
  message: string;
}

type Request = FastifyRequest<{ Params: Params }>;

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
  const nonces = createNonces(core.now, core.settings.nonceMs);

  const create = async (request: Request): Promise<WireMessage> => {
    const entry = enter(core, request.params.channel);
    const { channel, require, sizeLimit } = entry;
    require(writing(channel));
    if (request.uploads.length > 0) require(Permission.AttachFiles);
    refuseLargeFiles(request, sizeLimit);
    const context = messageContext(request, sizeLimit);
    enforce(request, checkMessage('create', request.body, context));
    refuseEmpty(request.body, context);
    const body = parseMessageBody(request.body);
    const { nonce, isOnce, reference } = parseSending(request.body);
    const twin = isOnce && nonce !== undefined ? nonces.find(nonce) : undefined;
    const sent = core.messages.find(twin ?? '');
    if (sent !== undefined) return shown(core, sent.message);
    const details = reference ? replyDetails(core, entry, reference) : {};
    const message = post(core, channel.id, body, request.uploads, { onlyFor: null, details });
    if (nonce === undefined) return shown(core, message);
    nonces.note(nonce, message.id);
    return { ...shown(core, message), nonce };
  };

  const patch = async (request: Request): Promise<WireMessage> => {
    const { sizeLimit } = enter(core, request.params.channel);
    const message = find(core, request.params);
    if (message.author.id !== core.world.bot.id) throw refuse.othersMessage();
    refuseLargeFiles(request, sizeLimit);
    const context = messageContext(request, sizeLimit, message.attachments);
    enforce(request, checkMessage('edit', request.body, context));
    refuseEmpty(request.body, context, message);
    return shown(core, edit(core, message, parseMessageBody(request.body), request.uploads));
  };

  /** Without READ_MESSAGE_HISTORY there are no messages (Discord's docs, "Get Channel Messages"). */
  const list = async (request: Request): Promise<WireMessage[]> => {
    const { channel, may } = enter(core, request.params.channel);
    enforce(request, checkHistoryQuery(request.query));
    if (!may(Permission.ReadMessageHistory)) return [];
    const page = historyPage(core.messages.list(channel.id), parseHistoryQuery(request.query));
    return page.map((message) => shown(core, message));
  };

  const bot = { config: { auth: 'bot' } } as const;

  /** Reading one message has no limit of its own (discord-api-docs, issue 1135). */
  const reading = { config: { auth: 'bot', answer: 'message' } } as const;

  return (app) => {
    const messages = '/channels/:channel/messages';
    app.get<{ Params: Params }>('/channels/:channel', bot, async ({ params }) =>
      show(core, enter(core, params.channel).channel),
    );
    const listing = { config: { ...config.config, answer: 'messages' } } as const;
    app.get<{ Params: Params }>(messages, { ...listing, handler: list });
    app.post<{ Params: Params }>(messages, { ...config, handler: create });
    app.get<{ Params: Params }>(`${messages}/:message`, reading, async ({ params }) => {
      enter(core, params.channel).require(Permission.ReadMessageHistory);
      return shown(core, find(core, params));
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

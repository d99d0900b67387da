import { edit } from '../answers.ts';
import { compose, isEmpty } from '../compose.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { parseMessageBody } from '../message-body.ts';
import { Permission, has, permissionsIn } from '../permissions.ts';
import { checkMessage } from '../rules/index.ts';
import { wireUser } from '../users.ts';
import type { WireMessage } from '../wire.ts';
import type { Channel } from '../world.ts';
import { type Routes, enforce, messageContext } from './context.ts';
import { refuseLargeFiles } from './files.ts';

interface Params {
  channel: string;
  message: string;
}

/** Messages the bot reads and writes with its own token, as far as a channel permits. */
export function channelRoutes(core: Core): Routes {
  const enter = (
    id: string,
  ): { channel: Channel; may: (wanted: bigint) => boolean; sizeLimit: number } => {
    const channel = core.world.channels.get(id);
    if (channel === undefined) throw refuse.unknownChannel();
    const guild = core.world.guilds.get(channel.guildId ?? '');
    const sizeLimit = guild?.attachmentSizeLimit ?? core.settings.attachmentSizeLimit;
    if (guild === undefined) return { channel, may: () => true, sizeLimit };
    const member = guild.members.has(core.world.bot.id);
    const held = permissionsIn(guild, channel, core.world.bot);
    if (!member || !has(held, Permission.ViewChannel)) throw refuse.missingAccess();
    return { channel, may: (wanted) => has(held, wanted), sizeLimit };
  };
  const find = ({ channel, message }: Params): WireMessage => {
    const stored = core.messages.find(message);
    if (stored === undefined || stored.message.channel_id !== channel || stored.onlyFor !== null) {
      throw refuse.unknownMessage();
    }
    return stored.message;
  };
  const config = { config: { auth: 'bot', bucket: 'channel', answer: 'message' } } as const;
  const one = '/channels/:channel/messages/:message';

  return (app) => {
    app.post<{ Params: Params }>('/channels/:channel/messages', config, async (request) => {
      const { channel, may, sizeLimit } = enter(request.params.channel);
      if (!may(Permission.SendMessages)) throw refuse.missingPermissions();
      if (request.uploads.length > 0 && !may(Permission.AttachFiles))
        throw refuse.missingPermissions();
      refuseLargeFiles(request, sizeLimit);
      enforce(request, checkMessage('create', request.body, messageContext(request, sizeLimit)));
      const body = parseMessageBody(request.body);
      const composed = compose(undefined, body, request.uploads, channel.id, core.attachments);
      if (isEmpty(composed)) throw refuse.emptyMessage();
      const message: WireMessage = {
        id: core.mint(),
        type: 0,
        channel_id: channel.id,
        author: wireUser(core.world.bot),
        ...composed,
        mentions: [],
        mention_roles: [],
        mention_everyone: false,
        pinned: false,
        tts: body.tts,
        timestamp: new Date(core.now()).toISOString(),
        edited_timestamp: null,
        flags: 0,
      };
      return core.messages.add(message, null);
    });
    app.get<{ Params: Params }>(one, config, async ({ params }) => {
      const { may } = enter(params.channel);
      if (!may(Permission.ReadMessageHistory)) throw refuse.missingPermissions();
      return find(params);
    });
    app.patch<{ Params: Params }>(one, config, async (request) => {
      const { sizeLimit } = enter(request.params.channel);
      const message = find(request.params);
      if (message.author.id !== core.world.bot.id) throw refuse.othersMessage();
      refuseLargeFiles(request, sizeLimit);
      const context = messageContext(request, sizeLimit, message.attachments);
      enforce(request, checkMessage('edit', request.body, context));
      return edit(core, message, parseMessageBody(request.body), request.uploads);
    });
    app.delete<{ Params: Params }>(one, config, async ({ params }, reply) => {
      const { may } = enter(params.channel);
      const message = find(params);
      const own = message.author.id === core.world.bot.id;
      if (!own && !may(Permission.ManageMessages)) throw refuse.missingPermissions();
      core.messages.remove(message.id);
      return reply.code(204).send();
    });
  };
}

import type { FastifyRequest } from 'fastify';
import { postFor } from '../answers.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import type { Interaction } from '../interactions.ts';
import { parseMessageBody } from '../message-body.ts';
import { edit } from '../posting.ts';
import { checkMessage } from '../rules/index.ts';
import { shown } from '../shown.ts';
import { MessageFlag, type WireMessage } from '../wire.ts';
import { type Routes, enforce, messageContext, refuseEmpty } from './context.ts';
import { refuseLargeFiles } from './files.ts';

interface Params {
  app: string;
  token: string;
  message?: string;
}

type Request = FastifyRequest<{ Params: Params }>;

const FOLLOW_UPS_IF_USER_INSTALLED = 5;

function claim(core: Core, { app, token }: Params): Interaction {
  const interaction = core.interactions.byToken(token);
  if (app !== core.applicationId || interaction === undefined) throw refuse.unknownWebhook();
  if (core.now() - interaction.createdAt > core.settings.tokenLifetimeMs) {
    throw refuse.invalidWebhookToken();
  }
  if (interaction.answerType === undefined) throw refuse.unknownWebhook();
  if (!core.world.channels.has(interaction.channelId)) throw refuse.unknownChannel();
  return interaction;
}

function findMessage(core: Core, interaction: Interaction, id: string | undefined): WireMessage {
  const wanted = id ?? interaction.originalId;
  const own = wanted === interaction.originalId || interaction.followUpIds.includes(wanted ?? '');
  const stored = own && wanted !== null ? core.messages.find(wanted) : undefined;
  if (stored === undefined) throw refuse.unknownMessage();
  return stored.message;
}

function finish(core: Core, interaction: Interaction, message: WireMessage): void {
  if (message.id !== interaction.originalId) return;
  interaction.loading = false;
  interaction.state = 'answered';
  core.notifier.changed();
}

function change(
  core: Core,
  interaction: Interaction,
  message: WireMessage,
  request: Request,
  kind: 'edit' | 'follow-up',
): WireMessage {
  const { attachmentSizeLimit } = interaction;
  refuseLargeFiles(request, attachmentSizeLimit);
  const context = messageContext(request, attachmentSizeLimit, message.attachments);
  enforce(request, checkMessage(kind, request.body, context));
  refuseEmpty(request.body, context, message);
  const edited = edit(core, message, parseMessageBody(request.body), request.uploads);
  finish(core, interaction, edited);
  return shown(core, edited);
}

function followUp(core: Core, interaction: Interaction, request: Request): WireMessage {
  const { attachmentSizeLimit, followUpIds, originalId } = interaction;
  refuseLargeFiles(request, attachmentSizeLimit);
  const context = messageContext(request, attachmentSizeLimit);
  enforce(request, checkMessage('follow-up', request.body, context));
  refuseEmpty(request.body, context);
  if (interaction.userInstalled && followUpIds.length >= FOLLOW_UPS_IF_USER_INSTALLED) {
    throw refuse.tooManyFollowUps();
  }
  const body = parseMessageBody(request.body);
  const ephemeral = ((body.flags ?? 0) & MessageFlag.Ephemeral) !== 0;
  const message = postFor(core, interaction, body, request.uploads, {
    ephemeral,
    repliesTo: originalId,
  });
  followUpIds.push(message.id);
  core.notifier.changed();
  return shown(core, message);
}

/** The messages an interaction's token gives access to, until it expires. */
export function webhookRoutes(core: Core): Routes {
  const config = { config: { bucket: 'webhook', answer: 'message' } } as const;

  /** The first follow-up after a deferral fills the loading message (Discord's docs, deprecated but in force). */
  const create = async (request: Request): Promise<WireMessage> => {
    const interaction = claim(core, request.params);
    const original = core.messages.find(interaction.originalId ?? '')?.message;
    const loading = original !== undefined && (original.flags & MessageFlag.Loading) !== 0;
    return loading
      ? change(core, interaction, original, request, 'follow-up')
      : followUp(core, interaction, request);
  };
  const patch = async (request: Request): Promise<WireMessage> => {
    const interaction = claim(core, request.params);
    const message = findMessage(core, interaction, request.params.message);
    return change(core, interaction, message, request, 'edit');
  };

  return (app) => {
    const messages = '/webhooks/:app/:token/messages';
    app.post<{ Params: Params }>('/webhooks/:app/:token', { ...config, handler: create });
    for (const path of [`${messages}/@original`, `${messages}/:message`]) {
      app.get<{ Params: Params }>(path, config, async ({ params }) =>
        shown(core, findMessage(core, claim(core, params), params.message)),
      );
      app.patch<{ Params: Params }>(path, { ...config, handler: patch });
      app.delete<{ Params: Params }>(path, config, async ({ params }, reply) => {
        const interaction = claim(core, params);
        const message = findMessage(core, interaction, params.message);
        core.messages.remove(message.id);
        finish(core, interaction, message);
        return reply.code(204).send();
      });
    }
  };
}
